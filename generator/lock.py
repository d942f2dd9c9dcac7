"""The lock that one build at a time holds; the system takes it back when its holder ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from .disk import BusyError, DiskError, reason

_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR)


def lock_file(folder: Path) -> Path:
    """The lock beside a folder, or of the project in it, that one build at a time holds."""
    return folder / "site.lock"


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold `path` as a lock that the system takes back when this process ends in any way.

    Raises BusyError where another process holds it, DiskError where the disk is full or broken.
    Where nothing may be written, nothing is held.
    """
    while True:
        handle = _opened(path)
        if handle is None:
            yield  # read-only: nobody else writes here either
            return
        if not _lock(handle):
            os.close(handle)
            raise BusyError("另一个 anjian 正在生成这个项目；等它结束再试。")
        if _is_same(handle, path):
            break
        os.close(handle)  # its holder removed the file after we had opened it
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(handle)
        if os.name == "nt":
            with contextlib.suppress(OSError):
                path.unlink()


def _opened(path: Path) -> int | None:
    """Open or make the file; None where that is not allowed."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise DiskError(f"写不进 {path.parent}：{reason(error)}。") from error
    try:
        # In a shared folder the file may be another user's, who is perhaps at work: a lock can
        # be asked for on a file that can only be read.
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks: go on without
    return True


def _is_same(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False
