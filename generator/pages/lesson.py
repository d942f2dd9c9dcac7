"""The page of a lesson: for whom, how long, with which cases, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..addresses import lesson_part_page, list_page, record_page, slips_page
from ..base.page import Page
from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import LessonSet, lesson_sets
from ..library import key_of
from ..reveals import reveal_page
from ..timetable import before, case_doubts
from ._citations import Clauses
from ._frame import render


@dataclass(frozen=True, slots=True)
class Told:
    """A text that is held back, where it stands, and whether everybody is led there."""

    title: str
    path: str
    linked: bool


@dataclass(frozen=True, slots=True)
class LessonView:
    """What the template needs beside the record."""

    set: LessonSet
    tools: tuple[tuple[str, str], ...]
    """The other pages of the lesson: label and path."""
    before: tuple[Reference, ...]
    doubts: dict[Reference, str]
    reveals: tuple[Told, ...]
    courses: tuple[Reference, ...]
    lecturers: tuple[Reference, ...]
    quiz: str
    """The page of the quiz; "" where there is none."""
    points: int
    passing: int
    quiz_hours: Decimal


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per lesson."""
    clauses = Clauses(edition)
    for one in lesson_sets(edition):
        path = record_page(key_of(one.lesson))
        cited = clauses.cite(one.lesson, path)
        yield render(
            edition,
            "lesson.md.j2",
            path,
            one.lesson.heading,
            [("教案", list_page("lesson"))],
            lesson=cited.record,
            view=_view(edition, one),
            notes=cited.notes,
        )


def _view(edition: Edition, one: LessonSet) -> LessonView:
    library, lesson = edition.library, one.lesson
    key = key_of(lesson)
    users = [link.source for link in library.backlinks.get(key, ())]
    users = list(dict.fromkeys(users))
    points = sum(question.points for question in one.questions)
    return LessonView(
        one,
        tuple(_tools(one, key)),
        tuple(key_of(earlier) for earlier in before(library, lesson)),
        {case.bare(): reason for case, reason in case_doubts(library, lesson)},
        tuple(_told(edition, one, key)),
        tuple(user for user in users if user.kind == "course"),
        tuple(user for user in users if user.kind == "lecturer"),
        lesson_part_page(key, "quiz") if one.questions else "",
        points,
        -(-points * one.pass_mark // 100),
        library.settings.teaching.quiz_hours,
    )


def _tools(one: LessonSet, key: Reference) -> Iterator[tuple[str, str]]:
    yield "幻灯片", lesson_part_page(key, "slides").removesuffix(".md") + ".html"
    yield "讲义", lesson_part_page(key, "handout")
    if one.slots:
        yield "流程单", lesson_part_page(key, "run-sheet")
    yield "全本", lesson_part_page(key, "print")
    if one.questions:
        yield "测验", lesson_part_page(key, "quiz")
        if one.issue.lecturer:
            yield "收答题单", slips_page()


def _told(edition: Edition, one: LessonSet, key: Reference) -> Iterator[Told]:
    """Learners are led to what is given out; a lecturer sees all."""
    for at, reveal in enumerate(one.lesson.reveals):
        linked = reveal.linked == "是"
        if linked or edition.rule.lecturer_fields:
            path = reveal_page(edition.library.settings, key, at)
            yield Told(str(reveal.title), path, linked)
