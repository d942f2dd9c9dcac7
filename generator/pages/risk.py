"""The page of a risk: which posts, which step of power, its signs, and what holds it."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, post_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ..records.risk import Risk
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per risk."""
    clauses = Clauses(edition)
    for record in edition.library.of_kind("risk"):
        if not isinstance(record, Risk):
            continue
        path = record_page(key_of(record))
        cited = clauses.cite(record, path)
        yield render(
            edition,
            "risk.md.j2",
            path,
            record.heading,
            [("廉政风险点", list_page("risk"))],
            risk=cited.record,
            posts=[(str(one), post_page(str(one))) for one in record.posts],
            notes=cited.notes,
        )
