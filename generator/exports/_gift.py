"""One bank as GIFT, as Moodle documents it under `qformat_gift`.

A wrong option of a multiple choice takes all points, as exams here do; some of the right ones
give their share. GIFT has one gap per question and no ordering, so several blanks become a
question each, and an ordering a matching of places and items.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..base.numerals import to_chinese
from ..records.question import (
    BLANK,
    JUDGEMENT,
    MATCHING,
    ORDERING,
    SEVERAL,
    SHORT,
    SINGLE,
    Question,
)
from ._answered import (
    choices,
    in_order,
    is_true,
    labels,
    leftover,
    pairs,
    reference_answer,
    spellings,
    with_blanks,
)
from ._bank import Bank
from ._prose_html import blocks_of, escaped, html_of

_RESERVED = str.maketrans({one: f"\\{one}" for one in "\\~=#{}:"})
_GAP = "\0"
"""Stands for the answer until everything around it is escaped."""
_ORDER = "（为每个位次选出对应的一项）"


def gift(bank: Bank) -> bytes:
    """Write one bank; UTF-8, one question per paragraph."""
    parts = [f"// {_line(bank.issue.site)}　{_line(bank.title)}　{bank.issue.day.isoformat()}"]
    for name, group in bank.groups:
        parts.append(f"$CATEGORY: $course$/top/{_category(bank.issue.site)}/{_category(name)}")
        for question in group:
            parts += _questions(question)
    return ("\n\n".join(parts) + "\n").encode()


def _questions(question: Question) -> Iterator[str]:
    if question.type != BLANK:
        hint = _ORDER if question.type == ORDERING else ""
        stem = html_of(question.text) + hint + _GAP
        yield _question(question, question.id, stem, _answers(question))
        return
    every = spellings(question)
    for at, some in enumerate(every):
        name = f"{question.id}-{at + 1}" if len(every) > 1 else question.id
        answers = "".join(f" ={_typed(one)}" for one in some)
        stem = with_blanks(
            html_of(question.text),
            lambda number, at=at: _GAP if number == at else f"（第{to_chinese(number + 1)}空）",  # type: ignore[misc]
        )
        yield _question(question, name, stem, answers)


def _question(question: Question, name: str, stem: str, answers: str) -> str:
    feedback = _feedback(question)
    before, _, after = stem.partition(_GAP)
    tags = "".join(f" [tag:{_tag(one)}]" for one in labels(question))
    return (
        f"// [id:{name}]{tags}\n"
        f"::{name.translate(_RESERVED)}::[html]{_reserved(before)}"
        f"{{{answers}{feedback}}}{_reserved(after)}"
    )


def _answers(question: Question) -> str:
    kind = question.type
    if kind == JUDGEMENT:
        return "T" if is_true(question) else "F"
    if kind == SINGLE:
        return (
            "".join(
                f"\n{'=' if one.right else '~'}{_option(one.text)}" for one in choices(question)
            )
            + "\n"
        )
    if kind == SEVERAL:
        share = 100 / sum(one.right for one in choices(question))
        return (
            "".join(
                f"\n~%{share:.7g}%{_option(one.text)}"
                if one.right
                else f"\n~%-100%{_option(one.text)}"
                for one in choices(question)
            )
            + "\n"
        )
    if kind in (MATCHING, ORDERING):
        return "".join(f"\n={left} -> {right}" for left, right in _pairs(question)) + "\n"
    return ""


def _pairs(question: Question) -> Iterator[tuple[str, str]]:
    if question.type == ORDERING:
        for number, text in enumerate(in_order(question), 1):
            yield f"第{to_chinese(number)}位", _reserved(text)
        return
    for left, right in pairs(question):
        yield _option(left), _reserved(right)
    for right in leftover(question):
        yield "", _reserved(right)


def _feedback(question: Question) -> str:
    said = []
    if question.type == SHORT and question.answer:
        said.append(f"<p>参考答案：</p>{blocks_of(reference_answer(question))}")
    if question.explanation:
        said.append((blocks_of if said else html_of)(question.explanation))
    return f"####[html]{_reserved(''.join(said))}" if said else ""


def _option(text: str) -> str:
    # A leading % would be read as a weight.
    made = escaped(text)
    return _reserved(f"&#37;{made[1:]}" if made.startswith("%") else made)


def _typed(text: str) -> str:
    weight = "%100%" if text.startswith("%") else ""
    return weight + _reserved(text)


def _reserved(text: str) -> str:
    return _line(text).translate(_RESERVED)


def _line(text: str) -> str:
    return " ".join(text.split())


def _tag(text: str) -> str:
    return _line(text).translate({ord("["): "（", ord("]"): "）"})


def _category(text: str) -> str:
    """A slash inside of a name is written twice."""
    return _line(text).replace("/", "//")
