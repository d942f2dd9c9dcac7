"""The objectives and key points of all lessons on one page."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, objectives_page
from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page; it is there without lessons too, since the navigation names it."""
    yield render(
        edition,
        "objectives.md.j2",
        objectives_page(),
        "目标与要点汇总",
        [("教案", list_page("lesson"))],
        sets=list(lesson_sets(edition)),
    )
