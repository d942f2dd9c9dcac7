"""What is computed of a lesson and never typed: minutes, class hours, what goes before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from .base.reference import Reference
from .library import Library, key_of
from .records.lesson import Lesson
from .teaching_settings import TeachingSettings

MICRO = "微课"


@dataclass(frozen=True, slots=True)
class Slot:
    """One step with the minutes at which it begins and ends, counted from the start of class."""

    name: str
    begins: int
    ends: int

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.ends - self.begins


def timetable(lesson: Lesson) -> tuple[Slot, ...]:
    """The steps of a lesson one after another."""
    slots = []
    at = 0
    for step in lesson.steps:
        slots.append(Slot(str(step.name), at, at + step.minutes))
        at += step.minutes
    return tuple(slots)


def time_problem(lesson: Lesson, settings: TeachingSettings) -> str:
    """Why the minutes of a lesson do not fit a class, "" where they do."""
    total = lesson.minutes
    if not lesson.steps:
        return ""
    if lesson.type == MICRO:
        most = settings.micro_minutes
        return f"微课合计 {total} 分钟，超过 {most} 分钟" if total > most else ""
    allowed = settings.class_minutes
    if total in allowed:
        return ""
    return f"教案合计 {total} 分钟，不是 {' 或 '.join(map(str, allowed))} 分钟"


def study_hours(minutes: int, settings: TeachingSettings) -> Decimal:
    """What a class of so many minutes counts for, by the project's table."""
    for row in settings.study_hours:
        if row.up_to is None or minutes <= row.up_to:
            return row.hours
    return settings.study_hours[-1].hours if settings.study_hours else Decimal(0)


def before(library: Library, lesson: Lesson) -> tuple[Lesson, ...]:
    """All that is to be taken before a lesson, the first first; a circle is cut where it closes."""
    found: dict[Reference, Lesson] = {}
    path: set[Reference] = set()

    def visit(one: Lesson) -> None:
        path.add(key_of(one))
        for key in one.prerequisites:
            earlier = library.get(key)
            if isinstance(earlier, Lesson) and key.bare() not in found and key.bare() not in path:
                visit(earlier)
                found[key.bare()] = earlier
        path.discard(key_of(one))

    visit(lesson)
    return tuple(found.values())


def circles(library: Library) -> Iterator[tuple[Lesson, ...]]:
    """Yield each circle of lessons that are to be taken before each other, once."""
    done: set[Reference] = set()
    for start in _lessons(library.of_kind("lesson")):
        trail: list[Lesson] = []
        yield from _circles_from(library, start, trail, done)


def _circles_from(
    library: Library, lesson: Lesson, trail: list[Lesson], done: set[Reference]
) -> Iterator[tuple[Lesson, ...]]:
    keys = [key_of(one) for one in trail]
    if key_of(lesson) in keys:
        yield tuple(trail[keys.index(key_of(lesson)) :])
        return
    if key_of(lesson) in done:
        return
    trail.append(lesson)
    for key in lesson.prerequisites:
        earlier = library.get(key)
        if isinstance(earlier, Lesson):
            yield from _circles_from(library, earlier, trail, done)
    trail.pop()
    done.add(key_of(lesson))


def _lessons(records: Iterable[object]) -> Iterator[Lesson]:
    yield from (one for one in records if isinstance(one, Lesson))


def case_doubts(library: Library, lesson: Lesson) -> tuple[tuple[Reference, str], ...]:
    """The cases of a lesson that should not be taught as they are, each with the reason."""
    found = []
    for use in lesson.cases:
        case = library.get(use.case)
        if case is None:
            continue
        if case.status == "已撤下":
            found.append((use.case, "案例已撤下"))
        elif case.status == "待复核":
            found.append((use.case, "案例待复核"))
        elif case.review_due and case.review_due.last() < library.today:
            found.append((use.case, f"复核日期 {case.review_due.chinese()} 已过"))
    return tuple(found)
