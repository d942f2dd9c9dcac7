"""The slides of a lesson: a page of its own that a browser projects, from a disk too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment

from ..addresses import LIBRARY, lesson_part_page, record_page, slides_file
from ..base.html_alone import html_alone
from ..base.markdown import Raw
from ..base.page import Asset, html_address, relative
from ..base.template import environment
from ..editions import Edition
from ..lesson_set import lesson_sets
from ..library import key_of
from ._slides import slides_of


def pages(edition: Edition) -> Iterator[Asset]:
    """Yield one deck per lesson."""
    template = _environment().get_template("slides.html.j2")
    for one in lesson_sets(edition):
        key = key_of(one.lesson)
        path = slides_file(key)
        quiz = html_address(lesson_part_page(key, "quiz")) if one.questions else ""
        text = template.render(
            set=one,
            lesson=one.lesson,
            slides=list(slides_of(one)),
            assets=relative(path, f"{LIBRARY}/assets"),
            back=relative(path, html_address(record_page(key))),
            quiz=relative(path, quiz) if quiz else "",
            notes=html_alone(str(one.lesson.notes)) if one.lesson.notes else Raw(""),
        )
        yield Asset(path, text.encode())


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent)
