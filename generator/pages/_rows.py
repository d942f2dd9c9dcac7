"""Rows of lists: what a reader must see to choose a record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..base.markdown import words
from ..base.record import Record

_GIST = 90
_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef”’]) (?=[\u3000-\u9fff\uff00-\uffef“‘])")
"""A space between two Han signs, left over from a paragraph break."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list."""

    record: Record
    tags: tuple[str, ...]
    gist: str


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Order by date, newest first; those without a date last; then by id."""
    return sorted(
        sorted(records, key=lambda one: one.id),
        key=lambda one: str(one.date) if one.date else "",
        reverse=True,
    )


def rows_of(records: Iterable[Record]) -> list[Row]:
    """Make list rows from records."""
    return [Row(record, _tags(record), _short(record.gist_text)) for record in records]


def _tags(record: Any) -> tuple[str, ...]:
    found = []
    for name in ("industry", "level", "category", "type"):
        value = getattr(record, name, None)
        if value:
            found.append(str(value))
    if record.date:
        found.append(record.date.chinese())
    minutes = getattr(record, "minutes", None)
    if minutes and isinstance(minutes, int):
        found.append(f"{minutes} 分钟")
    return tuple(found)


def _short(text: str) -> str:
    """The first sentences that fit; a longer sentence is cut where it pauses."""
    line = _GAP.sub("", words(text))
    if len(line) <= _GIST:
        return line
    whole = line.rfind("。", 30, _GIST)
    if whole > 0:
        return line[: whole + 1]
    pause = max(line.rfind(sign, 30, _GIST) for sign in "；，、")
    return line[: pause if pause > 0 else _GIST].rstrip("，；、") + "……"
