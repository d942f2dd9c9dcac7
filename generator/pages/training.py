"""Classes by month: what is met, by whom and when; what nobody can teach; load; what lies."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import calendar_index, list_page, training_page
from ..base.months import YearMonth, label
from ..base.page import Page
from ..editions import Edition
from ..records.order import Order
from ..training import CANCELLED, PLANNED, TAUGHT, WAITING, gaps, loads, month_of, orders, unused
from ._frame import render

_MOST = 40
"""How many lessons or cases that no class uses are listed; the rest is a number."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one page."""
    library = edition.library
    found = orders(library)
    months: dict[YearMonth, list[Order]] = {}
    for order in found:
        months.setdefault(month_of(order), []).append(order)
    columns, rows = loads(library, found)
    lessons, cases = unused(library, found)
    missing = gaps(library, found)
    yield render(
        edition,
        "training.md.j2",
        training_page(),
        "订单培训",
        counts=[
            (state, sum(one.progress == state for one in found))
            for state in (WAITING, PLANNED, TAUGHT, CANCELLED)
        ],
        months=[(label(month), of) for month, of in sorted(months.items(), reverse=True)],
        gaps=missing,
        missing=sum(len(one.lines) for one in missing),
        columns=[f"{month}月" if month != 1 else f"{year}年1月" for year, month in columns],
        loads=rows,
        unused=(("教案", lessons), ("案例", cases)),
        most=_MOST,
        ways=[
            ("课表", calendar_index()),
            ("全部订单", list_page("order")),
            ("讲师", list_page("lecturer")),
        ],
    )
