"""A question in the parts that exam systems here import, whatever the file is."""

from __future__ import annotations

from dataclasses import dataclass

from ..answers import LETTERS, letters
from ..records.question import (
    BLANK,
    JUDGEMENT,
    MATCHING,
    QUESTION_TYPES,
    SHORT,
    Question,
)
from ._answered import is_true, reference_answer, spellings, with_blanks
from ._bank import Bank
from ._prose_html import plain_lines

GAP = "____"


@dataclass(frozen=True, slots=True)
class ExamRow:
    """One question as words; of what was running text each paragraph is a line."""

    type: str
    stem: tuple[str, ...]
    options: tuple[str, ...]
    """What has letters: of a matching the right column, the left one stands in the stem."""
    answer: str
    explanation: tuple[str, ...]
    difficulty: str
    points: int
    keywords: str


def exam_rows(bank: Bank) -> list[ExamRow]:
    """The questions of a bank by type, each type in the order of the bank."""
    found = sorted(bank.questions, key=lambda one: QUESTION_TYPES.index(one.type))
    return [_row(question) for question in found]


def _row(question: Question) -> ExamRow:
    stem = plain_lines(with_blanks(question.text, lambda _: GAP))
    options = question.options
    if question.type == MATCHING:
        stem += [f"{number}. {text}" for number, text in enumerate(options, 1)]
        options = question.right
    return ExamRow(
        f"{question.type}题",
        tuple(stem),
        tuple(map(str, options)),
        _answer(question),
        tuple(plain_lines(question.explanation or "")),
        question.difficulty,
        question.points,
        "、".join(map(str, question.keywords)),
    )


def _answer(question: Question) -> str:
    kind = question.type
    if kind == JUDGEMENT:
        return "正确" if is_true(question) else "错误"
    if kind == BLANK:
        parts = ([one.replace(";", "；") for one in some] for some in spellings(question))
        return "|".join(";".join(dict.fromkeys(some)) for some in parts)
    if kind == SHORT:
        return "\n".join(plain_lines(reference_answer(question)))
    found = letters("".join(question.answer))
    if kind == MATCHING:
        return "；".join(f"{number}-{letter}" for number, letter in enumerate(found, 1))
    # Of a choice the order of the letters says nothing; systems compare them as text.
    return "".join(sorted(found, key=LETTERS.index)) if kind in _CHOSEN else found


_CHOSEN = QUESTION_TYPES[:2]
