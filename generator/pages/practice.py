"""The page of a working practice: problem, measures, effect."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per practice."""
    library = edition.library
    clauses = Clauses(edition)
    for record in library.of_kind("practice"):
        key = key_of(record)
        path = record_page(key)
        cited = clauses.cite(record, path)
        yield render(
            edition,
            "practice.md.j2",
            path,
            record.heading,
            [("经验做法", list_page("practice"))],
            practice=cited.record,
            notes=cited.notes,
        )
