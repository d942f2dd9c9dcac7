"""The quizzes: all questions of a lesson, of a case or of a course on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..addresses import list_page, record_page, slips_page
from ..base.page import Page
from ..base.record import Record
from ..editions import Edition
from ..lesson_set import case_sets, lesson_sets
from ..library import key_of
from ..records.course import Course
from ..records.question import Question
from ._frame import render
from ._quiz import Quiz, quiz_of


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per quiz; the pages of the questions are what the search finds."""
    for record, quiz in quizzes(edition):
        slips = slips_page() if edition.rule.lecturer_fields else ""
        crumbs = [
            (record.label, list_page(record.kind)),
            (record.heading, record_page(key_of(record))),
        ]
        page = render(
            edition,
            "quiz.md.j2",
            quiz.path,
            f"测验：{record.heading}",
            crumbs,
            quiz=quiz,
            slips=slips,
        )
        yield replace(page, searchable=False)


def quizzes(edition: Edition) -> Iterator[tuple[Record, Quiz]]:
    """Yield every lesson, case and course that asks something, with what it asks."""
    for record, asked in _asking(edition):
        if asked:
            yield record, quiz_of(edition, key_of(record), record.heading, asked)


def _asking(edition: Edition) -> Iterator[tuple[Record, tuple[Question, ...]]]:
    for lesson in lesson_sets(edition):
        yield lesson.lesson, lesson.questions
    for case in case_sets(edition):
        yield case.case, case.questions
    for record in edition.library.of_kind("course"):
        if isinstance(record, Course):
            found = [edition.library.get(key) for key in record.quiz]
            yield record, tuple(one for one in found if isinstance(one, Question))
