"""A monthly report is of one unit and one month that has been, once, and says all its figures."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..base.months import YearMonth
from ..base.reference import Reference
from ..library import Library, key_of
from ..month_grid import FIGURES
from ..records.month import Month
from ._finding import about

RULES = (
    ("C521", "一个单位一个月只有一条月报"),
    ("C522", "月报的月份写到月"),
    ("C523", "月报的月份不晚于今天"),
    ("C530", "报送时间不早于当月最后一天，不晚于今天"),
    ("C533", "月报的三项数都填了，没有的填 0"),
)
_HINT = "没有的填 0；没有报送的整条不写。"


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about single reports."""
    seen: dict[tuple[Reference, YearMonth], Month] = {}
    for record in library.not_withdrawn(Month):
        month = record.month
        if not month.month or month.day:
            message = f"月份「{month}」不是一个月"
            hint = "写成 2026-03 这样：年和月，不写日。"
            yield about(library, key_of(record), ("month",), "C522", message, hint=hint)
            continue
        yield from _days(library, record)
        if not library.is_broken(key_of(record)):
            yield from _figures(library, record)
        first = seen.setdefault((record.unit, (month.year, month.month)), record)
        if first is not record:
            message = f"{month.chinese()}的月报已有一条「{first.id}」"
            hint = "两条并成一条；单位或月份写错的改过来。"
            yield about(library, key_of(record), ("month",), "C521", message, hint=hint)


def _days(library: Library, record: Month) -> Iterator[Finding]:
    month, reported, key = record.month, record.reported, key_of(record)
    if month.first() > library.today:
        message = f"{month.chinese()}还没有到"
        yield about(library, key, ("month",), "C523", message, hint="检查年份和月份。")
    if reported is None:
        return
    if reported.last() < month.last():
        message = f"{month.chinese()}的月报在 {reported} 报送，当月还没有结束"
    elif reported.first() > library.today:
        message = f"报送时间 {reported} 还没有到"
    else:
        return
    yield about(
        library,
        key,
        ("reported",),
        "C530",
        message,
        level=Level.WARNING,
        hint="检查月份和报送时间。",
    )


def _figures(library: Library, record: Month) -> Iterator[Finding]:
    lacking = [(name, title) for name, title in FIGURES if getattr(record, name) is None]
    if not lacking:
        return
    titles = "、".join(title for _, title in lacking)
    whole = len(lacking) == len(FIGURES)
    message = "三项数都没有填，按未报算" if whole else f"没有填{titles}"
    route = ("id",) if whole else ("month",)
    yield about(library, key_of(record), route, "C533", message, level=Level.WARNING, hint=_HINT)
