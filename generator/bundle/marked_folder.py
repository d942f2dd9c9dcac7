"""Folders that a marker in them shows to be ours, so that they may be replaced or removed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def is_marked(folder: Path, marker: str) -> bool:
    """Whether a folder is ours: it holds the marker, or nothing at all."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / marker).is_file() or not any(folder.iterdir())


def remove_marked(folder: Path, marker: str) -> None:
    """Remove a folder, its marker last: killed half-way, it is still known to be ours."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        elif entry.name != marker:
            Path(entry.path).unlink()
    (folder / marker).unlink(missing_ok=True)
    folder.rmdir()
