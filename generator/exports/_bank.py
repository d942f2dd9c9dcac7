"""The questions that go into one file for an exam or learning system."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import Issue, lesson_sets, questions
from ..records.question import Question
from ._answered import usable

WHOLE = "题库"
CHOSEN = "选题"
_ELSEWHERE = "未分领域"


class Quiz(NamedTuple):
    """The quiz of a lesson: its id and title, and the ids of its questions."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Bank:
    """Questions in groups; those of a lesson are one group."""

    id: str
    """Of the lesson; 题库 for all questions, 选题 for those that were asked for."""
    title: str
    groups: tuple[tuple[str, tuple[Question, ...]], ...]
    issue: Issue
    lesson: bool
    quizzes: tuple[Quiz, ...] = ()
    """The quizzes that the questions belong to."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all groups."""
        return tuple(one for _, group in self.groups for one in group)

    @property
    def name(self) -> str:
        """The name of its file, without what says the format."""
        return f"{self.id}-测验" if self.lesson else self.id


def banks(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Bank]:
    """Yield the quiz of every lesson, then all questions.

    Where lessons are named it is theirs alone; where cases or questions are named, what was
    chosen by them is one bank.
    """
    quizzes = []
    for one in lesson_sets(edition, only):
        asked = usable(one.questions)
        if asked:
            lesson = one.lesson
            quiz = Quiz(lesson.id, lesson.heading, tuple(question.id for question in asked))
            quizzes.append(quiz)
            own = ((lesson.heading, asked),)
            yield Bank(lesson.id, lesson.heading, own, one.issue, lesson=True, quizzes=(quiz,))
    chosen = [key for key in only if key.kind != "lesson"]
    if only and not chosen:
        return
    asked = usable(questions(edition, chosen))
    if asked:
        name = CHOSEN if only else WHOLE
        groups = _grouped(edition, asked)
        within = () if only else tuple(quizzes)
        yield Bank(name, name, groups, Issue.of(edition), lesson=False, quizzes=within)


def _grouped(
    edition: Edition, found: Iterable[Question]
) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    groups: dict[str, list[Question]] = {}
    for question in found:
        groups.setdefault(_group(edition, question), []).append(question)
    return tuple((name, tuple(group)) for name, group in groups.items())


def _group(edition: Edition, question: Question) -> str:
    if question.industries:
        return str(question.industries[0])
    cases = [edition.library.get(key) for key in question.cases]
    return next((case.heading for case in cases if case is not None), _ELSEWHERE)
