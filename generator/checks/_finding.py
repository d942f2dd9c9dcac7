"""A finding about a field of a record, with its place looked up."""

from __future__ import annotations

from ..base.finding import BlockPlace, Finding, Level, Route
from ..base.reference import Reference
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
