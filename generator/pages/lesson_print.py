"""All of a lesson on one page, for printing: the lesson, its cases whole, its questions."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ._lesson_part import lesson_part


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per lesson."""
    for one in lesson_sets(edition):
        yield lesson_part(edition, one, "print", "全本", "lesson_print.md.j2")
