"""A rectification is found, done, looked at and closed in this order, and not in the future."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.dates import PartialDate
from ..base.finding import Finding, Level, Route
from ..library import Library, key_of
from ..records.rectification import Rectification
from ._finding import about

RULES = (
    ("C511", "整改期限不早于发现时间"),
    ("C512", "完成时间不早于发现时间"),
    ("C513", "销号时间不早于完成时间"),
    ("C514", "销号时间不早于最后一次回访"),
    ("C518", "发现、完成、回访、销号的时间不晚于今天"),
)
_ORDER = (
    ("C511", "found", "due", "期限 {later} 早于发现时间 {earlier}"),
    ("C512", "found", "done", "完成时间 {later} 早于发现时间 {earlier}"),
    ("C513", "done", "closed", "销号时间 {later} 早于完成时间 {earlier}"),
)
_HAPPENED = (("found", "发现时间"), ("done", "完成时间"), ("closed", "销号时间"))


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about dates that stand in the wrong order or have not come."""
    for record in library.of_kind("rectification"):
        if isinstance(record, Rectification):
            yield from _order(library, record)
            yield from _future(library, record)


def _order(library: Library, record: Rectification) -> Iterator[Finding]:
    key = key_of(record)
    for code, before, after, message in _ORDER:
        earlier, later = getattr(record, before), getattr(record, after)
        if _is_before(later, earlier):
            text = message.format(earlier=earlier, later=later)
            yield about(library, key, (after,), code, text, hint="检查这两个时间，可能写反了。")
    last = record.revisits[-1].day if record.revisits else None
    if _is_before(record.closed, last):
        yield about(
            library,
            key,
            ("closed",),
            "C514",
            f"销号时间 {record.closed} 早于最后一次回访 {last}",
            level=Level.WARNING,
            hint="回访见效以后才销号；检查这两个时间。",
        )


def _is_before(later: PartialDate | None, earlier: PartialDate | None) -> bool:
    return later is not None and earlier is not None and later.last() < earlier.first()


def _future(library: Library, record: Rectification) -> Iterator[Finding]:
    dates: list[tuple[Route, str, PartialDate | None]] = [
        ((name,), label, getattr(record, name)) for name, label in _HAPPENED
    ]
    dates += [
        (("revisits", number, "day"), "回访时间", one.day)
        for number, one in enumerate(record.revisits)
    ]
    for route, label, day in dates:
        if day is not None and day.first() > library.today:
            yield about(
                library,
                key_of(record),
                route,
                "C518",
                f"{label} {day} 还没有到",
                level=Level.WARNING,
                hint="检查年份；打算做的事写在「期限」里。",
            )
