"""Notices of 两个责任 come after the period they speak of, one for each period."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.notice import Notice
from ._finding import about

RULES = (
    ("C550", "通报在这一期结束以后，也不在今天以后"),
    ("C551", "同一单位、同一责任、同一期只有一份通报"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every notice."""
    seen: dict[tuple[Any, ...], Notice] = {}
    for one in library.not_withdrawn(Notice):
        say = partial(about, library, key_of(one), level=Level.WARNING)
        if not one.period.month:
            message = f"期次「{one.period}」没有写到月"
            hint = "写这一期的最后一个月，例如 2026-03。"
            yield say(("period",), "C550", message, hint=hint)
        end = one.period.last()
        for name, label, day in (("due", "应报时间", one.due), ("sent", "通报时间", one.sent)):
            if day is not None and day.last() <= end:
                message = f"{label} {day} 在这一期结束以前（{one.period.chinese()}末）"
                yield say((name,), "C550", message, hint="检查期次和时间。")
        if one.sent is not None and one.sent.first() > library.today:
            message = f"通报时间 {one.sent} 还没有到"
            yield say(("sent",), "C550", message, hint="还没有通报就不写通报时间。")
        key = (one.unit, one.duty, one.rhythm, one.period)
        if key in seen:
            message = f"这一期已经有一份：{seen[key].id}"
            yield say((), "C551", message, hint="留下一份，或改期次、责任、单位。")
        seen.setdefault(key, one)
