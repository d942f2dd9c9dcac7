"""A mentor and a learner are two people who work through cases together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..base.finding import Finding, Level
from ..library import Library, key_of
from ..records.mentoring import Mentoring
from ._finding import about

RULES = (
    ("C568", "帮带写明一起办过、讲过的案例和期间"),
    ("C569", "导师和学员是两个人，期满的帮带写明成效"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every pair."""
    for one in library.not_withdrawn(Mentoring):
        say = partial(about, library, key_of(one))
        if not one.cases:
            hint = "在「案例」里写案例编号。"
            yield say((), "C568", "还没有写案例", level=Level.WARNING, hint=hint)
        if one.period is None:
            hint = "写上「期间」，例如 {自: 2026-03, 至: 2026-12}。"
            yield say((), "C568", "还没有写期间", level=Level.WARNING, hint=hint)
        if one.mentor == one.learner and one.mentor_unit == one.learner_unit:
            message = f"导师和学员都是「{one.mentor}」"
            yield say(("learner",), "C569", message, level=Level.WARNING, hint="检查两个姓名。")
        end = one.period.end if one.period else None
        if end is not None and end.last() < library.today and one.result is None:
            message = f"期间到 {end} 已满，还没有写成效"
            hint = "在「成效」里写学员能独立做什么了。"
            yield say((), "C569", message, level=Level.NOTICE, hint=hint)
