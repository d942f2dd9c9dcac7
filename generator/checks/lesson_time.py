"""A lesson fits its class hours, a micro-lesson its fifteen minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ._finding import about

RULES = (("C271", "教案合计 45 或 90 分钟，微课不超过 15 分钟"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every lesson whose minutes do not fit."""
    for record in library.of_kind("lesson"):
        fields: Any = record
        if not fields.steps:
            continue
        total = fields.minutes
        if fields.type == "微课" and total > 15:
            message = f"微课合计 {total} 分钟，超过 15 分钟"
        elif fields.type == "教案" and total not in (45, 90):
            message = f"教案合计 {total} 分钟，不是 45 或 90 分钟"
        else:
            continue
        yield about(
            library,
            key_of(record),
            ("steps",),
            "C271",
            message,
            level=Level.WARNING,
            hint="调整各环节的分钟数。",
        )
