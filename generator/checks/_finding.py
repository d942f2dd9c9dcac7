"""A finding about a field of a record, with its place looked up."""

from __future__ import annotations

from ..base.decoding import place_of
from ..base.finding import BlockPlace, Finding, Level, Route
from ..base.record import Record
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


def level_of(record: Record, *, missing: bool) -> Level:
    """How grave it is: what is only missing yet may be so as long as nobody publishes it."""
    unfinished = record.audience != "公开" or record.status == "草稿"
    return Level.NOTICE if missing and unfinished else Level.ERROR


def about_citation(
    library: Library,
    link: CitationLink,
    code: str,
    message: str,
    *,
    level: Level,
    hint: str,
    start: int | None = None,
) -> Finding:
    """Make a finding at the words that cite a regulation, or at another place in their text."""
    text = library.text_at(link.source, link.route)
    position = link.citation.start if start is None else start
    place = place_of(text, position)
    if link.source not in library.records:
        return Finding(f"docs/{link.source.id}", code, message, level, hint=hint, place=place)
    return about(
        library,
        link.source,
        link.route,
        code,
        message,
        level=level,
        hint=hint,
        within=(place.line - 1, place.column - 1),
    )
