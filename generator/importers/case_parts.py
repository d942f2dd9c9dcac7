"""A case text divided: what stands at its head, and its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .case_fields import Found
from .case_marks import Mark, section_marks
from .source import Paragraph

HEAD_FIELDS = ("title", "subtitle", "number")
_PROSE_END = re.compile(r"[。；！？”]$")
_LONGEST_NOTE = 80


@dataclass
class Parts:
    """One case text in its parts."""

    top: list[Paragraph] = field(default_factory=list)
    """The lines before the first section."""
    sections: list[Found] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    """Signs of the lines that begin sections."""
    unheaded: list[Paragraph] = field(default_factory=list)
    """The text of a case in which no section was found."""


def divide(paragraphs: Sequence[Paragraph]) -> Parts:
    """Divide the paragraphs of one case."""
    marks = section_marks(paragraphs)
    first = next((m.index for m in marks if m.field and m.field not in HEAD_FIELDS), None)
    parts = Parts()
    end = marks[0].index if marks else len(paragraphs)
    parts.top += paragraphs[:end]
    title = _title_mark(paragraphs, marks, first)
    for number, mark in enumerate(marks):
        end = marks[number + 1].index if number + 1 < len(marks) else len(paragraphs)
        body = list(paragraphs[mark.index + 1 : end])
        if mark.field in HEAD_FIELDS:
            _head_field(parts, paragraphs[mark.index], mark, body)
        elif (
            mark.field is None
            and (first is None or mark.index < first)
            and (number == title or not _has_prose(body))
        ):
            parts.top += [paragraphs[mark.index], *body]
        else:
            _section(parts, paragraphs[mark.index], mark, body)
    if not parts.sections:
        _without_sections(parts)
    return parts


def _title_mark(
    paragraphs: Sequence[Paragraph], marks: Sequence[Mark], first: int | None
) -> int | None:
    """Return which mark is the title: the first of the highest headings before the sections."""
    if any(mark.field == "title" for mark in marks):
        return None
    before = [
        (paragraphs[mark.index].level, number)
        for number, mark in enumerate(marks)
        if paragraphs[mark.index].level and (first is None or mark.index < first)
    ]
    return min(before)[1] if before else None


def _has_prose(body: Sequence[Paragraph]) -> bool:
    return any(_PROSE_END.search(one.text) or len(one.text) > _LONGEST_NOTE for one in body)


def _head_field(parts: Parts, one: Paragraph, mark: Mark, body: list[Paragraph]) -> None:
    if mark.rest:
        own, rest = [replace(one, text=mark.rest, mark="", level=0)], body
    else:
        own, rest = body[:1], body[1:]
    parts.sections.append(Found(mark.heading, mark.field, tuple(own), one.line))
    parts.signs.append(mark.signs)
    parts.top += rest


def _section(parts: Parts, one: Paragraph, mark: Mark, body: list[Paragraph]) -> None:
    if mark.rest:
        body.insert(0, replace(one, text=mark.rest, mark="", level=0, strong=False))
    parts.sections.append(Found(mark.heading, mark.field, tuple(body), one.line))
    parts.signs.append(mark.signs)


def _without_sections(parts: Parts) -> None:
    """Leave the title and the short lines after it at the head; the rest is text."""
    top = parts.top
    end = next((i for i, one in enumerate(top) if i and _has_prose([one])), len(top))
    parts.top, parts.unheaded = top[:end], top[end:]
