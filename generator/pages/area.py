"""The page of an area: its units and their figures, who leads, what its meetings decided."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..coordination import Resolved, resolutions
from ..editions import Edition
from ..library import key_of
from ..month_grid import FIGURES, grid
from ..records.area import Area
from ..rectifications import by_unit, counts, overdue, standings
from ._citations import Clauses
from ._frame import render

_MONTHS = 12


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per area."""
    library = edition.library
    areas = [one for one in library.of_kind("area") if isinstance(one, Area)]
    if not areas:
        return
    clauses = Clauses(edition)
    months = grid(library)
    found = by_unit(standings(library))
    decided: dict[str, list[Resolved]] = {}
    for one in resolutions(library):
        decided.setdefault(one.area.id, []).append(one)
    for area in areas:
        figures = []
        for unit in dict.fromkeys(area.members):
            row = months.by_unit.get(unit)
            cells = row.cells[-_MONTHS:] if row else ()
            sums = [sum(cell.figure(name) or 0 for cell in cells) for name, _ in FIGURES]
            own = found.get(unit, [])
            stages = counts(own)
            figures.append((unit, sums, len(own), stages["已销号"], len(overdue(own))))
        path = record_page(key_of(area))
        cited = clauses.cite(area, path)
        mine = decided.get(area.id, [])
        yield render(
            edition,
            "area.md.j2",
            path,
            area.heading,
            [("协作区", list_page("area"))],
            area=cited.record,
            notes=cited.notes,
            figures=figures,
            meetings=[
                (meeting, [one for one in mine if one.meeting is area.meetings[at]])
                for at, meeting in reversed(tuple(enumerate(cited.record.meetings)))
            ],
            late=sum(bool(one.late) for one in mine),
            total=len(mine),
        )
