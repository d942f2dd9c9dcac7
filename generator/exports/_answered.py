"""A question with its right answer in parts, as other programs take it, not as it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..answers import BLANKS, LETTERS, RIGHT, accepted, letters
from ..records.question import BLANK, JUDGEMENT, MATCHING, ORDERING, SHORT, Question


class Choice(NamedTuple):
    """One option with its letter."""

    letter: str
    text: str
    right: bool


def usable(found: Iterable[Question]) -> tuple[Question, ...]:
    """The questions whose answer fits what is asked; the others are what `check` reports."""
    return tuple(one for one in found if _fits(one))


def choices(question: Question) -> tuple[Choice, ...]:
    """The options of a choice, each with its letter and whether it is right."""
    right = letters("".join(question.answer))
    return tuple(
        Choice(letter, str(text), letter in right)
        for letter, text in zip(LETTERS, question.options, strict=False)
    )


def is_true(question: Question) -> bool:
    """Whether what is to be judged is right."""
    return accepted(question) == ((RIGHT,),)


def spellings(question: Question) -> tuple[tuple[str, ...], ...]:
    """For each blank everything that counts as right, as written, the first first."""
    return tuple(tuple(one.strip() for one in part.split("|")) for part in question.answer)


def pairs(question: Question) -> tuple[tuple[str, str], ...]:
    """What belongs together in a matching: left, right."""
    found = letters("".join(question.answer))
    return tuple(
        (str(left), str(question.right[LETTERS.index(letter)]))
        for left, letter in zip(question.options, found, strict=True)
    )


def leftover(question: Question) -> tuple[str, ...]:
    """What stands at the right of a matching and belongs to nothing."""
    used = {right for _, right in pairs(question)}
    return tuple(str(one) for one in question.right if str(one) not in used)


def in_order(question: Question) -> tuple[str, ...]:
    """The items of an ordering from the first to the last."""
    found = letters("".join(question.answer))
    return tuple(str(question.options[LETTERS.index(letter)]) for letter in found)


def reference_answer(question: Question) -> str:
    """What a short answer should say, as author's text."""
    return "\n".join(str(one) for one in question.answer)


def labels(question: Question) -> tuple[str, ...]:
    """What a question can be looked for by: difficulty, keywords, fields of work."""
    words = (f"难度：{question.difficulty}", *question.keywords, *question.industries)
    return tuple(dict.fromkeys(map(str, words)))


def ascii_name(identifier: str) -> str:
    """An id for formats that know ASCII alone: itself where it is that, else a digest of it."""
    if identifier.isascii():
        return identifier
    return "x" + hashlib.sha256(identifier.encode()).hexdigest()[:16]


def with_blanks(text: str, fill: Callable[[int], str]) -> str:
    """Put `fill(number)` where something is to be filled in, counted from 0."""
    count = iter(range(len(text)))
    return BLANKS.sub(lambda _: fill(next(count)), text)


def _fits(question: Question) -> bool:
    kind = question.type
    if kind == SHORT:
        return True
    if not accepted(question):
        return False
    if kind == JUDGEMENT:
        return True
    if kind == BLANK:
        filled = all(all(some) for some in spellings(question))
        return filled and len(BLANKS.findall(question.text)) == len(question.answer)
    return len(question.options) > 1 and _letters_fit(question)


def _letters_fit(question: Question) -> bool:
    found = letters("".join(question.answer))
    among = question.right if question.type == MATCHING else question.options
    if any(LETTERS.index(one) >= len(among) for one in found):
        return False
    arranged = question.type in (MATCHING, ORDERING)
    return not arranged or len(set(found)) == len(found) == len(question.options)
