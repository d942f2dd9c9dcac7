"""One unit in one year: its monthly reports row by row, each with an anchor, and their sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from ..addresses import assessment_page, ledger_page, list_page
from ..base.page import Page
from ..base.record import Source
from ..base.reference import Reference
from ..editions import Edition
from ..month_grid import BEFORE, REPORTED, ZERO, Cell, grid
from ..month_notices import notice_name
from ..month_words import COUNTED, Names, figure_text, totals
from ..records.month import Month
from ._citations import Clauses
from ._frame import render
from ._month_grid import missing_anchor, unit_streaks

_CRUMB = ("零通报", list_page("month"))


class Line(NamedTuple):
    """One month of the unit."""

    anchor: str
    month: str
    notice: str
    state: str
    figures: tuple[str, ...]
    sent: str
    late: bool
    record: Month | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page for each unit and year that has a report."""
    library = edition.library
    found = grid(library)
    names = Names(library)
    clauses = Clauses(edition)
    for row in found.rows:
        years = sorted({cell.month[0] for cell in row.cells if cell.record})
        unit = library.get(row.unit)
        for year in years:
            cells = [one for one in row.cells if one.month[0] == year and one.state != BEFORE]
            path = ledger_page("month", f"{row.unit.id}-{year}")
            records = [cell.record for cell in cells if cell.record]
            cited, notes = clauses.cite_all(records, path)
            shown = dict(zip((one.id for one in records), cited, strict=True))
            sums = totals(cells)
            made = render(
                edition,
                "month_unit.md.j2",
                path,
                f"{unit.heading if unit else row.unit.id}{year}年月报",
                [_CRUMB],
                unit=row.unit,
                counted=COUNTED,
                lines=[_line(cell, shown) for cell in cells],
                sums=[sums[name] for name, _, _ in COUNTED],
                told=_told(cells),
                streaks=list(unit_streaks(library, row, names, year)),
                around=list(_around(row.unit, years, year)),
                assessment=assessment_page(year),
                year=year,
                notes=notes,
                sources=list(_sources(records)),
                fictional=any(one.fictional == "是" for one in records),
            )
            yield replace(made, wide=True, filed=Month.label)


def _line(cell: Cell, shown: dict[str, Month]) -> Line:
    record = shown[cell.record.id] if cell.record else None
    return Line(
        record.id if record else missing_anchor(cell.month),
        f"{cell.month[1]}月",
        ledger_page("month", notice_name(cell.month)),
        cell.state,
        tuple(figure_text(cell, name) for name, _, _ in COUNTED),
        record.reported.chinese() if record and record.reported else "",
        cell.late,
        record,
    )


def _told(cells: list[Cell]) -> tuple[int, int, int, int]:
    """How many months should be reported, are, are zero, are late."""
    given = [cell for cell in cells if cell.state in (REPORTED, ZERO)]
    zeros = sum(cell.state == ZERO for cell in given)
    return len(cells), len(given), zeros, sum(cell.late for cell in given)


def _around(unit: Reference, years: list[int], year: int) -> Iterator[tuple[str, str]]:
    for one in years:
        if one != year:
            yield f"{one}年月报", ledger_page("month", f"{unit.id}-{one}")


def _sources(records: Iterable[Month]) -> Iterator[tuple[Source, int]]:
    """Where the rows come from, each source once with how many rows it has."""
    sources = [one.source for one in records if one.source]
    for source, same in groupby(sorted(sources, key=str)):
        yield source, len(list(same))
