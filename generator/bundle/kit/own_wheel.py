"""This program itself as a wheel, and the lock files that it was tested with.

Packed from the files that run, so that no build tool and no network is needed, and an installed
program makes the same wheel as a checkout.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from ... import __version__
from ...disk import is_junk, read_files
from .problem import KitError

NAME = "anjian"
_PACKAGE = Path(__file__).parents[2]
_LOCKS = ("requirements.lock", "requirements-build.lock")
_EXTRA = "extra_metadata"
_MOMENT = (2020, 2, 2, 0, 0, 0)
"""The same for every file, as other build tools do it, so that the wheel is the same each time."""
_WHEEL = "Wheel-Version: 1.0\nGenerator: anjian\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True, slots=True)
class OwnWheel:
    """A wheel of this program with its version."""

    name: str
    version: str
    content: bytes


def lock_texts() -> tuple[str, str]:
    """Return what the program and what its building needs, as lock files.

    They stand beside the package in a checkout, among the metadata of an installed program.
    Raises KitError where they are missing.
    """
    files = _lock_files(_installed())
    return files[_LOCKS[0]].decode(), files[_LOCKS[1]].decode()


def own_wheel() -> OwnWheel:
    """Pack this program; raises KitError where it is not installed whole."""
    installed = _installed()
    folder = f"{NAME}-{__version__}.dist-info"
    paths = [path for path in sorted(_PACKAGE.rglob("*")) if _belongs(path)]
    contents = read_files(paths)
    files = {path.relative_to(_PACKAGE.parent).as_posix(): contents[path] for path in paths}
    for name in ("METADATA", "entry_points.txt", "licenses/LICENSE"):
        files[f"{folder}/{name}"] = _metadata(installed, name)
    for name, content in _lock_files(installed).items():
        files[f"{folder}/{_EXTRA}/{name}"] = content
    files[f"{folder}/WHEEL"] = _WHEEL.encode()
    return OwnWheel(
        f"{NAME}-{__version__}-py3-none-any.whl", __version__, _packed(files, f"{folder}/RECORD")
    )


def _packed(files: Mapping[str, bytes], record: str) -> bytes:
    """An archive of the files with a record of them; source: the wheel format, PEP 427."""
    listed = "".join(
        f"{_quoted(name)},{_digest(content)},{len(content)}\n" for name, content in files.items()
    )
    whole = {**files, record: f"{listed}{record},,\n".encode()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            about = zipfile.ZipInfo(name, _MOMENT)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3  # the same on every system
            about.external_attr = 0o100644 << 16
            archive.writestr(about, content)
    return buffer.getvalue()


def _quoted(name: str) -> str:
    return f'"{name}"' if "," in name else name


def _digest(content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
    return f"sha256={digest.decode()}"


def _belongs(path: Path) -> bool:
    parts = path.relative_to(_PACKAGE).parts
    return (
        path.is_file()
        and "__pycache__" not in parts
        and not any(map(is_junk, parts))
        and path.suffix != ".pyc"
    )


def _installed() -> Distribution:
    try:
        return distribution(NAME)
    except PackageNotFoundError:
        raise KitError("案鉴没有安装好，做不了安装文件夹；请先运行 tools/prepare.py。") from None


def _metadata(installed: Distribution, name: str) -> bytes:
    text = installed.read_text(name)
    if text is None:
        raise KitError(f"安装的案鉴缺少文件 {name}，请重新安装。")
    return text.encode()


def _lock_files(installed: Distribution) -> dict[str, bytes]:
    root = _PACKAGE.parent
    if (root / "pyproject.toml").is_file():
        return {path.name: raw for path, raw in read_files(root / name for name in _LOCKS).items()}
    return {name: _metadata(installed, f"{_EXTRA}/{name}") for name in _LOCKS}
