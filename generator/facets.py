"""Records by trade, discipline, level, year, post, loophole and keyword."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .base.record import Record
from .library import Library

LEVELS = ("村（社区）", "乡科级", "县处级", "厅局级", "其他")
DISCIPLINES = ("政治", "组织", "廉洁", "群众", "工作", "生活")


_FIELDS = {
    "industry": ("industry", "industries"),
    "discipline": ("disciplines",),
    "level": ("level", "levels"),
    "post": ("posts",),
    "keyword": ("keywords",),
}
"""Where records keep the values of a facet: a case has one industry, a lesson may have several."""


def values(record: Record, facet: str) -> tuple[str, ...]:
    """The values that a record has in one facet; none where it has no such field or it is empty."""
    if facet == "year":
        return (str(record.date.year),) if record.date else ()
    if facet == "loophole":
        loopholes: tuple[Any, ...] = getattr(record, "loopholes", ())
        return tuple(dict.fromkeys(loophole.type for loophole in loopholes))
    found: dict[str, None] = {}
    for name in _FIELDS[facet]:
        value = getattr(record, name, None)
        several = value if type(value) is tuple else (value,)
        found |= dict.fromkeys(one for one in several if one and isinstance(one, str))
    return tuple(found)


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
