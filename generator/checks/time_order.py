"""What happened later does not stand before what happened earlier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..base.finding import Finding, Level
from ..library import Library
from ._finding import about

RULES = (
    ("C241", "时间线从早到晚"),
    ("C242", "处理时间、时间线不晚于今天"),
    ("C243", "复核日期还没有到"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about dates that are out of order or have passed."""
    today = library.today
    for key, record in library.with_fields("timeline"):
        entries = cast("Any", record).timeline
        for number in range(1, len(entries)):
            before, here = entries[number - 1].time, entries[number].time
            if here.last() < before.first():
                route = ("timeline", number, "time")
                message = f"时间线里 {here} 写在 {before} 后面"
                yield about(
                    library,
                    key,
                    route,
                    "C241",
                    message,
                    level=Level.WARNING,
                    hint="按时间从早到晚排列。",
                )
        for number, entry in enumerate(entries):
            if entry.time.first() > today:
                message = f"时间线里的 {entry.time} 还没有到"
                way = ("timeline", number, "time")
                hint = "检查年份。"
                yield about(library, key, way, "C242", message, level=Level.WARNING, hint=hint)
    for key, record in library.with_fields("decided"):
        decided = cast("Any", record).decided
        if decided and decided.first() > today:
            message = f"处理时间 {decided} 还没有到"
            yield about(
                library, key, ("decided",), "C242", message, level=Level.WARNING, hint="检查年份。"
            )
    for key, record in library.records.items():
        if record.review_due and record.review_due.last() < today:
            message = f"复核日期 {record.review_due} 已过"
            hint = "重新看一遍内容和依据，再把复核日期改到以后。"
            yield about(
                library, key, ("review_due",), "C243", message, level=Level.NOTICE, hint=hint
            )
