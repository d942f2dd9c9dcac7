"""What an installer folder holds beside the wheels: things to double-click and what they run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from .targets import Target

PROGRAM = "program"
LIBRARY = "案例库"
README = "说明.txt"
_FOLDER = Path(__file__).parent / "onsite"
_STARTS = {
    "安装": "install",
    "新建案例库": "init",
    "检查": "check",
    "生成网站": "build",
    "打包": "pack",
}
"""What is double-clicked, with the word that program/anjian_kit.py knows it by."""
_FOR_PYTHON = "这个文件夹里放 Python 的安装程序 {names}，双击「安装.bat」时会用它。\n"


def onsite_files(targets: tuple[Target, ...]) -> dict[str, bytes]:
    """Return the files by path.

    Batch files are plain ASCII, because the shell of Windows loses its place in longer signs.
    """
    pythons = sorted({target.python for target in targets}, key=_minor, reverse=True)
    words = {
        "pythons": " ".join(pythons),
        "digits": " ".join(python.replace(".", "") for python in pythons),
        "commands": " ".join(f"python{python}" for python in pythons),
        "installers": "、".join(f"python-{python}.x-amd64.exe" for python in reversed(pythons)),
        "versions": "、".join(reversed(pythons)),
        "platforms": "、".join(dict.fromkeys(target.platform.title for target in targets)),
    }
    files = dict(_starts(words))
    files[f"{PROGRAM}/anjian_kit.py"] = _text("anjian_kit.py").encode()
    files[f"{PROGRAM}/kit.json"] = _about(targets, pythons)
    files[f"{PROGRAM}/find-python.bat"] = _windows(_filled("find-python.bat", words))
    files[f"{PROGRAM}/find-python.sh"] = _filled("find-python.sh", words).encode()
    for name in ("no-python", "python-setup", "python-failed", "not-installed"):
        files[f"{PROGRAM}/{name}.txt"] = _windows(_filled(f"{name}.txt", words))
    # The mark tells the Notepad of old Windows that these are UTF-8.
    files[README] = _windows("\ufeff" + _filled("readme.txt", words))
    files["python/放在这里.txt"] = _windows(
        "\ufeff" + _FOR_PYTHON.format(names=words["installers"])
    )
    return files


def is_executable(name: str) -> bool:
    """Whether a file of the folder is to be run by double-clicking it on Linux."""
    return "/" not in name and name.endswith(".sh")


def _starts(words: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    for name, word in _STARTS.items():
        kind = "install" if word == "install" else "start"
        given = {**words, "word": word}
        yield f"{name}.bat", _windows(_filled(f"{kind}.bat", given))
        yield f"{name}.sh", _filled(f"{kind}.sh", given).encode()


def _about(targets: tuple[Target, ...], pythons: list[str]) -> bytes:
    about = {
        "platforms": list(dict.fromkeys(target.platform.name for target in targets)),
        "pythons": pythons,
    }
    return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()


def _filled(name: str, words: Mapping[str, str]) -> str:
    text = _text(name)
    for word, value in words.items():
        text = text.replace(f"{{{{ {word} }}}}", value)
    return text


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _windows(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _minor(python: str) -> int:
    return int(python.partition(".")[2])
