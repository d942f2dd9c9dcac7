"""All of a lesson on one page, for printing: the lesson, its cases whole, its questions."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import lesson_part_page, list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ..library import key_of
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per lesson."""
    for one in lesson_sets(edition):
        key = key_of(one.lesson)
        crumbs = [("教案", list_page("lesson")), (one.lesson.heading, record_page(key))]
        yield render(
            edition,
            "lesson_print.md.j2",
            lesson_part_page(key, "print"),
            f"全本：{one.lesson.heading}",
            crumbs,
            lesson=one.lesson,
            set=one,
        )
