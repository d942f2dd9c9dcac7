"""What a lesson holds back: pages of their own, under names that nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..lesson_set import lesson_sets
from ..library import key_of
from ..reveals import reveal_page
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per text that is held back; the search does not know them."""
    settings = edition.library.settings
    for one in lesson_sets(edition):
        key = key_of(one.lesson)
        crumbs = [("教案", list_page("lesson")), (one.lesson.heading, record_page(key))]
        for at, reveal in enumerate(one.lesson.reveals):
            made = render(
                edition,
                "reveal.md.j2",
                reveal_page(settings, key, at),
                str(reveal.title),
                crumbs,
                reveal=reveal,
                lesson=one.lesson,
            )
            yield Page(made.path, made.title, made.body, searchable=False)
