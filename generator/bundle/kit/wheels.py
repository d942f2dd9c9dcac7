"""Fetch the wheels of a lock file with pip, for other computers than this one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from ..sums import sha256_of
from .locked import Pin, pins_for
from .problem import KitError
from .targets import Target

_UNREACHABLE = (
    "无法从软件源下载软件包；请检查网络、代理或 pip 的设置，或用 --wheels 指定放有软件包的文件夹。"
)
_NETWORK_SIGNS = ("connection", "name resolution", "timed out", "unreachable", "proxy", "retrying")
_REQUIREMENTS = "wanted.txt"
_TRIES = 2
"""After the first: enough for a hiccup, and a computer without network is told soon."""


def fetch_wheels(
    pins: Iterable[Pin], target: Target, folder: Path, work: Path, source: Path | None
) -> None:
    """Put the wheels that a target needs into `folder`; `work` is for what lies about meanwhile.

    They come from `source`, a folder, or else from where pip is set to look. Only wheels are
    taken, and only with the hashes of the pins. Raises KitError where one cannot be had.
    """
    if find_spec("pip") is None:
        raise KitError("这个 Python 里没有 pip，取不到软件包；请用 tools/prepare.py 准备的环境。")
    for wanted in pins_for(pins, target):
        listed = work / _REQUIREMENTS
        listed.write_text("".join(pin.line() for pin in wanted), encoding="utf-8")
        code, output = _pip(_arguments(target, listed, folder, source), work)
        listed.unlink()
        if code != 0:
            raise KitError(_explained(output, target, source))


def refuse_foreign(folder: Path, pins: Iterable[Pin]) -> None:
    """Raise KitError where a file is none that the pins name: pip is not taken at its word."""
    known = {one for pin in pins for one in pin.hashes}
    for path in sorted(folder.iterdir()):
        if path.suffix != ".whl" or sha256_of(path) not in known:
            raise KitError(f"{path.name} 与锁定文件中的校验值不符，已停止。")


def _arguments(target: Target, listed: Path, folder: Path, source: Path | None) -> list[str]:
    tags = [part for tag in target.platform.tags for part in ("--platform", tag)]
    places = ["--no-index", "--find-links", str(source)] if source else ["--retries", str(_TRIES)]
    return [
        # The settings of this computer say where to download; for a folder they only disturb.
        *(["--isolated"] if source else []),
        *("download", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"),
        *("--only-binary=:all:", "--require-hashes"),
        *("--implementation", "cp", "--python-version", target.python, *tags),
        *places,
        *("--dest", str(folder), "--requirement", str(listed)),
    ]


def _pip(arguments: list[str], work: Path) -> tuple[int, str]:
    """Run pip; its folder is ours, since Python also looks there for modules."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        [sys.executable, "-m", "pip", *arguments],
        cwd=work,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _explained(output: str, target: Target, source: Path | None) -> str:
    """Say in one sentence why pip failed; what it printed may name private hosts."""
    low = output.lower()
    missing = re.findall(r"No matching distribution found for (\S+)", output)
    if "do not match the hashes" in low:
        return "取到的软件包与锁定文件中的校验值不符，已停止；请检查软件源、代理或文件夹里的文件。"
    if "no space left" in low or "not enough space" in low:
        return "磁盘空间不足，请清理后重试。"
    if missing and source:
        return f"「{source}」里没有 {missing[-1]} 的软件包（{target.title}）。"
    if any(sign in low for sign in _NETWORK_SIGNS):
        return _UNREACHABLE
    if missing:
        return (
            f"软件源里没有 {missing[-1]} 的软件包（{target.title}）；"
            "请检查 pip 的设置，或换一个 Python 版本。"
        )
    return f"pip 没有取到软件包（{target.title}）；请更新 pip 后重试。"
