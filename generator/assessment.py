"""What a unit is assessed at in a year: every count with the records it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from .base.by_identity import by_identity
from .base.record import Record
from .base.reference import Reference
from .ledger_settings import AssessmentRule
from .library import Library, key_of
from .month_grid import ALL_FIGURES, MISSING, REPORTED, ZERO, Grid, Row, grid
from .records.order import Order
from .records.rectification import Rectification
from .rectifications import CLOSED, Standing, standings


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and the records that make it up."""

    number: int
    records: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One rule applied: what was counted and what it is worth."""

    rule: AssessmentRule
    count: Count
    points: Decimal


@dataclass(frozen=True, slots=True)
class Assessment:
    """One unit in one year."""

    unit: Reference
    year: int
    lines: tuple[Line, ...]
    total: Decimal


def assessments(library: Library, year: int) -> tuple[Assessment, ...]:
    """Every unit that reports or rectifies in a year, the highest first."""
    counted = _Counted(library, grid(library), year)
    found = [counted.assessment(unit) for unit in counted.units()]
    return tuple(sorted(found, key=lambda one: (-one.total, one.unit)))


def years(library: Library) -> tuple[int, ...]:
    """The years for which there is something to assess, the newest first."""
    found = {month[0] for month in grid(library).months}
    found |= {one.record.found.year for one in standings(library)}
    return tuple(sorted(found, reverse=True))


class _Counted:
    def __init__(self, library: Library, months: Grid, year: int) -> None:
        self.library = library
        self.months = months
        self.rectified = _rectified(library)
        self.year = year
        self.taught = _taught(library, year)

    def units(self) -> list[Reference]:
        """The units of the library, in order of id."""
        return [key_of(unit) for unit in self.library.of_kind("unit")]

    def assessment(self, unit: Reference) -> Assessment:
        """Apply every rule of the settings to one unit."""
        settings = self.library.settings.ledgers
        counts = dict(self.counts(unit))
        lines = tuple(
            Line(rule, counts[rule.measure], _points(rule, counts[rule.measure].number))
            for rule in settings.assessment
        )
        total = settings.base_score + sum((line.points for line in lines), Decimal(0))
        return Assessment(unit, self.year, lines, total)

    def counts(self, unit: Reference) -> Iterator[tuple[str, Count]]:
        """Yield each measure of one unit in the year."""
        row = self.months.by_unit.get(unit, Row(unit, ()))
        cells = [cell for cell in row.cells if cell.month[0] == self.year]
        there = [cell for cell in cells if cell.state in (ZERO, REPORTED)]
        on_time = [cell for cell in there if not cell.late]
        yield "按时报送", _of(cell.record for cell in on_time)
        yield "迟报", _of(cell.record for cell in there if cell.late)
        yield "漏报", Count(sum(cell.state == MISSING for cell in cells))
        for name, measure in ALL_FIGURES:
            named = [cell for cell in there if cell.figure(name)]
            total = sum(cell.figure(name) or 0 for cell in named)
            yield measure, Count(total, _of(cell.record for cell in named).records)
        done = self.rectified.get((unit, self.year), _Rectified())
        yield "整改", _of(one.record for one in done.found)
        yield "销号", _of(done.closed)
        yield "逾期", _of(one.record for one in done.found if one.late)
        yield "回访", Count(len(done.visited), _of(done.visited).records)
        yield "反弹", _of(one.record for one in done.found if one.relapsed)
        yield "授课", _of(self.taught.get(unit, []))


@dataclass(slots=True)
class _Rectified:
    """What a unit found, closed and went back to look at in a year; a record for each visit."""

    found: list[Standing] = field(default_factory=list)
    closed: list[Rectification] = field(default_factory=list)
    visited: list[Rectification] = field(default_factory=list)


@by_identity
def _rectified(library: Library) -> dict[tuple[Reference, int], _Rectified]:
    years: dict[tuple[Reference, int], _Rectified] = defaultdict(_Rectified)
    for one in standings(library):
        record = one.record
        years[record.unit, record.found.year].found.append(one)
        ended = (record.closed or record.done) if one.stage == CLOSED else None
        if ended is not None:
            years[record.unit, ended.year].closed.append(record)
        for visit in record.revisits:
            years[record.unit, visit.day.year].visited.append(record)
    return dict(years)


def _taught(library: Library, year: int) -> dict[Reference, list[Order]]:
    """The classes that were given in a year, by the unit that ordered them."""
    found: dict[Reference, list[Order]] = {}
    for one in library.of_kind("order"):
        if not isinstance(one, Order) or one.progress != "已授课" or one.unit is None:
            continue
        if one.day is not None and one.day.year == year:
            found.setdefault(one.unit, []).append(one)
    return found


def _of(records: Iterable[Record | None]) -> Count:
    found = tuple(dict.fromkeys(key_of(one) for one in records if one is not None))
    return Count(len(found), found)


def _points(rule: AssessmentRule, number: int) -> Decimal:
    points = rule.points * number + 0  # no minus before a zero
    if rule.most is None:
        return points
    return max(-rule.most, points) if points < 0 else min(rule.most, points)
