"""Lessons can be taken in the order in which they build on each other."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.course import Course
from ..records.lesson import Lesson
from ..timetable import before, circles
from ._finding import about

RULES = (
    ("C401", "教案的先修不绕成一圈"),
    ("C402", "课程里先修的课排在前面"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every circle of lessons and for every lesson that comes too early."""
    for circle in circles(library):
        names = " → ".join(one.id for one in (*circle, circle[0]))
        key = key_of(circle[0])
        yield about(
            library,
            key,
            ("prerequisites",),
            "C401",
            f"先修绕成一圈：{names}",
            hint="删去其中一处先修。",
        )
    for course in library.of_kind("course"):
        if isinstance(course, Course):
            yield from _too_early(library, course)


def _too_early(library: Library, course: Course) -> Iterator[Finding]:
    places = {one.lesson.bare(): at for at, one in enumerate(course.lessons)}
    for at, one in enumerate(course.lessons):
        lesson = library.get(one.lesson)
        for earlier in before(library, lesson) if isinstance(lesson, Lesson) else ():
            place = places.get(key_of(earlier))
            if place is not None and place > at:
                message = f"「{one.lesson.id}」的先修「{earlier.id}」排在它后面"
                yield about(
                    library,
                    key_of(course),
                    ("lessons", at),
                    "C402",
                    message,
                    level=Level.WARNING,
                    hint="把先修的课移到前面。",
                )
