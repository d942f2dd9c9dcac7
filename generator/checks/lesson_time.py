"""A lesson fits its class hours, a micro-lesson its fifteen minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.lesson import Lesson
from ..timetable import time_problem
from ._finding import about

RULES = (("C271", "教案合计 45 或 90 分钟，微课不超过 15 分钟（以设置「教学」里写的为准）"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every lesson whose minutes do not fit."""
    for lesson in library.of_kind("lesson"):
        if not isinstance(lesson, Lesson):
            continue
        message = time_problem(lesson, library.settings.teaching)
        if message:
            yield about(
                library,
                key_of(lesson),
                ("steps",),
                "C271",
                message,
                level=Level.WARNING,
                hint="调整各环节的分钟数。",
            )
