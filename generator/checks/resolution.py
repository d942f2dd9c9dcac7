"""Resolutions of meetings have ids of their own and dates that fit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.area import Area, Resolution
from ..rectifications import CLOSED, NOT_STARTED, TO_REVISIT, UNDER_WAY
from ._finding import about

RULES = (
    ("C545", "一个协作区里决议编号不重复"),
    ("C546", "会议、决议的时间前后合理"),
    ("C547", "决议写明责任单位和期限，进展与完成时间一致"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the meetings of every area."""
    for area in library.not_withdrawn(Area):
        yield from _meetings(library, area)


def _meetings(library: Library, area: Area) -> Iterator[Finding]:
    say = partial(about, library, key_of(area), level=Level.WARNING)
    seen: set[str] = set()
    today = library.today
    for number, meeting in enumerate(area.meetings):
        if meeting.day.first() > today:
            message = f"会议日期 {meeting.day} 还没有到"
            hint = "会还没有开就不写决议；开过了请检查年份。"
            way = ("meetings", number, "day")
            yield about(library, key_of(area), way, "C546", message, level=Level.NOTICE, hint=hint)
        for place, one in enumerate(meeting.resolutions):
            route = ("meetings", number, "resolutions", place)
            if str(one.id) in seen:
                message = f"决议编号「{one.id}」用了两次"
                hint = "同一个协作区里每项决议一个编号，接着上次会议往下编。"
                yield about(library, key_of(area), (*route, "id"), "C545", message, hint=hint)
            seen.add(str(one.id))
            for name, label, date in (("due", "期限", one.due), ("done", "完成时间", one.done)):
                if date and date.last() < meeting.day.first():
                    message = f"{label} {date} 早于会议日期 {meeting.day}"
                    yield say((*route, name), "C546", message, hint="检查这两个日期。")
            if one.done and one.done.first() > today:
                message = f"完成时间 {one.done} 还没有到"
                yield say((*route, "done"), "C546", message, hint="还没有完成就不写完成时间。")
            for name, message, hint in _complete(one):
                yield say((*route, name) if name else route, "C547", message, hint=hint)


def _complete(one: Resolution) -> Iterator[tuple[str, str, str]]:
    """Yield field, message and hint of what is missing or does not fit."""
    if one.owner is None:
        yield "", "没有写责任单位", "在「责任单位」里写单位编号。"
    if one.due is None:
        yield "", "没有写期限", "写上「期限」，例如 2026-09-30；逾期从它算起。"
    if one.stage in (TO_REVISIT, CLOSED) and one.done is None:
        yield "stage", f"进展是{one.stage}，却没有完成时间", "写上「完成时间」，或把进展改回来。"
    if one.stage in (NOT_STARTED, UNDER_WAY) and one.done is not None:
        message = f"写了完成时间，进展却是{one.stage}"
        yield "stage", message, "把进展改为「待回访」或「已销号」。"
