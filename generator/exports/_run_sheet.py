"""The run-sheet: from which minute to which, which step, who does what; one page on the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from ..base.markdown import words
from ..lesson_set import LessonSet
from ..records.lesson import Step
from ..timetable import Slot
from ._blocks import Block, Cell, Paper, Paragraph, Style, Table, cell, row, text
from ._lesson_plan import span
from ._one_page import fullest, shortened
from ._sections import MADE_UP, Sections

RUN_SHEET = "流程单"


_ROOM = {
    "asks": (0, 12, 20, 28, 36, 44, 60, 80),
    "learners": (10, 20, 30, 40, 50, 60, 80, 110, 150, 200),
    "silent": (0, 16, 24, 32, 40, 50, 70),
    "says": (0, 12, 20, 28, 36, 44, 60, 80),
}
"""How many signs are kept of each text of a step."""
_MOST_STEPS = 24


def run_sheet(given: LessonSet) -> Paper:
    """Return the run-sheet of a lesson, shortened as far as it must be to fit one page."""
    return fullest(partial(_sheet, given), _ROOM)


def _sheet(given: LessonSet, room: Mapping[str, int]) -> Paper:
    made = Sections()
    made.plain(_about(given))
    made.plain(_steps(given, room))
    title = shortened(given.lesson.heading, 60)
    return replace(made.paper(RUN_SHEET, given.lesson, given.issue, title), one_page=True)


def _about(given: LessonSet) -> Iterator[Block]:
    lesson = given.lesson
    audience = "；".join("、".join(one) for one in (lesson.levels, lesson.posts) if one)
    rows = [
        row("对象", shortened(audience, 40), "时长", f"{given.minutes} 分钟"),
        row("日期地点", "", "开始时刻", ""),
    ]
    yield Table(tuple(rows), labels=(0, 2), widths=(2.2, 8.4, 2.2, 3.4))
    names = [case.heading.replace(MADE_UP, "") for _, case in given.cases]
    if names:
        yield Paragraph(text(f"案例：{shortened('；'.join(names), 70)}"), Style.FLUSH)


def _steps(given: LessonSet, room: Mapping[str, int]) -> Iterator[Block]:
    steps = list(zip(given.lesson.steps, given.slots, strict=True))
    if not steps:
        return
    kept = steps[:_MOST_STEPS]
    told = given.issue.lecturer
    rows = [_row(step, slot, room, told=told) for step, slot in kept]
    left = len(steps) - len(kept)
    if left:
        rows.append(_cells(f"另有 {left} 步，见教案", told=told))
    total = _cells(f"合计 {given.minutes} 分", told=told)
    head = row("起止和环节", "学员", *(("教员",) if told else ()), "实际")
    widths = (3.4, 5.4, 7.4, 1.4) if told else (3.4, 12, 1.8)
    yield Table((head, *rows, total), head=True, widths=widths)


def _cells(first: str, *, told: bool) -> tuple[Cell, ...]:
    return row(first, *([""] * (3 if told else 2)))


def _row(step: Step, slot: Slot, room: Mapping[str, int], *, told: bool) -> tuple[Cell, ...]:
    learners = _kept(step.text, room["learners"])
    lecturer: Cell = tuple(
        text(f"{label}：{said}")
        for label, said in (
            ("讲", _kept(step.says, room["says"])),
            ("问", _kept(step.asks, room["asks"])),
            ("无人回答时", _kept(step.if_silent, room["silent"])),
        )
        if said
    )
    named = (text(f"{span(slot)} 分"), text(shortened(slot.name, 20)))
    return (named, cell(learners), *((lecturer,) if told else ()), cell(""))


def _kept(prose: str | None, most: int) -> str:
    return shortened(words(prose), most) if prose and most else ""
