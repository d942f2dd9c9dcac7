"""The grid of units and months as it is shown: signs, words, where each cell leads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ..addresses import ledger_page
from ..base.months import YearMonth, label
from ..base.reference import Reference
from ..ledger_report import Mention
from ..library import Library, page_of
from ..month_grid import FIGURES, MISSING, REPORTED, ZERO, Cell, Grid, Row
from ..month_notices import notice_name
from ..month_words import COUNTED, Names, Streak, figure_text, lacking, totals

HEIGHTS = 8
"""Steps of a bar; months without a report have none."""
_QUARTER = 3


class CellView(NamedTuple):
    """One unit in one month."""

    state: str
    text: str
    page: str
    told: str
    late: bool


class RowView(NamedTuple):
    """One unit over the months that are shown."""

    unit: Mention
    cells: tuple[CellView, ...]
    sums: tuple[int, ...]
    quarters: tuple[tuple[str, int], ...]
    """Of every three months the bars and the sum of what was found."""


class Head(NamedTuple):
    """One month at the head of its column."""

    text: str
    page: str


class GridView(NamedTuple):
    """All that a grid shows."""

    years: tuple[tuple[int, int], ...]
    """Each year and how many of its months are shown."""
    heads: tuple[Head, ...]
    rows: tuple[RowView, ...]
    sums: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...]
    """Each figure: of all units month by month, and of all months below its own column."""
    reported: tuple[str, ...]
    """How many have reported, and how many should have."""
    streaks: tuple[tuple[Streak, bool], ...]
    """Runs of zeros that touch the months shown, and whether they go on."""
    missing: tuple[tuple[Mention, str], ...]
    late: tuple[tuple[Mention, str], ...]
    partial: tuple[tuple[Mention, str], ...]


def grid_view(library: Library, found: Grid, names: Names, first: int, last: int) -> GridView:
    """Show the months of a grid from one place to another, both included."""
    months = found.months[first : last + 1]
    cut = slice(first, last + 1)
    shown = [(row, row.cells[cut]) for row in found.rows]
    columns = list(zip(*(cells for _, cells in shown), strict=True))
    return GridView(
        tuple((year, len(list(some))) for year, some in groupby(month[0] for month in months)),
        tuple(Head(f"{month[1]}月", ledger_page("month", notice_name(month))) for month in months),
        tuple(_row(names, row, cells) for row, cells in shown),
        tuple(_sums(columns)),
        tuple(_reported(cells) for cells in columns),
        tuple(_streaks(library, found, names, months)),
        tuple(_named(names, shown, _missing)),
        tuple(_named(names, shown, _late)),
        tuple(_named(names, shown, _partial)),
    )


def _sums(
    columns: list[tuple[Cell, ...]],
) -> Iterator[tuple[str, tuple[int, ...], tuple[str, ...]]]:
    monthly = [totals(cells) for cells in columns]
    for name, title in FIGURES:
        values = tuple(one[name] for one in monthly)
        own = tuple(str(sum(values)) if name == other else "" for other, _ in FIGURES)
        yield title, values, own


def _row(names: Names, row: Row, cells: tuple[Cell, ...]) -> RowView:
    records = [cell.record for cell in cells if cell.record]
    unit = names.unit(row.unit)
    page = ledger_page("month", records[-1].ledger) if records else unit.path
    sums = totals(cells)
    problems = [cell.figure("problems") for cell in cells]
    bars = "".join(_bars(problems))
    places = [slice(at, at + _QUARTER) for at in range(0, len(problems), _QUARTER)]
    return RowView(
        Mention(unit.text, page),
        tuple(map(_cell, cells)),
        tuple(sums[name] for name, _ in FIGURES),
        tuple((bars[at], sum(one or 0 for one in problems[at])) for at in places),
    )


def _cell(cell: Cell) -> CellView:
    page = page_of(cell.record) if cell.record else ""
    if cell.state == REPORTED:
        text = "/".join(figure_text(cell, name) for name, _ in FIGURES)
        return CellView(cell.state, text, page, told(cell), cell.late)
    return CellView(cell.state, cell.state, page, told(cell) if page else "", cell.late)


def told(cell: Cell) -> str:
    """The figures of a report in words, and when it was sent."""
    if cell.state not in (REPORTED, ZERO):
        return cell.state
    words = [
        f"{title}{'未报' if cell.figure(name) is None else f'{cell.figure(name)}{unit}'}"
        for name, title, unit in COUNTED
        if name != "talks" or cell.figure(name)
    ]
    if cell.record and cell.record.reported:
        words.append(f"{cell.record.reported.chinese()}报送{'，迟报' if cell.late else ''}")
    return "，".join(words)


def _bars(values: list[int | None]) -> Iterator[str]:
    """The height of a bar for each month as one sign; x where nothing was reported."""
    most = max((one or 0 for one in values), default=0)
    for one in values:
        if one is None:
            yield "x"
        else:
            yield str(-(-one * HEIGHTS // most) if most else 0)


def _reported(cells: Iterable[Cell]) -> str:
    states = [cell.state for cell in cells]
    given = sum(state in (REPORTED, ZERO) for state in states)
    return f"{given}/{given + states.count(MISSING)}"


def missing_anchor(month: YearMonth) -> str:
    """Where a month without a record stands on the page of its unit and year.

    No id of a record begins like this.
    """
    return f"_{month[0]}-{month[1]:02}"


def _streaks(
    library: Library, found: Grid, names: Names, months: tuple[YearMonth, ...]
) -> Iterator[tuple[Streak, bool]]:
    if not months:
        return
    least = library.settings.ledgers.zero_streak
    streaks = []
    for row in found.rows:
        for first, last, length in row.streaks(least):
            if last >= months[0] and first <= months[-1]:
                streaks.append((last, length, row, first))
    for last, length, row, first in sorted(streaks, key=lambda one: one[:2], reverse=True):
        at = row.cells[found.months.index(last)]
        yield Streak(names.reported(row.unit, at), first, last, length), last == found.months[-1]


def unit_streaks(library: Library, row: Row, names: Names, year: int) -> Iterator[Streak]:
    """Yield the runs of zeros of one unit that touch a year."""
    for first, last, length in row.streaks(library.settings.ledgers.zero_streak):
        if first[0] <= year <= last[0]:
            yield Streak(names.unit(row.unit), first, last, length)


def _named(
    names: Names, shown: list[tuple[Row, tuple[Cell, ...]]], what: Callable[[Cell], str]
) -> Iterator[tuple[Mention, str]]:
    for row, cells in shown:
        words = list(filter(None, map(what, cells)))
        if words:
            yield _linked(names, row.unit, cells), "、".join(words)


def _linked(names: Names, unit: Reference, cells: tuple[Cell, ...]) -> Mention:
    last = next((cell for cell in reversed(cells) if cell.record), None)
    return names.reported(unit, last) if last else names.unit(unit)


def _missing(cell: Cell) -> str:
    return label(cell.month) if cell.state == MISSING else ""


def _late(cell: Cell) -> str:
    if not cell.late or cell.record is None or cell.record.reported is None:
        return ""
    return f"{label(cell.month)}（{cell.record.reported.chinese()}报送）"


def _partial(cell: Cell) -> str:
    return f"{label(cell.month)}（缺{lacking(cell)}）" if cell.incomplete else ""
