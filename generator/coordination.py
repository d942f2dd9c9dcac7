"""What offices have agreed to do together: resolutions, tasks and items, and which are late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .base.dates import days_past
from .base.reference import Reference
from .library import Library
from .records.area import Area, Meeting, Resolution
from .records.checklist import Checklist, ChecklistItem
from .records.inspection import Inspection, InspectionTask
from .records.rectification import Rectification
from .rectifications import CLOSED, NOT_STARTED, UNDER_WAY

SETTLED = "已办结"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolution of a meeting as of a day."""

    area: Area
    meeting: Meeting
    resolution: Resolution
    late: int
    """Days past its due date while it is not done."""


def resolutions(library: Library) -> tuple[Resolved, ...]:
    """Every resolution of every area, in the order in which they were made."""
    return tuple(
        Resolved(area, meeting, one, _open_late(one, library.today))
        for area in library.not_withdrawn(Area)
        for meeting in area.meetings
        for one in meeting.resolutions
    )


def _open_late(one: Resolution, today: date) -> int:
    return days_past(one.due, today) if one.stage in (NOT_STARTED, UNDER_WAY) else 0


@dataclass(frozen=True, slots=True)
class Task:
    """A task of an inspection as of a day."""

    inspection: Inspection
    task: InspectionTask
    late: int
    """Days past its due date while it is not done."""
    overran: int
    """Days past its due date on which it was done."""


def tasks(library: Library) -> tuple[Task, ...]:
    """Every task of every inspection, in the order in which they are written."""
    return tuple(
        _task(inspection, one, library.today)
        for inspection in library.not_withdrawn(Inspection)
        for one in inspection.tasks
    )


def _task(inspection: Inspection, one: InspectionTask, today: date) -> Task:
    if one.done is None:
        return Task(inspection, one, days_past(one.due, today), 0)
    return Task(inspection, one, 0, days_past(one.due, one.done.first()))


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of supervision, with how far its ledger is."""

    checklist: Checklist
    item: ChecklistItem
    closed: int
    ledger: tuple[Rectification, ...]
    late: int
    """Days past its due date while it is not settled."""

    @property
    def open(self) -> tuple[Rectification, ...]:
        """The rectifications of its ledger that are not closed."""
        return tuple(one for one in self.ledger if one.stage != CLOSED)


def items(library: Library) -> tuple[Item, ...]:
    """Every item of every list, in the order in which they are written."""
    return tuple(
        _item(library, checklist, one)
        for checklist in library.not_withdrawn(Checklist)
        for one in checklist.items
    )


def _item(library: Library, checklist: Checklist, one: ChecklistItem) -> Item:
    found = (library.get(key) for key in one.ledger)
    ledger = tuple(record for record in found if isinstance(record, Rectification))
    closed = sum(record.stage == CLOSED for record in ledger)
    late = 0 if one.urged == SETTLED else days_past(one.due, library.today)
    return Item(checklist, one, closed, ledger, late)


def areas_of(library: Library) -> dict[Reference, list[Area]]:
    """The areas of every unit that is in one."""
    found: dict[Reference, list[Area]] = {}
    for area in library.not_withdrawn(Area):
        for unit in dict.fromkeys(area.members):
            found.setdefault(unit, []).append(area)
    return found
