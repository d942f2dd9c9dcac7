"""Notices of 两个责任 by their rhythm: sent in time, late, or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .base.dates import PartialDate, days_past
from .base.months import YearMonth, later
from .base.reference import Reference
from .library import Library
from .records.notice import RHYTHMS, Notice

SENT, SENT_LATE, WAITING, LATE = "已通报", "迟了通报", "未到期", "逾期未通报"
GRACE_MONTHS = 1
"""How many months after the end of a period its notice is expected at the latest."""
_YEAR = 12


@dataclass(frozen=True, slots=True)
class State:
    """One notice as of a day."""

    notice: Notice
    state: str
    days: int
    """Days past the due date."""


@dataclass(frozen=True, slots=True)
class Series:
    """The notices of one unit, one responsibility and one rhythm, the newest first."""

    unit: Reference
    duty: str
    rhythm: str
    states: tuple[State, ...]
    missing: tuple[PartialDate, ...]
    """Last months of the periods of which there is no notice though one was expected."""

    @property
    def late(self) -> int:
        """How many notices are late or missing."""
        return sum(one.state == LATE for one in self.states) + len(self.missing)


def series(library: Library) -> tuple[Series, ...]:
    """Every series in order of unit and responsibility."""
    groups: dict[tuple[Reference, str, str], list[Notice]] = {}
    for notice in library.not_withdrawn(Notice):
        if _has_unit(notice):
            groups.setdefault((notice.unit, notice.duty, notice.rhythm), []).append(notice)
    return tuple(_series(key, found, library.today) for key, found in sorted(groups.items()))


def _has_unit(notice: Notice) -> bool:
    unit: Reference | None = notice.unit  # an edition may not hold it
    return unit is not None


def _series(key: tuple[Reference, str, str], found: list[Notice], today: date) -> Series:
    newest = sorted(found, key=lambda one: (str(one.period), one.id), reverse=True)
    known = {(one.period.year, one.period.month or _YEAR) for one in found}
    step = RHYTHMS[key[2]]
    missing = tuple(
        PartialDate(*month) for month in _expected(min(known), step, today) if month not in known
    )
    return Series(*key, tuple(_state(one, today) for one in newest), missing)


def _expected(first: YearMonth, step: int, today: date) -> Iterator[YearMonth]:
    """The periods from the first that is known to the last whose notice should be there."""
    month = first
    while PartialDate(*later(month, GRACE_MONTHS)).last() < today:
        yield month
        month = later(month, step)


def _state(notice: Notice, today: date) -> State:
    if notice.sent is not None:
        days = days_past(notice.due, notice.sent.first())
        return State(notice, SENT_LATE if days else SENT, days)
    days = days_past(notice.due, today)
    return State(notice, LATE if days else WAITING, days)
