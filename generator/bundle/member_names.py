"""Which paths a bundle may hold: those that every system unpacks to the same place below it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..base.file_name import file_name_problem, folded_path

_UNWRITABLE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
_LONGEST = 1024
"""Bytes of a path in UTF-8, the limit of macOS."""


def name_problem(name: str) -> str | None:
    """Say in Chinese why a path below a bundle is refused, None where it is not.

    Refused are paths that climb out or begin at a root or drive, and names that Windows keeps for
    devices or cannot write.
    """
    parts = name.split("/")
    if _UNWRITABLE.search(name):
        return "路径里有不允许的字符"
    if any(part in {"", ".", ".."} for part in parts):
        return "路径会走到文件夹外面，或者写法不对"
    for part in parts:
        problem = file_name_problem(part)
        if problem:
            return problem
    return "路径太长" if len(name.encode()) > _LONGEST else None


def names_problem(names: Iterable[str]) -> str | None:
    """Say in Chinese what is wrong with the first path that is refused, or met twice.

    Two that differ in case only are one file on Windows.
    """
    seen: dict[str, str] = {}
    for name in names:
        problem = name_problem(name)
        if problem:
            return f"「{shown(name)}」：{problem}"
        folded = folded_path(name)
        if folded in seen:
            return f"「{shown(name)}」和「{shown(seen[folded])}」在 Windows 上是同一个文件"
        seen[folded] = name
    return None


def shown(name: str) -> str:
    """A path as it may be printed, whatever it is made of."""
    return _UNWRITABLE.sub("□", name)[:200]
