"""Put a finished site in the place of the old one, so that one of the two is always there."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..disk import SITE_MARKER, DiskError, mark_site, reason

_EXCHANGE = 2
_HERE = -100


def fresh_folder(site: Path) -> Path:
    """Make an empty folder beside `site` to build into; what a killed build left is removed.

    Raises DiskError where `site` is a folder that we did not build.
    """
    check_ours(site)
    recover(site)
    fresh = _beside(site, "new")
    fresh.mkdir(parents=True)
    mark_site(fresh)
    return fresh


def check_ours(site: Path) -> None:
    """Raise DiskError where `site` exists and is not a site that we built."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise DiskError(f"{site} 不是文件夹，不敢覆盖；请改名或移走。")
    if site.exists() and any(site.iterdir()) and not (site / SITE_MARKER).exists():
        raise DiskError(f"{site} 不是案鉴生成的网站，不敢覆盖；请改名或移走。")


def recover(site: Path) -> None:
    """Finish or clear away what a killed build left beside the site."""
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    for name in ("old", "new"):
        left = _beside(site, name)
        if left.exists():
            shutil.rmtree(left)


def publish(fresh: Path, site: Path) -> None:
    """Swap the finished folder in.

    Raises DiskError where the old site is in use; it is then left as it was.
    """
    try:
        if not site.exists():
            fresh.rename(site)
        elif _exchange(fresh, site):
            shutil.rmtree(fresh, ignore_errors=True)
        else:
            _two_renames(fresh, site)
    except OSError as error:
        raise DiskError(
            f"换不上新网站：{site.name} 可能正被浏览器或资源管理器打开（{reason(error)}）。"
            "请关掉后再试；原有的网站没有改动。"
        ) from error


def _two_renames(fresh: Path, site: Path) -> None:
    old = _beside(site, "old")
    site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux, renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    rename: Any = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return bool(done == 0)


def _beside(site: Path, word: str) -> Path:
    return site.with_name(f"{site.name}.{word}")


@contextmanager
def only_build(root: Path) -> Iterator[None]:
    """Hold the project for one build; a lock of a dead process does not count.

    Raises DiskError where another build is running.
    """
    path = root / ".anjian.lock"
    try:
        file = path.open("a+b")
    except OSError as error:
        raise DiskError(f"写不进 {root}：{reason(error)}。") from error
    with file:
        try:
            _lock(file)
        except OSError:
            raise DiskError("另一个生成正在进行，请等它结束再试。") from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: Any) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: Any) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
