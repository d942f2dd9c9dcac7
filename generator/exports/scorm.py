"""SCORM 1.2: a lesson with its quiz as a package that a learning platform plays and marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..base.reference import Reference
from ..editions import Edition, take
from ..lesson_set import LessonSet, digest, lesson_sets
from ..records.question import Question
from . import Document, Format
from ._answered import usable
from ._later import later

FORMAT = Format(
    "SCORM 1.2 课件包：教案正文和测验，学习平台记录成绩",
    lecturer_only=True,
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one package per lesson with a quiz, made of what learners may see.

    The answers come from the edition as it is: the package marks with them.
    """
    for given in lesson_sets(_for_learners(edition), only):
        answered = usable(_answered(edition, given))
        asked = {question.id for question in answered}
        shown = replace(given, questions=tuple(one for one in given.questions if one.id in asked))
        if answered:
            yield Document(
                f"scorm/{given.lesson.id}-scorm12.zip",
                digest(shown, answered),
                later("_scorm", "package", shown, answered),
            )


def _for_learners(edition: Edition) -> Edition:
    """Without what is for lecturers: learners open the package, whoever made it."""
    audiences = edition.rule.audiences - {"教员"}
    return take(edition.library, replace(edition.rule, audiences=audiences, lecturer_fields=False))


def _answered(edition: Edition, given: LessonSet) -> Iterator[Question]:
    for question in given.questions:
        found = edition.library.get(Reference(Question.kind, question.id))
        if isinstance(found, Question):
            yield found
