"""The run-sheet of a lesson: from minute to minute who does what, on one sheet of A4."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ._lesson_part import lesson_part


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one run-sheet per lesson that has steps."""
    for one in lesson_sets(edition):
        if one.slots:
            rows = list(zip(one.slots, one.lesson.steps, strict=True))
            yield lesson_part(edition, one, "run-sheet", "流程单", "run_sheet.md.j2", rows=rows)
