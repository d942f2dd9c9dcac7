"""A bundle to read from, whichever form it has: a ZIP file, one with a password, a folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from typing_extensions import Self

from ..disk import DiskError, reason
from .archive import CanonicalArchive
from .encrypted import EncryptedArchive, is_encrypted
from .member_names import shown
from .problem import BundleError

Ask = Callable[[], str]
"""Gives the password where one is needed."""


class Opened(Protocol):
    """The files of a bundle by path; to be used in a `with` statement."""

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all files."""

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises BundleError where they are damaged."""

    def sealed(self) -> bool:
        """Whether the container around the files is as it was written."""

    def __enter__(self) -> Self:
        """Begin to read."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End reading."""


class Folder:
    """A bundle that was unzipped; links in it are no files of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.names = tuple(sorted(_walk(path)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        path = self._path / name
        if path.is_symlink() or not path.is_file():
            raise BundleError(f"{shown(name)} 不是普通文件")
        try:
            return path.read_bytes()
        except OSError as error:
            raise BundleError(f"{shown(name)} 打不开：{reason(error)}") from error

    def sealed(self) -> bool:
        """A folder has nothing around its files."""
        return True


def _walk(path: Path) -> list[str]:
    def refuse(error: OSError) -> None:
        raise DiskError(f"{path} 读不出来：{reason(error)}。") from error

    found = []
    for folder, folders, files in os.walk(path, onerror=refuse):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found += [(Path(folder) / name).relative_to(path).as_posix() for name in files + links]
    return found


def open_bundle(path: Path, ask: Ask) -> Opened:
    """Open a bundle or a delta; raises BundleError where it is none, DiskError where it is gone."""
    try:
        if path.is_dir():
            return Folder(path)
        if not path.is_file():
            raise DiskError(f"没有「{path}」这个文件或文件夹。")
        return EncryptedArchive(path, ask()) if is_encrypted(path) else CanonicalArchive(path)
    except BundleError as error:
        raise BundleError(f"{path.name}：{error}") from None
    except OSError as error:
        raise DiskError(f"{path} 打不开：{reason(error)}。") from error
