"""The page of a course: its lessons in order, what they take, and how far the reader has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..addresses import lesson_part_page, list_page, record_page
from ..base.page import Page
from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import LessonSet, lesson_set
from ..library import key_of
from ..records.course import Course
from ..records.lesson import Lesson
from ._citations import Clauses
from ._frame import render


@dataclass(frozen=True, slots=True)
class Unit:
    """One lesson of a course."""

    key: Reference
    note: str
    set: LessonSet
    earlier: tuple[Reference, ...]
    quiz: str
    """The page of its quiz, "" where it has none."""


@dataclass(frozen=True, slots=True)
class CourseView:
    """What the template needs beside the record; the sums are computed."""

    units: tuple[Unit, ...]
    minutes: int
    hours: Decimal
    quiz_hours: Decimal
    quizzes: int
    """How many quizzes can be passed, that of the course included."""
    quiz: str


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per course."""
    clauses = Clauses(edition)
    for record in edition.library.of_kind("course"):
        if not isinstance(record, Course):
            continue
        path = record_page(key_of(record))
        cited = clauses.cite(record, path)
        yield render(
            edition,
            "course.md.j2",
            path,
            record.heading,
            [("课程", list_page("course"))],
            course=cited.record,
            view=_view(edition, record),
            notes=cited.notes,
        )


def _view(edition: Edition, course: Course) -> CourseView:
    units = tuple(_units(edition, course))
    own = lesson_part_page(key_of(course), "quiz") if course.quiz else ""
    return CourseView(
        units,
        sum(one.set.minutes for one in units),
        sum((one.set.hours for one in units), Decimal(0)),
        edition.library.settings.teaching.quiz_hours,
        sum(bool(one.quiz) for one in units) + bool(own),
        own,
    )


def _units(edition: Edition, course: Course) -> Iterator[Unit]:
    for part in course.lessons:
        lesson = edition.library.get(part.lesson)
        if isinstance(lesson, Lesson):
            one = lesson_set(edition, lesson)
            quiz = lesson_part_page(part.lesson, "quiz") if one.questions else ""
            yield Unit(part.lesson, str(part.note or ""), one, lesson.prerequisites, quiz)
