"""A working practice: a problem, what was done about it, what came of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.declaration import Part, item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose


class Measure(Part):
    """One thing that was done."""

    heading: Line | None = item("标题", default=None)
    text: Prose = item("内容")
    short: ClassVar[str] = "text"


class Practice(Record):
    """经验做法."""

    kind: ClassVar[str] = "practice"
    label: ClassVar[str] = "经验做法"
    folder: ClassVar[str] = "policies/practices"

    title: Line = item("标题")
    category: Annotated[str, OneOf(("引导激励", "建强队伍", "贯通融合", "强化治理", "其他"))] = (
        item("类别", "引导激励、建强队伍、贯通融合、强化治理", default="其他")
    )
    industries: tuple[Line, ...] = item("领域", default=())
    unit: Annotated[Reference, To("unit")] | None = item("单位", "单位编号", default=None)
    keywords: tuple[Line, ...] = item("关键词", default=())
    gist: Prose | None = item("要点", default=None)
    problem: Prose = item("问题", "要解决什么问题")
    measures: tuple[Measure, ...] = item("措施", default=())
    effect: Prose | None = item("成效", default=None)
    cautions: Prose | None = item("注意事项", default=None)
    related: tuple[Annotated[Reference, To("case")], ...] = item("相关案例", default=())
    citations: tuple[Line, ...] = item("依据", default=())
