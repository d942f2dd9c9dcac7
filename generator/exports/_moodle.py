"""One bank as Moodle XML, as `qformat_xml` and the ordering question type read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

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
from ._prose_html import blocks_of, escaped

_IN_CLOZE = re.compile(r'([\\}#~/"])')
_Element = Any
"""An element of lxml, which is published without types."""


def moodle(bank: Bank) -> bytes:
    """Write one bank; every group of questions is a category of the course."""
    quiz = etree.Element("quiz")
    for name, group in bank.groups:
        category = _under(_under(quiz, "question", type="category"), "category")
        way = "/".join(one.replace("/", "//") for one in (bank.issue.site, name))
        _under(category, "text").text = f"$course$/top/{way}"
        for question in group:
            _question(quiz, question)
    etree.indent(quiz)
    made: bytes = etree.tostring(quiz, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"


def _question(quiz: _Element, question: Question) -> None:
    several_blanks = question.type == BLANK and len(question.answer) > 1
    kind = "cloze" if several_blanks else _KINDS[question.type]
    one = _under(quiz, "question", type=kind)
    _under(_under(one, "name"), "text").text = question.id
    stem = blocks_of(question.text)
    if several_blanks:
        gaps = spellings(question)
        # The points of a cloze are the sum of whole numbers, one for each blank.
        weight = max(1, question.points // len(gaps))
        stem = with_blanks(stem, lambda number: _gap(gaps[number], weight))
    elif question.type == BLANK:
        # The field is put where five of them stand.
        stem = with_blanks(stem, lambda _: "_____")
    _html(one, "questiontext", stem)
    _html(one, "generalfeedback", blocks_of(question.explanation or ""))
    if not several_blanks:
        _under(one, "defaultgrade").text = str(question.points)
    _under(one, "penalty").text = "0.3333333"
    _under(one, "hidden").text = "0"
    _under(one, "idnumber").text = question.id
    if not several_blanks:
        _ANSWERS[question.type](one, question)
    tags = _under(one, "tags")
    for label in labels(question):
        _under(_under(tags, "tag"), "text").text = label


def _gap(answers: tuple[str, ...], weight: int) -> str:
    """One blank of a cloze; the text of the question is HTML, its answers are read as HTML."""
    kept = (_IN_CLOZE.sub(r"\\\1", escaped(one)) for one in answers)
    return f"{{{weight}:SHORTANSWER:{'~'.join(f'={one}' for one in kept)}}}"


def _chosen(one: _Element, question: Question) -> None:
    found = choices(question)
    share = 100 / sum(choice.right for choice in found)
    wrong = "-100" if question.type == SEVERAL else "0"
    _under(one, "single").text = "true" if question.type == SINGLE else "false"
    _under(one, "shuffleanswers").text = "true"
    _under(one, "answernumbering").text = "ABCD"
    for choice in found:
        fraction = f"{share:.7g}" if choice.right else wrong
        _html(one, "answer", escaped(choice.text), fraction=fraction)


def _judged(one: _Element, question: Question) -> None:
    right = is_true(question)
    for name, share in (("true", right), ("false", not right)):
        answer = _under(one, "answer", fraction="100" if share else "0")
        _under(answer, "text").text = name


def _filled(one: _Element, question: Question) -> None:
    _under(one, "usecase").text = "0"
    for spelling in spellings(question)[0]:
        # A star stands for any text there.
        _under(_under(one, "answer", fraction="100"), "text").text = spelling.replace("*", r"\*")


def _said(one: _Element, question: Question) -> None:
    _under(one, "responseformat").text = "editor"
    _under(one, "responserequired").text = "1"
    _under(one, "responsefieldlines").text = "10"
    _under(one, "attachments").text = "0"
    _html(one, "graderinfo", blocks_of(reference_answer(question)))


def _matched(one: _Element, question: Question) -> None:
    _under(one, "shuffleanswers").text = "true"
    for left, right in (*pairs(question), *(("", extra) for extra in leftover(question))):
        part = _html(one, "subquestion", escaped(left))
        _under(_under(part, "answer"), "text").text = right


def _ordered(one: _Element, question: Question) -> None:
    for name, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", "0"),
        ("gradingtype", "ALL_OR_NOTHING"),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        _under(one, name).text = value
    for number, text in enumerate(in_order(question), 1):
        _html(one, "answer", escaped(text), fraction=str(number))


def _under(parent: _Element, name: str, **attributes: str) -> _Element:
    return etree.SubElement(parent, name, attributes)


def _html(parent: _Element, name: str, content: str, **attributes: str) -> _Element:
    one = _under(parent, name, **attributes, format="html")
    # A cloze has answers in its text, in which ]]> can stand: it would end the section.
    _under(one, "text").text = etree.CDATA(content) if "]]>" not in content else content
    return one


_KINDS = {
    SINGLE: "multichoice",
    SEVERAL: "multichoice",
    JUDGEMENT: "truefalse",
    BLANK: "shortanswer",
    SHORT: "essay",
    MATCHING: "matching",
    ORDERING: "ordering",
}
_ANSWERS: dict[str, Callable[[_Element, Question], None]] = {
    SINGLE: _chosen,
    SEVERAL: _chosen,
    JUDGEMENT: _judged,
    BLANK: _filled,
    SHORT: _said,
    MATCHING: _matched,
    ORDERING: _ordered,
}
