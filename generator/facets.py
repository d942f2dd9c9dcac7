"""Cases by trade, discipline, level, year, post, loophole and keyword."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .base.record import Record
from .library import Library

LEVELS = ("村（社区）", "乡科级", "县处级", "厅局级", "其他")
DISCIPLINES = ("政治", "组织", "廉洁", "群众", "工作", "生活")


def values(case: Record, facet: str) -> tuple[str, ...]:
    """The values that a case has in one facet; none where the field is empty."""
    fields: Any = case
    if facet == "year":
        return (str(case.date.year),) if case.date else ()
    if facet == "loophole":
        return tuple(dict.fromkeys(loophole.type for loophole in fields.loopholes))
    many = {"discipline": "disciplines", "post": "posts", "keyword": "keywords"}
    if facet in many:
        return tuple(dict.fromkeys(getattr(fields, many[facet])))
    value = getattr(fields, facet)
    return (value,) if value else ()


def by_value(
    library: Library, facet: str, cases: Iterable[Record] | None = None
) -> dict[str, list[Record]]:
    """Cases under every value of a facet, in the order in which people expect the values.

    `cases` gives the order of the cases under one value, else it is that of their ids.
    """
    found: dict[str, list[Record]] = {}
    for case in library.of_kind("case") if cases is None else cases:
        for value in values(case, facet):
            found.setdefault(str(value), []).append(case)
    return {value: found[value] for value in _ordered(found, facet, library)}


def _ordered(found: Iterable[str], facet: str, library: Library) -> Iterator[str]:
    known: tuple[str, ...] = {
        "level": LEVELS,
        "discipline": DISCIPLINES,
        "industry": tuple(library.settings.industries),
        "post": tuple(library.settings.posts),
    }.get(facet, ())
    present = set(found)
    yield from (value for value in known if value in present)
    yield from sorted(present.difference(known), reverse=facet == "year")
