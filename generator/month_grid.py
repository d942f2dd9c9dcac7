"""Units and months: what was reported, what is zero, what is missing, and which zeros go on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .base.by_identity import by_identity
from .base.dates import PartialDate
from .base.months import YearMonth, later
from .base.reference import Reference
from .library import Library, key_of
from .records.month import Month

FIGURES = (("problems", "发现问题"), ("cases", "立案"), ("clues", "处置线索"))
"""What makes a report zero, missing or neither: field and label."""
ALL_FIGURES = (*FIGURES, ("talks", "第一种形态"))
MISSING, ZERO, REPORTED = "未报", "零", "有"
WAITING, BEFORE = "待报", "不计"
"""Not due yet; before the first report of the unit. Neither counts against anybody."""


@dataclass(frozen=True)
class Cell:
    """What one unit reported for one month."""

    month: YearMonth
    record: Month | None
    late: bool = False
    absent: str = MISSING
    """What it means that there are no figures: 未报, 待报 or 不计."""

    @cached_property
    def state(self) -> str:
        """未报, 零 or 有: three states that are never the same sign; else 待报 or 不计."""
        given = [self.figure(name) for name, _ in FIGURES]
        if given.count(None) == len(given):
            return self.absent
        return REPORTED if any(given) else ZERO

    @property
    def total(self) -> int:
        """All figures that were reported, together."""
        return sum(self.figure(name) or 0 for name, _ in FIGURES)

    @property
    def incomplete(self) -> bool:
        """Whether some figure was not reported while others were."""
        given = [self.figure(name) is None for name, _ in FIGURES]
        return self.record is not None and any(given) and not all(given)

    def figure(self, name: str) -> int | None:
        """One figure; None where it was not reported."""
        value: int | None = getattr(self.record, name) if self.record is not None else None
        return value


@dataclass(frozen=True, slots=True)
class Row:
    """One unit over all months."""

    unit: Reference
    cells: tuple[Cell, ...]

    def total(self, name: str) -> int:
        """The sum of one figure."""
        return sum(cell.figure(name) or 0 for cell in self.cells)

    def streaks(self, least: int) -> Iterator[tuple[YearMonth, YearMonth, int]]:
        """Yield every run of months that are all zero: first, last, how many."""
        run: list[Cell] = []
        for cell in (*self.cells, None):
            if cell is not None and cell.state == ZERO:
                run.append(cell)
                continue
            if len(run) >= least:
                yield run[0].month, run[-1].month, len(run)
            run = []


@dataclass(frozen=True)
class Grid:
    """Every unit that reports, month by month."""

    months: tuple[YearMonth, ...] = ()
    rows: tuple[Row, ...] = ()
    by_unit: dict[Reference, Row] = field(default_factory=dict)

    def column(self, month: YearMonth) -> list[tuple[Reference, Cell]]:
        """All units in one month."""
        at = self.months.index(month)
        return [(row.unit, row.cells[at]) for row in self.rows]


@by_identity
def grid(library: Library) -> Grid:
    """Lay the monthly reports out, from the first month that is reported to the last.

    A unit is expected to report from its own first report on, each month by the day that the
    settings name.
    """
    reports: dict[Reference, dict[YearMonth, Month]] = {}
    for record in library.not_withdrawn(Month):
        if record.month.month:
            reports.setdefault(record.unit, {})[record.month.year, record.month.month] = record
    if not reports:
        return Grid()
    seen = [month for found in reports.values() for month in found]
    months = tuple(_between(min(seen), max(seen)))
    due = library.settings.ledgers.report_day
    today = PartialDate.of(library.today)
    waiting = {month for month in months if not _is_past(today, month, due)}
    rows = tuple(
        Row(unit, tuple(_cells(months, found, waiting, due)))
        for unit, found in sorted(reports.items())
    )
    return Grid(months, rows, {row.unit: row for row in rows})


def _between(first: YearMonth, last: YearMonth) -> Iterator[YearMonth]:
    month = first
    while month <= last:
        yield month
        month = later(month)


def _cells(
    months: tuple[YearMonth, ...],
    found: Mapping[YearMonth, Month],
    waiting: Collection[YearMonth],
    due: int,
) -> Iterator[Cell]:
    first = min(found)
    for month in months:
        record = found.get(month)
        absent = BEFORE if month < first else WAITING if month in waiting else MISSING
        late = bool(record and record.reported and _is_past(record.reported, month, due))
        yield Cell(month, record, late, absent)


def _is_past(day: PartialDate, month: YearMonth, due: int) -> bool:
    """Whether a day is later than the one by which a month is to be reported."""
    first = day.first()
    return (first.year, first.month, first.day) > (*later(month), due)


def units_without_reports(library: Library, found: Grid) -> list[Reference]:
    """Units of the library that no report is of."""
    return [key_of(unit) for unit in library.of_kind("unit") if key_of(unit) not in found.by_unit]
