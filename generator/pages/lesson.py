"""The page of a lesson: for whom, how long, with which cases, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per lesson."""
    library = edition.library
    clauses = Clauses(edition)
    for record in library.of_kind("lesson"):
        key = key_of(record)
        path = record_page(key)
        cited = clauses.cite(record, path)
        yield render(
            edition,
            "lesson.md.j2",
            path,
            record.heading,
            [("教案", list_page("lesson"))],
            lesson=cited.record,
            notes=cited.notes,
        )
