"""Questions on paper: what is asked, what may be chosen, and what is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..answers import LETTERS, RIGHT, accepted, letters
from ..records.question import BLANK, JUDGEMENT, MATCHING, ORDERING, SHORT, Question
from ._blocks import AnswerLines, Block, Paragraph, Span, Style, Table, row, text
from ._prose import blocks

_SHORT_ANSWER_LINES = 4
_WRITTEN_IN_BRACKETS = "（　　）"


def questions(asked: Iterable[Question]) -> Iterator[Block]:
    """Yield questions one after the other, with room for the answers and without any answer."""
    for number, question in enumerate(asked, 1):
        yield from _question(number, question)


def _question(number: int, question: Question) -> Iterator[Block]:
    label = f"{number}. （{question.type}，{question.points} 分）"
    found = list(blocks(question.text)) or [Paragraph(())]
    first, *rest = found
    bracket = "" if question.type in (BLANK, SHORT, MATCHING, ORDERING) else _WRITTEN_IN_BRACKETS
    if isinstance(first, Paragraph):
        yield replace(first, text=(Span(label), *first.text), style=Style.BODY)
    else:
        yield Paragraph(text(label))
        yield first
    yield from rest
    if question.type == MATCHING:
        yield _matching(question)
    else:
        for letter, option in zip(LETTERS, question.options, strict=False):
            yield Paragraph(text(f"{letter}. {option}"))
    if question.type == JUDGEMENT:
        yield Paragraph(text(f"对打√，错打×：{bracket}"))
    elif question.type == ORDERING:
        yield Paragraph(text("正确的次序：" + "→".join("____" for _ in question.options)))
    elif question.type == SHORT:
        yield AnswerLines(_SHORT_ANSWER_LINES)
    elif bracket:
        yield Paragraph(text(f"答案：{bracket}"))


def _matching(question: Question) -> Table:
    count = max(len(question.options), len(question.right))
    left = [f"{number}. {one}" for number, one in enumerate(question.options, 1)]
    right = [f"{letter}. {one}" for letter, one in zip(LETTERS, question.right, strict=False)]
    left += [""] * (count - len(left))
    right += [""] * (count - len(right))
    return Table(
        (row("左栏", "右栏"), *(row(*pair) for pair in zip(left, right, strict=True))), head=True
    )


def answers(asked: Iterable[Question]) -> Iterator[Block]:
    """Yield what is right for each question that has an answer or an explanation here."""
    for number, question in enumerate(asked, 1):
        right = right_answer(question)
        if not right and not question.explanation:
            continue
        yield from _answer(number, question, right)


def _answer(number: int, question: Question, right: str) -> Iterator[Block]:
    lead = f"{number}. {right or '见解析'}"
    explained = blocks(question.explanation)
    if explained and isinstance(explained[0], Paragraph):
        stop = "" if lead.endswith(("。", "！", "？")) else "。"
        yield replace(explained[0], text=(Span(lead, strong=True), Span(stop), *explained[0].text))
        yield from explained[1:]
    else:
        yield Paragraph((Span(lead, strong=True),))
        yield from explained


def right_answer(question: Question) -> str:
    """What is right, as it is said in class; "" where this edition does not hold it."""
    written = [str(one) for one in question.answer]
    if not written:
        return ""
    if question.type == SHORT:
        return "；".join(written)
    if question.type == BLANK:
        blanks = [" 或 ".join(part.strip() for part in one.split("|")) for one in written]
        return (
            blanks[0]
            if len(blanks) == 1
            else "；".join(f"（{number}）{one}" for number, one in enumerate(blanks, 1))
        )
    if question.type == JUDGEMENT:
        known = accepted(question)
        return ("√" if known[0][0] == RIGHT else "×") if known else "".join(written)
    chosen = letters("".join(written))
    if question.type == MATCHING:
        return "，".join(f"{number}—{one}" for number, one in enumerate(chosen, 1))
    return "→".join(chosen) if question.type == ORDERING else chosen
