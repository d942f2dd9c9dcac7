"""The grid of monthly reports: the newest months, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..addresses import assessment_page, ledger_page, list_page
from ..base.months import label
from ..base.page import Page
from ..editions import Edition
from ..half_years import halves
from ..month_grid import Grid, grid, units_without_reports
from ..month_notices import notice_name
from ..month_words import COUNTED, Names
from ._frame import render
from ._month_grid import grid_view

_NEWEST = 12
_CRUMB = ("零通报", list_page("month"))


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the grid of the newest months and, where there are more years, one for each."""
    found = grid(edition.library)
    last = len(found.months) - 1
    yield _page(edition, found, "零通报", list_page("month"), max(0, last + 1 - _NEWEST), last)
    years = _years(found)
    for year in years if len(years) > 1 else ():
        places = [at for at, month in enumerate(found.months) if month[0] == year]
        path = ledger_page("month", str(year))
        yield _page(edition, found, f"{year}年零通报", path, places[0], places[-1])


def _years(found: Grid) -> list[int]:
    return sorted({month[0] for month in found.months}, reverse=True)


def _page(edition: Edition, found: Grid, title: str, path: str, first: int, last: int) -> Page:
    library = edition.library
    names = Names(library)
    newest = path == list_page("month")
    years = _years(found)
    made = render(
        edition,
        "month.md.j2",
        path,
        title,
        () if newest else (_CRUMB,),
        view=grid_view(library, found, names, first, last),
        span=(label(found.months[first]), label(found.months[last])) if found.months else (),
        settings=library.settings.ledgers,
        newest=newest,
        counted=COUNTED,
        silent=[names.unit(key) for key in units_without_reports(library, found)],
        notices=[
            (
                year,
                [
                    (f"{month[1]}月", ledger_page("month", notice_name(month)))
                    for month in reversed(found.months)
                    if month[0] == year
                ],
            )
            for year in (years if newest else [found.months[first][0]])
        ],
        halves=[
            (half.label, ledger_page("month", half.name))
            for half in reversed(halves(library))
            if newest or half.year == found.months[first][0]
        ],
        years=[(f"{year}年", ledger_page("month", str(year))) for year in years]
        if len(years) > 1
        else [],
        assessment=assessment_page(),
        fictional=any(
            cell.record and cell.record.fictional == "是"
            for row in found.rows
            for cell in row.cells
        ),
    )
    return replace(made, wide=True)
