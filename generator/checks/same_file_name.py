"""No two ids of a kind differ by case alone: on Windows they are one file."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..base.reference import Reference
from ..library import Library
from ._finding import about

RULES = (("C222", "编号不只差大小写"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for the second of two ids that differ by case."""
    seen: dict[tuple[str, str], Reference] = {}
    for key in library.records:
        way = (key.kind, key.id.lower())
        if way in seen:
            other = library.origins[seen[way]].path
            message = f"编号「{key.id}」与 {other} 的「{seen[way].id}」只差大小写"
            hint = "在 Windows 和 U 盘上这是同一个文件，请改名。"
            yield about(library, key, (), "C222", message, hint=hint)
        seen.setdefault(way, key)
