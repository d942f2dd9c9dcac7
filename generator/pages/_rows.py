"""Rows of lists: what a reader must see to choose a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..base.record import Record
from ..base.shortening import shortened

_GIST = 90


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
    return [Row(record, _tags(record), shortened(record.gist_text, _GIST)) for record in records]


def _tags(record: Any) -> tuple[str, ...]:
    found = []
    for name in ("industry", "level", "category", "type"):
        value = getattr(record, name, None)
        if value:
            found.append(str(value))
    grade = getattr(record, "grade", None)
    if grade:
        found += [f"{grade}风险", "、".join(record.posts)]
    if record.date:
        found.append(record.date.chinese())
    minutes = getattr(record, "minutes", None)
    if minutes and isinstance(minutes, int):
        found.append(f"{minutes} 分钟")
    return tuple(found)
