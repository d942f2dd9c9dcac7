"""Clause texts that an author quotes, so that they can be compared with the articles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from .numerals import NUMERAL
from .quotation_hint import difference_hint
from .quotation_text import compare, length

if TYPE_CHECKING:
    from .citation import Citation, Clause

__all__ = ["Quotation", "compare", "difference_hint", "quotations"]

SHORTEST = 6
"""Fewer signs than these are a term and not a quotation of a clause."""

LONGEST = 5000
"""More signs than these between two marks: one of the marks is missing."""

_SPACE = r"[ \t\u3000\xa0]"
_LEAD = re.compile(r"[ \t\u3000\xa0>*_+#-]*")
_NUMBERS = rf"(?:[第条條之款项、，,和及与至到的（）()]|{_SPACE}|{NUMERAL})"
_STOP = re.compile(
    rf"^{_LEAD.pattern}(?:#{_SPACE}"
    rf"|【[^【】\n]{{1,40}}】[*_]*{_SPACE}*$"
    rf"|《[^《》\n]{{1,120}}》[*_]*(?:[（(][^（）()\n]{{1,60}}[）)]){{0,3}}{_NUMBERS}{{0,200}}[*_：:]{{0,4}}{_SPACE}{{0,20}}$"
    rf"|第{_SPACE}?{NUMERAL}{{1,12}}{_SPACE}?[条條]{_NUMBERS}{{0,60}}[*_]*(?:{_SPACE}|$))",
    re.MULTILINE,
)
"""A line on which the words of the article before it have ended."""
_HEAD_END = re.compile(rf"[*_]*(?:{_SPACE}+|(?=\n)|\Z)")
_SAYS = re.compile(
    rf"{_SPACE}?(?:[的中里也则就已均还都]{{0,2}}(?:明确|明文)?[规規]定(?:了|如下|为|是)?[：:，,]?|[：:])"
    rf"{_SPACE}?(?=[“\"「『])"
)
_AND = re.compile(rf"{_SPACE}?(?:、|，|,|和|及|以及|与|或者|或){_SPACE}?")
_SIGN = re.compile('[“”「」『』"\n]')
_CLOSES = {"”": "“", "」": "「", "』": "『"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words that a text gives as those of a clause."""

    clause: Clause
    text: str
    start: int
    end: int
    """The span of the words in the text."""


def quotations(text: str, citations: Sequence[Citation]) -> tuple[Quotation, ...]:
    """Find the quoted words of the cited clauses, in time linear in the text.

    Two forms are known: a clause that begins a line, followed by its words up to the next
    clause, regulation or heading; and 第八十五条规定：“……” within a paragraph.
    """
    clauses = sorted(_single(text, citations), key=lambda one: one.start)
    heads = _heads(text, clauses)
    stops = sorted({*(found.start() for found in _STOP.finditer(text)), *heads, len(text)})
    closings = _closings(text)
    found: list[Quotation] = []
    end = 0
    for clause in clauses:
        if clause.start < end:
            continue  # A quotation within one belongs to what is quoted.
        if clause.start in heads:
            start, stop = heads[clause.start], stops[bisect_left(stops, clause.end)]
        else:
            start, stop = _in_marks(text, clause, closings)
            if stop > stops[bisect_left(stops, start)]:
                continue  # It would run over the next heading: a mark is missing somewhere.
        words = text[start:stop]
        if length(words) >= SHORTEST:
            start += len(words) - len(words.lstrip())
            end = start + len(words.strip())
            found.append(Quotation(clause, words.strip(), start, end))
    return tuple(found)


def _single(text: str, citations: Sequence[Citation]) -> Iterator[Clause]:
    """Clauses that stand for themselves: of a range or a list it is unclear which is quoted."""
    before = -1
    for clause in chain.from_iterable(citation.clauses for citation in citations):
        listed = 0 <= before <= clause.start and _AND.fullmatch(text, before, clause.start)
        before = clause.end
        if clause.last is None and not listed:
            yield clause


def _heads(text: str, clauses: Sequence[Clause]) -> dict[int, int]:
    """Where the words begin after each clause that begins a line."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    found = {}
    for clause in clauses:
        line = lines[bisect_right(lines, clause.start) - 1]
        lead = clause.start - line < 60 and _LEAD.fullmatch(text, line, clause.start)
        head = _HEAD_END.match(text, clause.end) if lead else None
        if head:
            found[clause.start] = head.end()
    return found


def _in_marks(text: str, clause: Clause, closings: dict[int, int]) -> tuple[int, int]:
    """The span of the words in quotation marks right after a clause, else an empty one."""
    says = _SAYS.match(text, clause.end)
    end = closings.get(says.end(), -1) if says else -1
    return (says.end() + 1, end) if says and end > 0 else (0, 0)


def _closings(text: str) -> dict[int, int]:
    """Where each quotation mark is closed; one left open is not in here.

    What is quoted may have several paragraphs, but not between marks that open as they close.
    """
    found: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    straight = -1
    for mark in _SIGN.finditer(text):
        sign, place = mark[0], mark.start()
        if sign == "\n":
            straight = -1
        elif sign == '"':
            if straight < 0:
                straight = place
            else:
                found[straight], straight = place, -1
        elif sign not in _CLOSES:
            opened.append((sign, place))
        elif opened and opened[-1][0] == _CLOSES[sign]:
            start = opened.pop()[1]
            if place - start <= LONGEST:
                found[start] = place
    return found
