"""The figures of a monthly report fit the cases and rectifications that the library holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding, Level
from ..base.months import YearMonth, label
from ..base.reference import Reference
from ..library import Library, key_of
from ..records.month import Month
from ..records.rectification import Rectification
from ._finding import about

RULES = (
    ("C524", "月报的立案数不少于列出的案例"),
    ("C525", "一件案例、一项整改只列在一条月报里"),
    ("C526", "月报的发现问题数不少于列出的整改"),
    ("C527", "月报列出的整改是本单位的"),
    ("C528", "当月发现的整改列在当月的月报里"),
    ("C529", "月报列出的整改是当月发现的"),
    ("C535", "月报列出的案例不是在立案以前处理的"),
)
_TWICE = "只留在立案或发现的那个月；写错的改过来。"


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about reports that do not fit what they list."""
    months = [one for one in library.not_withdrawn(Month) if one.month.month]
    listed: dict[Reference, Month] = {}
    for record in months:
        yield from _counts(library, record)
        yield from _cases(library, record, listed)
        yield from _rectifications(library, record, listed)
    by_month = {(one.unit, one.month.year, one.month.month): one for one in months}
    for one in library.not_withdrawn(Rectification):
        if key_of(one) not in listed:
            month = by_month.get((one.unit, one.found.year, one.found.month))
            if month is not None:
                message = f"{label(_month(one))}发现的问题，当月的月报「{month.id}」没有列出"
                yield about(
                    library,
                    key_of(one),
                    ("found",),
                    "C528",
                    message,
                    level=Level.NOTICE,
                    hint=f"在月报的「整改」里写上 {one.id}，或改发现时间。",
                )


def _counts(library: Library, record: Month) -> Iterator[Finding]:
    """What is listed cannot be more than what is claimed."""
    for name, listed, code, title, what in (
        ("cases", record.handled, "C524", "立案", "案例"),
        ("problems", record.rectifications, "C526", "发现问题", "整改"),
    ):
        claimed = getattr(record, name)
        count = len(set(listed))
        if claimed is not None and claimed < count:
            message = f"{title}写 {claimed}，列出的{what}有 {count} 条"
            yield about(
                library,
                key_of(record),
                (name,),
                code,
                message,
                level=Level.WARNING,
                hint=f"核对{title}数；不是当月的{what}移到它的月份。",
            )


def _cases(library: Library, record: Month, listed: dict[Reference, Month]) -> Iterator[Finding]:
    for at, key in enumerate(record.handled):
        yield from _twice(library, record, ("handled", at), key, listed)
        case: Any = library.get(key)
        decided = getattr(case, "decided", None)
        if decided and decided.last() < record.month.first():
            message = f"案例「{key.id}」{decided} 已经处理，不会在{record.month.chinese()}立案"
            yield about(
                library,
                key_of(record),
                ("handled", at),
                "C535",
                message,
                level=Level.WARNING,
                hint="检查案例编号和月份，或案例的处理时间。",
            )


def _rectifications(
    library: Library, record: Month, listed: dict[Reference, Month]
) -> Iterator[Finding]:
    own = key_of(record)
    for at, key in enumerate(record.rectifications):
        route = ("rectifications", at)
        yield from _twice(library, record, route, key, listed)
        one = library.get(key)
        if not isinstance(one, Rectification):
            continue
        if one.unit != record.unit:
            message = f"整改「{key.id}」是「{one.unit.id}」的，月报是「{record.unit.id}」的"
            yield about(library, own, route, "C527", message, hint="检查整改编号和单位。")
        elif (one.found.year, one.found.month) != (record.month.year, record.month.month):
            message = f"整改「{key.id}」是 {one.found} 发现的，不在{record.month.chinese()}"
            yield about(
                library,
                own,
                route,
                "C529",
                message,
                level=Level.NOTICE,
                hint="移到发现的那个月，或改发现时间。",
            )


def _twice(
    library: Library,
    record: Month,
    route: tuple[str, int],
    key: Reference,
    listed: dict[Reference, Month],
) -> Iterator[Finding]:
    first = listed.setdefault(key.bare(), record)
    if first is not record or key in getattr(record, route[0])[: route[1]]:
        message = f"「{key.id}」在月报「{first.id}」里已经列过"
        yield about(
            library,
            key_of(record),
            route,
            "C525",
            message,
            level=Level.WARNING,
            hint=_TWICE,
        )


def _month(one: Rectification) -> YearMonth:
    return one.found.year, one.found.month
