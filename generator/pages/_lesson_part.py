"""A page beside that of a lesson, made of everything that a class needs of it."""

from __future__ import annotations

from typing import Any

from ..addresses import lesson_part_page, list_page, record_page
from ..base.page import Page
from ..editions import Edition
from ..lesson_set import LessonSet
from ..library import key_of
from ._frame import render


def lesson_part(
    edition: Edition, one: LessonSet, part: str, label: str, template: str, **view: Any
) -> Page:
    """Fill the template of one part; its title is the label and the title of the lesson."""
    path = lesson_part_page(key_of(one.lesson), part)
    title = f"{label}：{one.lesson.heading}"
    return beside_lesson(edition, one, path, title, template, set=one, **view)


def beside_lesson(
    edition: Edition, one: LessonSet, path: str, title: str, template: str, **view: Any
) -> Page:
    """Fill a template for a page of any address whose way back leads over the lesson."""
    way = [("教案", list_page("lesson")), (one.lesson.heading, record_page(key_of(one.lesson)))]
    return render(edition, template, path, title, way, lesson=one.lesson, **view)
