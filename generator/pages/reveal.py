"""What a lesson holds back: pages of their own, under names that nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ..library import key_of
from ..reveals import reveal_page
from ._lesson_part import beside_lesson


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per text that is held back; the search does not know them."""
    settings = edition.library.settings
    for one in lesson_sets(edition):
        for at, reveal in enumerate(one.lesson.reveals):
            path = reveal_page(settings, key_of(one.lesson), at)
            title = str(reveal.title)
            page = beside_lesson(edition, one, path, title, "reveal.md.j2", reveal=reveal)
            yield replace(page, searchable=False)
