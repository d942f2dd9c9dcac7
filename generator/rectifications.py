"""How far rectifications are: what is late, what waits to be looked at, how many are where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .base.by_identity import by_identity
from .base.dates import PartialDate, days_past
from .base.reference import Reference
from .library import Library
from .records.rectification import STAGES, Rectification

NOT_STARTED, UNDER_WAY, TO_REVISIT, CLOSED = STAGES
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Standing:
    """One rectification as of a day."""

    record: Rectification
    stage: str
    """未启动, 整改中, 待回访 or 已销号."""
    types: tuple[str, ...]
    """The types of loophole it is about."""
    late: int
    """Days past its due date while it is not done; 0 where it is not late."""
    unvisited: bool
    """Whether the time has passed in which somebody should have gone back to look."""
    relapsed: bool
    """Whether the last look found the problem again."""


@by_identity
def standings(library: Library) -> tuple[Standing, ...]:
    """Every rectification as of the day of the library, in order of id."""
    months = library.settings.ledgers.revisit_months
    return tuple(
        _standing(library, record, months) for record in library.not_withdrawn(Rectification)
    )


def _standing(library: Library, record: Rectification, months: int) -> Standing:
    today = library.today
    open_ = record.stage in (NOT_STARTED, UNDER_WAY)
    late = days_past(record.due, today) if open_ else 0
    waiting = record.stage == TO_REVISIT and not record.revisits and record.done is not None
    unvisited = waiting and record.done is not None and _passed(record.done, months, today)
    relapsed = bool(record.revisits) and record.revisits[-1].holds == "否"
    types = loophole_types(library, record)
    return Standing(record, record.stage, types, late, unvisited, relapsed)


def _passed(done: PartialDate, months: int, today: date) -> bool:
    return (today - done.last()).days > months * _DAYS


def loophole_types(library: Library, record: Rectification) -> tuple[str, ...]:
    """The types of the loopholes that a rectification is about, from the cases it names."""
    found: dict[str, None] = {}
    for key in record.loopholes:
        for loophole in getattr(library.get(key), "loopholes", ()):
            if not key.part or loophole.id == key.part:
                found[str(loophole.type)] = None
    if record.type:
        found[str(record.type)] = None
    return tuple(found)


def overdue(found: Iterable[Standing]) -> list[Standing]:
    """Those that are late, the latest first."""
    late = [one for one in found if one.late]
    return sorted(late, key=lambda one: (-one.late, one.record.id))


def by_unit(found: Iterable[Standing]) -> dict[Reference, list[Standing]]:
    """Rectifications by the unit whose they are."""
    groups: dict[Reference, list[Standing]] = {}
    for one in found:
        groups.setdefault(one.record.unit, []).append(one)
    return dict(sorted(groups.items()))


def units_by_loophole(found: Iterable[Standing]) -> dict[Reference, set[Reference]]:
    """The units that took up a loophole of a case, under the reference that names it."""
    groups: dict[Reference, set[Reference]] = {}
    for one in found:
        for key in one.record.loopholes:
            groups.setdefault(key, set()).add(one.record.unit)
    return groups


def by_type(found: Iterable[Standing]) -> dict[str, list[Standing]]:
    """Rectifications by the type of loophole they are about."""
    groups: dict[str, list[Standing]] = {}
    for one in found:
        for kind in one.types:
            groups.setdefault(kind, []).append(one)
    return dict(sorted(groups.items()))


def counts(found: Iterable[Standing]) -> dict[str, int]:
    """How many are in each stage, all stages named in their order."""
    counted = Counter(one.stage for one in found)
    return {stage: counted[stage] for stage in STAGES}


def funnel(library: Library, found: Iterable[Standing]) -> Iterator[tuple[str, int]]:
    """From loopholes in cases to those closed: how many get as far as each step."""
    known = {
        (case.id, str(loophole.id))
        for case in library.of_kind("case")
        for loophole in getattr(case, "loopholes", ())
    }
    every = list(found)
    taken = {(key.id, key.part) for one in every for key in one.record.loopholes} & known
    yield "案例里的漏洞", len(known)
    yield "有单位对照整改的漏洞", len(taken)
    yield "整改任务", len(every)
    yield (
        "有措施、有期限",
        sum(bool(r.measures and (r.due or r.lasting == "是")) for r in _of(every)),
    )
    yield "已完成", sum(one.stage in (TO_REVISIT, CLOSED) for one in every)
    yield "已回访", sum(bool(one.record.revisits) for one in every)
    yield CLOSED, sum(one.stage == CLOSED for one in every)


def _of(found: Iterable[Standing]) -> Iterator[Rectification]:
    return (one.record for one in found)
