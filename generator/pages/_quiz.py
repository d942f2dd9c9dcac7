"""Questions as a page shows them: what is asked, how it is compared, and what a lecturer sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..addresses import lesson_part_page
from ..answers import LETTERS, accepted
from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest
from ..library import key_of
from ..records.question import (
    BLANK,
    JUDGEMENT,
    MATCHING,
    ORDERING,
    SHORT,
    Question,
)

_VERSION = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a quiz."""

    question: Question
    number: int
    salt: str
    digests: str
    """The digests of what is right: blanks between those of one place, | between places."""
    said: tuple[str, ...]
    """What is right, in words; () where the edition does not hold it."""
    key: str
    """What is right as it is written on a slip; "" where the edition does not hold it."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions that are answered together."""

    name: str
    """Kind and id of the lesson, case or course."""
    title: str
    path: str
    version: str
    """A digest of what is asked: a slip tells by it which questions it answers."""
    items: tuple[Item, ...]
    points: int
    """The points that a program can give; short answers are read by people."""
    pass_mark: int

    @property
    def passing(self) -> int:
        """The points that pass."""
        return -(-self.points * self.pass_mark // 100)


def quiz_of(edition: Edition, key: Reference, title: str, asked: Iterable[Question]) -> Quiz:
    """Gather the quiz of a lesson, case or course."""
    items = tuple(_item(edition, number, one) for number, one in enumerate(asked, 1))
    return Quiz(
        str(key),
        title,
        lesson_part_page(key, "quiz"),
        version_of(items),
        items,
        sum(one.question.points for one in items if one.digests),
        edition.library.settings.teaching.pass_mark,
    )


def version_of(items: Iterable[Item]) -> str:
    """The same for everybody who is asked the same, whatever their edition holds beside it."""
    asked = [
        (one.id, one.type, str(one.text), one.points, *one.options, "", *one.right)
        for one in (item.question for item in items)
    ]
    return digest(*asked)[:_VERSION]


def _item(edition: Edition, number: int, question: Question) -> Item:
    found = edition.answers.get(key_of(question))
    return Item(
        question,
        number,
        found.salt if found else "",
        "|".join(" ".join(place) for place in found.places) if found else "",
        tuple(answer_lines(question)),
        ";".join(place[0] for place in accepted(question)),
    )


def answer_lines(question: Question) -> list[str]:
    """What is right, in words; nothing where the edition does not hold it."""
    answer = [str(one) for one in question.answer]
    if question.type == BLANK:
        return [one.replace("|", " 或 ") for one in answer]
    if question.type == SHORT:
        return answer
    right = "".join(place[0] for place in accepted(question))
    if question.type == MATCHING:
        pairs = zip(question.options, right, strict=False)
        return [f"{left} —— {one}. {_text(question.right, one)}" for left, one in pairs]
    if question.type == ORDERING:
        return [f"{one}. {_text(question.options, one)}" for one in right]
    if question.type == JUDGEMENT:
        return [right] if right else []
    return [f"{one}. {_text(question.options, one)}" for one in right]


def _text(options: tuple[str, ...], letter: str) -> str:
    position = LETTERS.find(letter)
    return str(options[position]) if 0 <= position < len(options) else ""
