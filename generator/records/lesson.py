"""A lesson: for whom, to what end, with which cases, in which steps and minutes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..base.declaration import Part, item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose
from .case import OfficeLevel

LessonReference = Annotated[Reference, To("lesson")]


class CaseUse(Part):
    """A case and the part of it that the lesson uses."""

    case: Annotated[Reference, To("case")] = item("案例", "案例编号")
    use: Line | None = item("用途", "用在哪个环节、用哪一部分", default=None)
    short: ClassVar[str] = "case"


class Step(Part):
    """One step of the lesson."""

    name: Line = item("环节", "课前阅读、导入、分组研讨、班级交流、点评总结……")
    minutes: Annotated[int, Field(ge=0, le=480)] = item("分钟", "这一步用几分钟")
    text: Prose | None = item("内容", default=None)
    lecturer: Prose | None = item(
        "教员", "教员说什么、问什么、无人回答时怎么办；只在教员版出现", default=None, lecturer=True
    )


class BoardRow(Part):
    """One row of the board plan."""

    link: Line = item("环节")
    loophole: Line = item("漏洞")
    measure: Line = item("措施")


class Lesson(Record):
    """教案."""

    kind: ClassVar[str] = "lesson"
    label: ClassVar[str] = "教案"
    folder: ClassVar[str] = "materials/lessons"

    title: Line = item("标题")
    type: Annotated[str, OneOf(("教案", "微课"))] = item("类型", "教案、微课", default="教案")
    keywords: tuple[Line, ...] = item("关键词", default=())
    gist: Prose | None = item("要点", default=None)
    industries: tuple[Line, ...] = item("领域", default=())
    levels: tuple[OfficeLevel, ...] = item("层级", default=())
    posts: tuple[Line, ...] = item("岗位", default=())
    objectives: tuple[Line, ...] = item("目标", "学完之后能做什么", default=())
    prerequisites: tuple[LessonReference, ...] = item("先修", default=())
    cases: tuple[CaseUse, ...] = item("案例", "用到的案例", default=())
    steps: tuple[Step, ...] = item("教学步骤", default=())
    board: tuple[BoardRow, ...] = item("板书", "环节｜漏洞｜措施", default=(), lecturer=True)
    key_points: tuple[Line, ...] = item("要点归纳", default=())
    wrap_up: Prose | None = item("小结", default=None)
    notes: Prose | None = item("教员备注", "只在教员版出现", default=None, lecturer=True)
    next: tuple[LessonReference, ...] = item("延伸", default=())
    citations: tuple[Line, ...] = item("依据", default=())

    @property
    def minutes(self) -> int:
        """The minutes of all steps."""
        return sum(step.minutes for step in self.steps)
