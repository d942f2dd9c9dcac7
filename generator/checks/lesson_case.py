"""The cases that a lesson uses can still be taught."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.lesson import Lesson
from ..timetable import case_doubts
from ._finding import about

RULES = (("C403", "教案用的案例不是待复核的"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every case of a lesson that should be looked at again first."""
    for lesson in library.not_withdrawn(Lesson):
        doubts = dict(case_doubts(library, lesson))
        for at, use in enumerate(lesson.cases):
            case = library.get(use.case)
            if use.case in doubts and case and case.status != "已撤下":  # C252 says that
                yield about(
                    library,
                    key_of(lesson),
                    ("cases", at, "case"),
                    "C403",
                    f"「{use.case.id}」{doubts[use.case]}",
                    level=Level.WARNING,
                    hint="换一个案例，或先复核这个案例。",
                )
