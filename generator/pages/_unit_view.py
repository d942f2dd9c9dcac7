"""Everything that concerns one unit, gathered from all ledgers once for all units."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from ..assessment import Assessment, assessments, years
from ..base.record import Record
from ..base.reference import Reference
from ..coordination import Item, Resolved, Task, areas_of, items, resolutions, tasks
from ..editions import Edition
from ..library import key_of
from ..month_grid import Cell, grid
from ..notice_rhythm import Series, series
from ..records.area import Area
from ..rectifications import CLOSED, Standing, by_unit, counts, overdue, standings

_MONTHS = 12
_T = TypeVar("_T")


@dataclass(frozen=True)
class UnitView:
    """One unit in all ledgers."""

    areas: tuple[Area, ...]
    branches: tuple[Record, ...]
    months: tuple[Cell, ...]
    """The last twelve, the newest first."""
    found: tuple[Standing, ...]
    stages: dict[str, int]
    late: tuple[Standing, ...]
    open: tuple[Standing, ...]
    """Neither late nor closed."""
    assessment: Assessment | None
    notices: tuple[Series, ...]
    resolved: tuple[Resolved, ...]
    tasks: tuple[Task, ...]
    items: tuple[Item, ...]
    records: dict[str, tuple[Record, ...]]
    """The records of other kinds that name the unit, the newest first."""


class UnitViews:
    """The views of all units of an edition."""

    def __init__(self, edition: Edition) -> None:
        self.library = edition.library
        self.areas = areas_of(self.library)
        self.grid = grid(self.library)
        self.found = by_unit(standings(self.library))
        self.years = years(self.library)
        newest = assessments(self.library, self.years[0]) if self.years else ()
        self.assessments = {one.unit: one for one in newest}
        self.notices = _grouped(series(self.library), lambda one: one.unit)
        self.resolved = _grouped(resolutions(self.library), lambda one: one.resolution.owner)
        self.tasks = _grouped(tasks(self.library), lambda one: one.task.unit)
        self.items = _grouped(items(self.library), lambda one: one.item.unit)

    def of(self, unit: Record) -> UnitView:
        """Gather what concerns one unit."""
        key = key_of(unit)
        row = self.grid.by_unit.get(key)
        found = self.found.get(key, [])
        late = tuple(overdue(found))
        return UnitView(
            tuple(self.areas.get(key, ())),
            self._naming(key, "branch"),
            tuple(reversed(row.cells[-_MONTHS:])) if row else (),
            tuple(found),
            counts(found),
            late,
            tuple(one for one in found if not one.late and one.stage != CLOSED),
            self.assessments.get(key),
            self.notices.get(key, ()),
            self.resolved.get(key, ()),
            self.tasks.get(key, ()),
            self.items.get(key, ()),
            {
                kind: self._naming(key, kind)
                for kind in ("order", "mentoring", "inspection", "special", "joint", "lecturer")
            },
        )

    def _naming(self, key: Reference, kind: str) -> tuple[Record, ...]:
        links = self.library.backlinks.get(key, ())
        sources = dict.fromkeys(link.source for link in links if link.source.kind == kind)
        found = [self.library.records[one] for one in sources]
        return tuple(sorted(found, key=lambda one: str(one.date or ""), reverse=True))


def _grouped(
    found: Iterable[_T], of: Callable[[_T], Reference | None]
) -> dict[Any, tuple[_T, ...]]:
    groups: dict[Any, list[_T]] = {}
    for one in found:
        key = of(one)
        if key is not None:
            groups.setdefault(key, []).append(one)
    return {key: tuple(some) for key, some in groups.items()}
