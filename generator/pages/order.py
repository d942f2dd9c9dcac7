"""The page of an order: what was asked for, what meets it and why, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ..order_matching import proposal
from ..records.order import Order
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per order."""
    clauses = Clauses(edition)
    for record in edition.library.of_kind("order"):
        if not isinstance(record, Order):
            continue
        path = record_page(key_of(record))
        cited = clauses.cite(record, path)
        yield render(
            edition,
            "order.md.j2",
            path,
            record.heading,
            [("培训订单", list_page("order"))],
            order=cited.record,
            found=proposal(edition.library, record),
            notes=cited.notes,
        )
