"""Classes that were asked for: what is open, what nobody can teach, who has how many, what lies."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .base.months import YearMonth
from .base.reference import Reference
from .library import Library, key_of
from .order_matching import proposal
from .records.case import Case
from .records.lecturer import Lecturer
from .records.lesson import Lesson
from .records.order import Order

WAITING, PLANNED, TAUGHT, CANCELLED = "待安排", "已排课", "已授课", "已取消"
_SMALL = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
_TIMES = re.compile(r"(\d{1,3}|[一二两三四五六七八九十])\s*(?:次|堂|节|课)")


def orders(library: Library) -> tuple[Order, ...]:
    """Every order that stands, by month and id."""
    found = library.not_withdrawn(Order)
    return tuple(sorted(found, key=lambda one: (month_of(one), str(one.day or ""), one.id)))


def month_of(order: Order) -> YearMonth:
    """The month in which an order is taught, else the one it asks for."""
    date = order.day or order.month
    return date.year, date.month


@dataclass(frozen=True, slots=True)
class Gap:
    """What the same orders ask for and nobody can teach yet."""

    lines: tuple[str, ...]
    orders: tuple[Order, ...]


def gaps(library: Library, found: Iterable[Order]) -> tuple[Gap, ...]:
    """What orders ask for that are not planned yet, and nobody can teach; the most asked first."""
    missing: dict[str, list[Order]] = {}
    for order in found:
        if order.progress != WAITING:
            continue
        best = proposal(library, order)
        lines = [line for line in best.gaps if line.startswith("没有")]
        if not best.lecturers:
            lines.append("没有讲师能讲")
        for line in lines:
            missing.setdefault(line, []).append(order)
    together: dict[tuple[str, ...], tuple[list[str], list[Order]]] = {}
    for line, asked in missing.items():
        key = tuple(order.id for order in asked)
        together.setdefault(key, ([], asked))[0].append(line)
    ordered = sorted(together.values(), key=lambda pair: (-len(pair[1]), pair[1][0].id))
    return tuple(Gap(tuple(lines), tuple(asked)) for lines, asked in ordered)


@dataclass(frozen=True, slots=True)
class Load:
    """The classes of one lecturer, month by month."""

    lecturer: Lecturer
    most: int | None
    """How many a month the lecturer gives; None where no number is written."""
    months: tuple[tuple[YearMonth, int], ...]

    @property
    def total(self) -> int:
        """All classes in these months."""
        return sum(number for _, number in self.months)

    def over(self, number: int) -> int:
        """How many classes of a month are more than the lecturer gives."""
        return max(0, number - self.most) if self.most is not None else 0


def loads(
    library: Library, found: Iterable[Order]
) -> tuple[tuple[YearMonth, ...], tuple[Load, ...]]:
    """The months that have classes, and every lecturer's number in each."""
    counted: Counter[tuple[Reference, YearMonth]] = Counter()
    for order in found:
        if order.lecturer and order.progress in (PLANNED, TAUGHT):
            counted[order.lecturer.bare(), month_of(order)] += 1
    months = tuple(sorted({month for _, month in counted}))
    return months, tuple(
        Load(
            one,
            times_a_month(str(one.monthly or "")),
            tuple((month, counted[key_of(one), month]) for month in months),
        )
        for one in library.not_withdrawn(Lecturer)
    )


def times_a_month(text: str) -> int | None:
    """The number of classes in words such as 2 次，周三; None where there is none."""
    read = _TIMES.search(unicodedata.normalize("NFKC", text))
    if read is None:
        return None
    return int(read[1]) if read[1].isdigit() else _SMALL[read[1]]


def unused(library: Library, found: Iterable[Order]) -> tuple[list[Lesson], list[Case]]:
    """Lessons that no class was planned with, and cases that neither those nor a lesson use."""
    used = set(_used(found))
    every = library.not_withdrawn(Lesson)
    lessons = [one for one in every if key_of(one) not in used]
    used.update(use.case.bare() for lesson in every for use in lesson.cases)
    return lessons, [one for one in library.not_withdrawn(Case) if key_of(one) not in used]


def _used(found: Iterable[Order]) -> Iterator[Reference]:
    for order in found:
        if order.progress == CANCELLED:
            continue
        if order.lesson:
            yield order.lesson.bare()
        yield from (key.bare() for key in order.cases)
