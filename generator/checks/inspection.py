"""The tasks of an inspection lie in their phase, and what is done lies in the past."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.inspection import PHASES, Inspection
from ._finding import about

RULES = (
    ("C554", "巡察的结束时间不早于进驻时间"),
    ("C555", "巡前任务的期限在进驻以前，巡后任务的期限在结束以后"),
    ("C556", "任务的完成时间不晚于今天"),
)
_BEFORE, _, _AFTER = PHASES


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every inspection."""
    for record in library.not_withdrawn(Inspection):
        yield from _inspection(library, record)


def _inspection(library: Library, record: Inspection) -> Iterator[Finding]:
    say = partial(about, library, key_of(record))
    begin, end = record.begin, record.end
    if begin and end and end.last() < begin.first():
        message = f"结束时间 {end} 早于进驻时间 {begin}"
        yield say(("end",), "C554", message, hint="检查这两个时间，可能写反了。")
    for number, task in enumerate(record.tasks):
        route = ("tasks", number)
        if task.done and task.done.first() > library.today:
            message = f"完成时间 {task.done} 还没有到"
            hint = "还没有完成就不写完成时间。"
            yield say((*route, "done"), "C556", message, level=Level.WARNING, hint=hint)
        if task.due is None:
            continue
        hint = "检查阶段和期限。"
        if task.phase == _BEFORE and begin and task.due.first() > begin.last():
            message = f"巡前任务的期限 {task.due} 晚于进驻时间 {begin}"
            yield say((*route, "due"), "C555", message, level=Level.WARNING, hint=hint)
        if task.phase == _AFTER and end and task.due.last() < end.first():
            message = f"巡后任务的期限 {task.due} 早于结束时间 {end}"
            yield say((*route, "due"), "C555", message, level=Level.WARNING, hint=hint)
