"""The hand-out of a lesson: its cases, the questions with room to write, the self-check."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ._lesson_part import lesson_part


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one hand-out per lesson."""
    for one in lesson_sets(edition):
        yield lesson_part(edition, one, "handout", "讲义", "handout.md.j2")
