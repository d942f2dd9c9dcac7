"""The talent pool is for the internal edition alone."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding
from ..library import Library, key_of
from ._finding import about

RULES = (("C559", "人才库只在内部版里"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every person of the pool whom another edition would show."""
    for record in library.of_kind("talent"):
        if record.audience != "内部":
            hint = "删去「范围」一行，不写就是内部；人才库只在内部版里。"
            message = f"人才库的记录写成了{record.audience}"
            yield about(library, key_of(record), ("audience",), "C559", message, hint=hint)
