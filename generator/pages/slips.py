"""The page on which a lecturer reads the result slips of a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..addresses import slips_page
from ..base.page import Page
from ..edition_rules import EDITIONS, PUBLIC
from ..editions import Edition
from ..records.question import Question
from ._frame import render
from ._quiz import Quiz, version_of
from .quiz import quizzes


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one page, in editions for lecturers only: it holds what is right."""
    if not edition.rule.lecturer_fields:
        return
    found = [one for _, quiz in quizzes(edition) for one in _versions(quiz)]
    if not found:
        return
    items = {one.question.id: one for quiz in found for one in quiz.items}
    page = render(
        edition,
        "slips.md.j2",
        slips_page(),
        "收答题单",
        quizzes=found,
        items=[items[name] for name in sorted(items)],
    )
    yield replace(page, searchable=False)


def _versions(quiz: Quiz) -> Iterator[Quiz]:
    """The quiz as a lecturer has it, and as the public has it where that is less."""
    yield quiz
    kept = tuple(one for one in quiz.items if _is_public(one.question))
    if kept and len(kept) < len(quiz.items):
        points = sum(one.question.points for one in kept if one.digests)
        title = f"{quiz.title}（公开版）"
        yield replace(quiz, title=title, version=version_of(kept), items=kept, points=points)


def _is_public(question: Question) -> bool:
    rule = EDITIONS[PUBLIC]
    return question.audience in rule.audiences and question.status in rule.states
