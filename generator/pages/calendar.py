"""The classes of each month as a calendar, a list on narrow screens, and a file for phones."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..addresses import calendar_file, calendar_index, calendar_page, training_page
from ..base.months import YearMonth, label
from ..base.page import Asset, Page
from ..base.reference import Reference
from ..classes import Class, classes
from ..editions import Edition
from ..records.order import Order
from ._calendar_file import calendar_file as written
from ._frame import render

_WEEK = ("一", "二", "三", "四", "五", "六", "日")
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class Held:
    """One class with the order it meets."""

    held: Class
    order: Order

    @property
    def time(self) -> str:
        """When it begins, such as 14:30; "" where that is not written."""
        return f"{self.held.start:%H:%M}" if self.held.start else ""

    @property
    def day(self) -> str:
        """The day and the day of the week in words."""
        day = self.held.day
        return f"{day.month}月{day.day}日　周{_WEEK[day.weekday()]}"


def pages(edition: Edition) -> Iterator[Page | Asset]:
    """Yield the list of months, and for each month with classes its page and its file."""
    found = classes(edition)
    months: dict[YearMonth, list[Held]] = {}
    for one in found.classes:
        order = edition.library.get(Reference("order", one.id))
        if isinstance(order, Order):
            months.setdefault((one.day.year, one.day.month), []).append(Held(one, order))
    today = edition.library.today
    yield render(
        edition,
        "calendar_list.md.j2",
        calendar_index(),
        "课表",
        months=[
            (label(month), calendar_page(*month), held, month < (today.year, today.month))
            for month, held in sorted(months.items(), reverse=True)
        ],
        training=training_page(),
    )
    ordered = sorted(months)
    for at, month in enumerate(ordered):
        held = months[month]
        around = [*ordered[max(0, at - 1) : at], *ordered[at + 1 : at + 2]]
        yield render(
            edition,
            "calendar.md.j2",
            calendar_page(*month),
            f"{label(month)}课表",
            [("课表", calendar_index())],
            week=_WEEK,
            weeks=tuple(_weeks(*month, held)),
            held=held,
            beside=[(label(one), calendar_page(*one)) for one in around],
            file=calendar_file(*month),
        )
        yield Asset(calendar_file(*month), written((one.held for one in held), found.issue))


def _weeks(year: int, month: int, held: list[Held]) -> Iterator[list[tuple[str, list[Held]]]]:
    """Weeks from Monday: the number of each day and its classes; "" for days of other months."""
    for week in calendar.Calendar(_MONDAY).monthdatescalendar(year, month):
        yield [(_number(day, month), [one for one in held if one.held.day == day]) for day in week]


def _number(day: date, month: int) -> str:
    return str(day.day) if day.month == month else ""
