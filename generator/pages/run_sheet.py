"""The run-sheet of a lesson: from minute to minute who does what, on one sheet of A4."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import lesson_part_page, list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ..library import key_of
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one run-sheet per lesson that has steps."""
    for one in lesson_sets(edition):
        if not one.slots:
            continue
        key = key_of(one.lesson)
        crumbs = [("教案", list_page("lesson")), (one.lesson.heading, record_page(key))]
        yield render(
            edition,
            "run_sheet.md.j2",
            lesson_part_page(key, "run-sheet"),
            f"流程单：{one.lesson.heading}",
            crumbs,
            lesson=one.lesson,
            set=one,
            rows=list(zip(one.slots, one.lesson.steps, strict=True)),
        )
