"""The page of one question: answered by itself, with what it is taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..addresses import lesson_part_page, list_page, record_page
from ..base.page import Page
from ..base.reference import Reference
from ..editions import Edition
from ..library import key_of
from ..records.question import Question
from ._citations import Clauses
from ._frame import render
from ._quiz import quiz_of


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per question."""
    clauses = Clauses(edition)
    for record in edition.library.of_kind("question"):
        if not isinstance(record, Question):
            continue
        key = key_of(record)
        path = record_page(key)
        cited = clauses.cite(record, path)
        quiz = quiz_of(edition, key, record.heading, [record])
        page = render(
            edition,
            "question.md.j2",
            path,
            f"{record.type}题　{record.id}",
            [("题目", list_page("question"))],
            question=cited.record,
            quiz=quiz,
            one=replace(quiz.items[0], question=cited.record),
            users=list(_users(edition, key)),
            notes=cited.notes,
        )
        # What is asked names the page in lists; on the page itself it would stand twice.
        yield Page(page.path, record.heading, page.body)


def _users(edition: Edition, key: Reference) -> Iterator[tuple[Reference, str]]:
    """The lessons and courses that ask this question, each with its quiz."""
    users = (link.source for link in edition.library.backlinks.get(key, ()))
    for user in dict.fromkeys(users):
        if user.kind in ("lesson", "course"):
            yield user, lesson_part_page(user, "quiz")
