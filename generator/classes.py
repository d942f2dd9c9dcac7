"""Classes that have a day: what a calendar says of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, time

from .base.markdown import words
from .base.reference import Reference
from .editions import Edition
from .lesson_set import Issue
from .library import Library, key_of
from .records.lecturer import Lecturer
from .records.lesson import Lesson
from .records.order import Order

_TIME = re.compile(
    r"(上午|中午|下午|晚上|晚)?\s*(\d{1,2})\s*[:时点.]\s*(半|\d{1,2})?", re.IGNORECASE
)
_AFTERNOON = ("下午", "晚上", "晚")
_HALF_AN_HOUR = 30


@dataclass(frozen=True, slots=True)
class Class:
    """One class on its day."""

    id: str
    title: str
    day: date
    start: time | None
    """Without one it takes the whole day."""
    minutes: int
    place: str
    lecturer: Reference | None
    progress: str
    lines: tuple[str, ...]
    """What else is good to know: lecturer, unit, lesson, needs."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes that go into one calendar."""

    name: str
    classes: tuple[Class, ...]
    issue: Issue

    def of(self, lecturer: Reference) -> Classes:
        """Those of one lecturer."""
        own = tuple(one for one in self.classes if one.lecturer == lecturer)
        return replace(self, classes=own)


def classes(edition: Edition, only: Collection[Reference] = ()) -> Classes:
    """The orders of an edition that have a day, the first first.

    `only` keeps those orders, and those of the lessons, lecturers and units it names.
    """
    library = edition.library
    issue = Issue.of(edition)
    found = []
    for order in library.of_kind("order"):
        if isinstance(order, Order) and order.day is not None and order.day.day:
            keys = (key_of(order), order.lesson, order.lecturer, order.unit)
            if not only or any(key is not None and key.bare() in only for key in keys):
                found.append(_class(library, order, order.day.first()))
    found.sort(key=lambda one: (one.day, one.start or time(), one.id))
    return Classes(f"{issue.site}　课程表", tuple(found), issue)


def start_of(text: str) -> time | None:
    """The time of day that is written, such as 14:30, 下午2点半; None where none can be read."""
    read = _TIME.search(unicodedata.normalize("NFKC", text))
    if read is None:
        return None
    half, hour, minute = read[1], int(read[2]), read[3]
    if half in _AFTERNOON and hour < 12:
        hour += 12
    minutes = _HALF_AN_HOUR if minute == "半" else int(minute or 0)
    return time(hour, minutes) if hour < 24 and minutes < 60 else None


def minutes_of(library: Library, order: Order) -> int:
    """How long a class takes: as ordered, as the lesson is planned, as the settings say."""
    lesson = library.get(order.lesson) if order.lesson else None
    planned = lesson.minutes if isinstance(lesson, Lesson) else 0
    return order.minutes or planned or library.settings.teaching.class_minutes[0]


def _class(library: Library, order: Order, day: date) -> Class:
    lesson = library.get(order.lesson) if order.lesson else None
    lecturer = library.get(order.lecturer) if order.lecturer else None
    unit = library.get(order.unit) if order.unit else None
    said = (
        ("讲师", lecturer.heading if isinstance(lecturer, Lecturer) else ""),
        ("教案", lesson.heading if lesson else ""),
        ("单位", unit.heading if unit else ""),
        ("人数", f"{order.audience_size} 人" if order.audience_size else ""),
        ("需求", words(order.needs or "")),
        ("进展", order.progress),
    )
    return Class(
        order.id,
        order.heading,
        day,
        start_of(order.start or ""),
        minutes_of(library, order),
        str(order.place or ""),
        key_of(lecturer) if lecturer else None,
        order.progress,
        tuple(f"{label}：{text}" for label, text in said if text),
    )
