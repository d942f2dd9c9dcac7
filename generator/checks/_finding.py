"""A finding about a field of a record, with its place looked up."""

from __future__ import annotations

from ..base.declaration import value_at
from ..base.finding import BlockPlace, Finding, Level, Route
from ..base.reference import Reference
from ..citations import CitationLink
from ..library import Library


def about(
    library: Library,
    key: Reference,
    route: Route,
    code: str,
    message: str,
    *,
    level: Level = Level.ERROR,
    hint: str = "",
    within: tuple[int, int] | None = None,
) -> Finding:
    """Make a finding at a route of a record; `within` is a line and column of its text."""
    place = library.place(key, route)
    if within is not None and isinstance(place, BlockPlace):
        place = place.at(*within)
    path = library.origins[key].path
    return Finding(path, code, message, level=level, route=route, hint=hint, place=place)


def about_citation(
    library: Library, link: CitationLink, code: str, message: str, *, level: Level, hint: str
) -> Finding:
    """Make a finding at the words of a record that cite a regulation."""
    start = link.citation.start
    return about(
        library,
        link.source,
        link.route,
        code,
        message,
        level=level,
        hint=hint,
        within=place_within(library, link.source, link.route, start),
    )


def place_within(library: Library, key: Reference, route: Route, position: int) -> tuple[int, int]:
    """The line and the column, from 0, of a character in a text of a record."""
    text = str(value_at(library.records[key], route))
    return text.count("\n", 0, position), position - (text.rfind("\n", 0, position) + 1)
