"""Small wheels of invented packages, and a kit made from them without network."""

import ensurepip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest

from generator.bundle.kit.make import Ingredients, Made, make_kit
from generator.bundle.kit.own_wheel import OwnWheel
from generator.bundle.kit.targets import chosen_targets

RUNNING = f"3.{sys.version_info[1]}"
_TAG = RUNNING.replace(".", "")
PLATFORM_WHEELS = {
    "windows": f"native-2.0-cp{_TAG}-cp{_TAG}-win_amd64.whl",
    "linux": f"native-2.0-cp{_TAG}-cp{_TAG}-manylinux_2_17_x86_64.whl",
    "linux-newer": f"native-2.0-cp{_TAG}-cp{_TAG}-manylinux_2_28_x86_64.whl",
    "linux-arm": f"native-2.0-cp{_TAG}-cp{_TAG}-manylinux2014_aarch64.whl",
}
PROGRAM = """
import os, pathlib, sys
words = sys.argv[1:]
print("anjian", words)
if words[0] == "init":
    folder = pathlib.Path(words[1])
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: x\\n")
sys.exit(1 if words[-1] == "check" else 0)
"""


def wheel(name: str, files: dict[str, str] | None = None) -> bytes:
    """An installable wheel under a file name."""
    package, version, _ = name.split("-", 2)
    about = f"{package}-{version}.dist-info"
    whole = {
        **(files or {f"{package}.py": ""}),
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    whole[f"{about}/RECORD"] = "".join(f"{one},,\n" for one in [*whole, f"{about}/RECORD"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for one, text in whole.items():
            archive.writestr(zipfile.ZipInfo(one), text)
    return buffer.getvalue()


def locked(name: str, marker: str, *contents: bytes) -> str:
    """A block of a lock file."""
    package, version, *_ = name.split("-")
    sums = [f"    --hash=sha256:{hashlib.sha256(one).hexdigest()}" for one in contents]
    return " \\\n".join([f"{package}=={version}{marker}", *sums]) + "\n"


def bundled_pip() -> Path:
    """The wheel of pip that Python brings along; the test is skipped where it brings none."""
    found = sorted((Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl"))
    if not found:
        pytest.skip("this Python brings no pip as a wheel")
    return found[0]


class Wheelhouse:
    """A folder of wheels with the lock files that name them."""

    def __init__(self, folder: Path, pip: Path | None = None) -> None:
        self.folder = folder
        folder.mkdir()
        name = pip.name if pip else "pip-26.0-py3-none-any.whl"
        files = {name: pip.read_bytes() if pip else wheel(name)}
        for one in ("plain-1.0-py3-none-any.whl", "onlywindows-1.0-py3-none-any.whl"):
            files[one] = wheel(one)
        for one in PLATFORM_WHEELS.values():
            files[one] = wheel(one, {"native.py": f"# {one}"})
        for one, content in files.items():
            (folder / one).write_bytes(content)
        natives = [files[one] for one in PLATFORM_WHEELS.values()]
        windows = "onlywindows-1.0-py3-none-any.whl"
        lock = (
            "# made by hand\n"
            + locked("native-2.0", "", *natives)
            + locked(windows, ' ; sys_platform == "win32"', files[windows])
            + locked("plain-1.0", "", files["plain-1.0-py3-none-any.whl"])
        )
        program = {"generator/__init__.py": "", "generator/__main__.py": PROGRAM}
        own = "anjian-9.9-py3-none-any.whl"
        self.ingredients = Ingredients(
            OwnWheel(own, "9.9", wheel(own, program)), lock, locked(name, "", files[name])
        )

    def kit(self, target: Path, *platforms: str, project: Path | None = None) -> Made:
        """Make a kit for these platforms with the running Python."""
        chosen = chosen_targets(platforms or ("windows", "linux"), (RUNNING,))
        return make_kit(target, self.ingredients, chosen, self.folder, project)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
