"""Sections of a case text to the fields of a case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..base.declaration import shapes
from ..base.text import MAX_LINE, MAX_PROSE, fold_word
from ..records.case import Case
from .prose import join_prose
from .source import Paragraph

_PROSE_FIELDS = ("gist", "facts", "process", "reasoning", "significance", "clauses")
_WIDE_SPACE = re.compile(r"\t|[ \u00a0]{2,}|[\u3000\u2002\u2003]+")
_SEPARATORS = (
    re.compile("[;；]"), re.compile("[/／|｜]"), _WIDE_SPACE, re.compile("、"), re.compile("[,，]"),
)  # fmt: skip
_BETWEEN_HAN = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
_LONGEST_KEYWORD = 40


@dataclass(frozen=True, slots=True)
class Found:
    """One section as it stands in the source."""

    heading: str
    field: str | None
    body: tuple[Paragraph, ...]
    line: int = 0


@dataclass
class Fields:
    """The fields that sections filled."""

    values: dict[str, Any] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    others: list[dict[str, str]] = field(default_factory=list)
    headed: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    twice: list[Found] = field(default_factory=list)
    separators: list[str] = field(default_factory=list)


def fill_fields(sections: Sequence[Found]) -> Fields:
    """Give every section its field; what has none, or comes again, stands under 其他章节."""
    filled = Fields()
    for section in sections:
        name = section.field
        if name is None:
            filled.unknown.append(section.heading)
        elif name in filled.values:
            filled.twice.append(section)
        elif (value := _value(name, section.body, filled)) is not None:
            filled.values[name] = value
            filled.headed.add(name)
            label = shapes(Case)[name].label
            if fold_word(section.heading) != fold_word(label):
                filled.headings[label] = section.heading
            continue
        filled.others.append({"heading": section.heading, "text": join_prose(section.body)})
    return filled


def _value(name: str, body: Sequence[Paragraph], filled: Fields) -> Any:
    """Return the value of a field, None where the text does not fit into it."""
    text = join_prose(body)
    if any(one.picture for one in body) and name not in (*_PROSE_FIELDS, "outcome", "causes"):
        return None
    if not text or len(text) > MAX_PROSE:
        return None
    if name in _PROSE_FIELDS:
        return text
    if name == "outcome":
        return {"note": text}
    if name == "causes":
        return [{"text": text}]
    if name in ("title", "subtitle"):
        return text if len(text) <= MAX_LINE else None
    lines = [one.text for one in body]
    if any(one.row or one.level for one in body) or max(map(len, lines)) > MAX_LINE:
        return None
    if name == "keywords":
        return _keywords(lines, filled)
    if name == "citations":
        if all(line.startswith(("《", "〈")) for line in lines):
            return lines
        return None
    return [{"text": line} for line in lines] if name == "questions" else lines


def split_keywords(line: str) -> list[str]:
    """Split a line of keywords at the separator that it uses."""
    for separator in _SEPARATORS:
        parts = _cut(separator, line)
        if len(parts) > 1:
            return [one for part in parts for one in _cut(_WIDE_SPACE, part)]
    return _cut(_BETWEEN_HAN, line)


def _cut(separator: re.Pattern[str], text: str) -> list[str]:
    parts = [part.strip() for part in separator.split(text)]
    return [part for part in parts if part]


def _keywords(lines: Sequence[str], filled: Fields) -> list[str] | None:
    found = [word for line in lines for word in split_keywords(line)]
    words = [word.strip("。.；;、,，") or word for word in found]
    if not words or max(map(len, words)) > _LONGEST_KEYWORD:
        return None
    filled.separators.append(_left(lines, words))
    return words


def _left(lines: Sequence[str], words: Sequence[str]) -> str:
    """The signs between keywords."""
    rest = "\n".join(lines)
    signs = []
    for word in words:
        before, _, rest = rest.partition(word)
        signs.append(before)
    return "".join("".join([*signs, rest]).split())
