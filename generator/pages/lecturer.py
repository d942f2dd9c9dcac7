"""The page of a lecturer: what somebody can teach, to whom, and when the next classes are."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ..records.lecturer import Lecturer
from ..records.order import Order
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per lecturer."""
    library = edition.library
    for record in library.of_kind("lecturer"):
        if not isinstance(record, Lecturer):
            continue
        users = [link.source for link in library.backlinks.get(key_of(record), ())]
        orders = [library.get(key) for key in dict.fromkeys(users) if key.kind == "order"]
        yield render(
            edition,
            "lecturer.md.j2",
            record_page(key_of(record)),
            record.heading,
            [("讲师", list_page("lecturer"))],
            record=record,
            orders=sorted(
                (one for one in orders if isinstance(one, Order)),
                key=lambda one: (str(one.date), one.id),
            ),
        )
