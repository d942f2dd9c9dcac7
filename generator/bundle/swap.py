"""Put a finished site in the place of the old one, so that one of the two is always there."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ..disk import (
    CONFIGURATION,
    RECORD_FOLDERS,
    SITE_MARKER,
    DiskError,
    make_folders,
    mark_site,
    reason,
)
from ..lock import exclusive, lock_file
from .marked_folder import is_marked, remove_marked

_LINUX_EXCHANGE = 2
_DARWIN_SWAP = 2
_HERE = -100
_PULLED_AWAY = (
    "项目文件夹在途中被移走、改名或拔出了：{} 不在了。没有留下半个网站；到它现在的位置再运行一次。"
)


@contextmanager
def only_build(root: Path, site: Path) -> Iterator[None]:
    """Hold a project and the place of its site for one build.

    The locks of a dead process do not count. A site that a killed build left aside is put back.
    Raises BusyError where another build is running, DiskError where the project is pulled away
    meanwhile: whatever was found in what is left of it would mislead.
    """
    whole = (root / CONFIGURATION).is_file()
    with ExitStack() as held:
        held.enter_context(exclusive(lock_file(root)))
        beside = _beside(site, "lock")
        if beside != lock_file(root):
            make_folders(site.parent, root if root in site.parents else Path(site.anchor))
            held.enter_context(exclusive(beside))
        _put_back(site)
        try:
            yield
        except Exception as error:
            if whole and _pulled_away(root):
                raise DiskError(_PULLED_AWAY.format(root)) from error
            raise
        if whole and _pulled_away(root):
            raise DiskError(_PULLED_AWAY.format(root))


def _pulled_away(root: Path) -> bool:
    """Whether a project is no longer where it was; a site builder makes folders anew there."""
    if (root / CONFIGURATION).is_file():
        return False
    with suppress(OSError):
        root.rmdir()  # an empty one only
    return True


def real_site(root: Path, site: Path) -> Path:
    """Return the folder that a site's path means, links resolved.

    Raises DiskError where a site there would be read as a source, or would replace something
    that is not a site of ours.
    """
    place = Path(os.path.realpath(site))
    sources = [root / name for name in (*RECORD_FOLDERS, "docs")]
    if any(place == source or source in place.parents for source in sources):
        raise DiskError(f"网站不能放在 {site}：那里放的是记录和页面。请换一个文件夹。")
    if place.exists() and not _is_ours(place):
        raise DiskError(
            f"{site} 不是案鉴建的网站，不敢覆盖；请把它改名、移走，或用 --site-dir 换一处。"
        )
    return place


def fresh_folder(site: Path) -> Path:
    """Make an empty folder beside `site` to build into; what a killed build left is removed.

    Raises DiskError where the disk refuses or the place is taken.
    """
    fresh = _beside(site, "new")
    try:
        recover(site)
        fresh.mkdir()
        mark_site(fresh)
    except OSError as error:
        raise DiskError(f"写不进 {site.parent}：{reason(error)}。原有的网站没有改动。") from error
    return fresh


def recover(site: Path) -> None:
    """Put back or clear away what a killed build left beside the site."""
    _put_back(site)
    for left in (_beside(site, "old"), _beside(site, "new")):
        if left.exists() or left.is_symlink():
            if not _is_ours(left):
                raise DiskError(f"{left} 不是案鉴留下的，不敢删；请改名或移走。")
            discard(left)


def _put_back(site: Path) -> None:
    """Undo the first of two renames where a build was killed before the second."""
    old = _beside(site, "old")
    if not site.exists() and old.exists() and _is_ours(old):
        old.rename(site)


def publish(fresh: Path, site: Path) -> bool:
    """Swap the finished folder in; return whether the old site could be removed.

    Raises DiskError where the old site is in use; it is then left as it was.
    """
    try:
        if not site.exists():
            fresh.rename(site)
            return True
        if exchange(fresh, site):
            return _try_discard(fresh)
        old = _beside(site, "old")
        site.rename(old)
        try:
            fresh.rename(site)
        except OSError:
            old.rename(site)
            raise
        return _try_discard(old)
    except OSError as error:
        raise DiskError(
            f"换不上新网站：{site} 可能正被浏览器、资源管理器等打开（{reason(error)}）。"
            "请关掉后再试；原有的网站没有改动。"
        ) from error


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot.

    Source: renameat2(2) on Linux, renamex_np(2) on macOS.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    calls = {
        "linux": ("renameat2", (_HERE, first, _HERE, second, _LINUX_EXCHANGE)),
        "darwin": ("renamex_np", (first, second, _DARWIN_SWAP)),
    }
    if sys.platform not in calls:
        return False
    name, arguments = calls[sys.platform]
    call = getattr(ctypes.CDLL(None), name, None)
    return call is not None and call(*arguments) == 0


def discard(folder: Path) -> None:
    """Remove a site; raises OSError where a file of it is in use."""
    remove_marked(folder, SITE_MARKER)


def _try_discard(folder: Path) -> bool:
    try:
        discard(folder)
    except OSError:
        return False
    return True


def _is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: marked by us, or empty."""
    return is_marked(folder, SITE_MARKER)


def _beside(site: Path, word: str) -> Path:
    return site.with_name(f"{site.name}.{word}")
