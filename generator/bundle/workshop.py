"""A folder beside a result, in which the result is made: known to be ours, cleared by the next."""

from __future__ import annotations

from pathlib import Path

from ..disk import DiskError
from .marked_folder import is_marked, remove_marked

_MARKER = ".anjian-work"
_TEXT = "This folder belongs to a running anjian; the next run clears it away.\n"


def make_workshop(folder: Path) -> None:
    """Make the folder empty and ours; what a killed run left goes first.

    Raises DiskError where somebody else's folder stands there; OSError may come.
    """
    clear(folder)
    folder.mkdir()
    (folder / _MARKER).write_text(_TEXT, encoding="utf-8")


def clear(folder: Path) -> None:
    """Remove the folder, its marker last: killed half-way, it is still known to be ours."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not is_workshop(folder):
        raise DiskError(f"{folder} 不是案鉴留下的，不敢删；请改名或移走。")
    remove_marked(folder, _MARKER)


def is_workshop(folder: Path) -> bool:
    """Whether a folder was made by `make_workshop`, or is empty."""
    return is_marked(folder, _MARKER)
