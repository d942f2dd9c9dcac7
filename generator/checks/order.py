"""A class has what it needs to be held, and its day fits how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.order import Order
from ..training import PLANNED, TAUGHT, WAITING, orders
from ._finding import about

RULES = (
    ("C560", "已排课、已授课的订单写明教案、讲师、上课日期"),
    ("C561", "上课不早于订单提出的月份"),
    ("C562", "已授课的日期已过，没有上的课日期没有过"),
)
_EARLY = 31
"""Days before the month that was asked for, in which a class may still be held."""


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every order."""
    for order in orders(library):
        yield from _order(library, order)


def _order(library: Library, order: Order) -> Iterator[Finding]:
    say = partial(about, library, key_of(order))
    if order.progress in (PLANNED, TAUGHT):
        missing = [
            label
            for label, value in (
                ("教案", order.lesson),
                ("讲师", order.lecturer),
                ("上课日期", order.day),
            )
            if value is None
        ]
        if missing:
            message = f"进展是{order.progress}，却没有写{'、'.join(missing)}"
            hint = "补上；还没有定下来的改为「待安排」。"
            yield say(("progress",), "C560", message, level=Level.WARNING, hint=hint)
    day, today = order.day, library.today
    if day is not None and (order.month.first() - day.last()).days > _EARLY:
        message = f"上课日期 {day} 比订单要的月份 {order.month} 早一个多月"
        yield say(("day",), "C561", message, level=Level.WARNING, hint="检查年份和月份。")
    if day is not None and order.progress == TAUGHT and day.first() > today:
        message = f"已授课，上课日期 {day} 却还没有到"
        hint = "检查日期，或把进展改为「已排课」。"
        yield say(("day",), "C562", message, level=Level.WARNING, hint=hint)
    over = day or order.month
    if order.progress in (WAITING, PLANNED) and over.last() < today:
        message = f"{over.chinese()}已过，进展还是{order.progress}"
        hint = "上过了改为「已授课」，不上了改为「已取消」，或另定日期。"
        yield say(("progress",), "C562", message, level=Level.NOTICE, hint=hint)
