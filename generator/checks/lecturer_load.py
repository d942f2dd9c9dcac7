"""A lecturer is in one place at a time and gives no more classes than agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ..base.finding import Finding, Level
from ..base.months import label
from ..base.reference import Reference
from ..classes import minutes_of, start_of
from ..library import Library, key_of
from ..records.order import Order
from ..training import CANCELLED, loads, month_of, orders
from ._finding import about

RULES = (
    ("C563", "一位讲师同一时间只上一堂课"),
    ("C564", "讲师一个月的课不多于「每月可授」"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about classes of one lecturer that meet, and about too many in a month."""
    found = orders(library)
    yield from _meetings(library, found)
    _, rows = loads(library, found)
    for row in rows:
        for month, number in row.months:
            if row.over(number) and month >= (library.today.year, library.today.month):
                message = f"{label(month)}排了 {number} 次，每月可授 {row.most} 次"
                names = "、".join(
                    one.id
                    for one in found
                    if one.lecturer == key_of(row.lecturer) and month_of(one) == month
                )
                yield about(
                    library,
                    key_of(row.lecturer),
                    ("monthly",),
                    "C564",
                    message,
                    level=Level.NOTICE,
                    hint=f"换一位讲师或换一个月：{names}。",
                )


def _meetings(library: Library, found: tuple[Order, ...]) -> Iterator[Finding]:
    held: dict[Reference, list[tuple[datetime, datetime, Order]]] = {}
    for order in found:
        begins = start_of(order.start or "")
        if order.lecturer is None or order.progress == CANCELLED:
            continue
        if order.day is None or not order.day.day or begins is None:
            continue
        start = datetime.combine(order.day.first(), begins)
        end = start + timedelta(minutes=minutes_of(library, order))
        for other_start, other_end, other in held.setdefault(order.lecturer, []):
            if start < other_end and other_start < end:
                when = f"{other.day} {other.start}"
                message = f"讲师「{order.lecturer.id}」这时在上「{other.id}」（{when}）"
                yield about(
                    library,
                    key_of(order),
                    ("start",),
                    "C563",
                    message,
                    level=Level.WARNING,
                    hint="换时间或换讲师。",
                )
        held[order.lecturer].append((start, end, order))
