"""The page of a working practice: problem, measures, effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..addresses import list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..library import key_of
from ._frame import render
from .case import by_line, cite_line


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per practice."""
    library = edition.library
    for record in library.of_kind("practice"):
        practice: Any = record
        key = key_of(record)
        path = record_page(key)
        links = library.citations.get(key, ())
        yield render(
            edition,
            "practice.md.j2",
            path,
            record.heading,
            [("经验做法", list_page("practice"))],
            practice=practice,
            citations=[
                cite_line(path, line, found) for line, found in by_line(practice.citations, links)
            ],
        )
