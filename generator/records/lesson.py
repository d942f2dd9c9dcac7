"""A lesson: for whom, to what end, with which cases, in which steps and minutes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record, Yes
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose
from .case import OfficeLevel

LessonReference = Annotated[Reference, To("lesson")]
QuestionReference = Annotated[Reference, To("question")]
ScenarioReference = Annotated[Reference, To("scenario")]


class CaseUse(Part):
    """A case and the part of it that the lesson uses."""

    case: Annotated[Reference, To("case")] = item("案例", "案例编号")
    part: Line | None = item("部分", "用哪一部分，例如 基本案情和漏洞L1", default=None)
    use: Line | None = item("用途", "用在哪个环节、做什么", default=None)
    short: ClassVar[str] = "case"


class Step(Part):
    """One step of the lesson."""

    name: Line = item("环节", "课前阅读、导入、分组研讨、班级交流、点评总结……")
    minutes: Annotated[int, Field(ge=0, le=480)] = item("分钟", "这一步用几分钟")
    text: Prose | None = item("内容", "学员看到的：做什么、讨论什么", default=None)
    says: Prose | None = item("讲", "教员说什么；只在教员版出现", default=None, lecturer=True)
    asks: Prose | None = item("问", "教员问什么；只在教员版出现", default=None, lecturer=True)
    if_silent: Prose | None = item(
        "无人回答时", "没有人开口时怎么办；只在教员版出现", default=None, lecturer=True
    )
    lecturer: Prose | None = item(
        "教员", "这一步教员还要知道的；只在教员版出现", default=None, lecturer=True
    )


class BoardRow(Part):
    """One row of the board plan."""

    link: Line = item("环节")
    loophole: Line = item("漏洞")
    measure: Line = item("措施")


class Reveal(Part):
    """What is told once the class has thought for itself."""

    title: Line = item("标题", "例如 后来查明了什么")
    text: Prose = item("内容")
    linked: Yes = item(
        "公布", "「是」就从教案页面连过去；不写就只有知道网址的人打得开", default="否"
    )
    day: PartialDate | None = item("公布日期", "这一天以前不放进教员版以外的版本", default=None)
    embargo: ClassVar[str] = "day"


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
    before_class: Prose | None = item("课前阅读", "上课前读什么、想什么", default=None)
    prerequisites: tuple[LessonReference, ...] = item("先修", default=())
    cases: tuple[CaseUse, ...] = item("案例", "用到的案例", default=())
    steps: tuple[Step, ...] = item("教学步骤", default=())
    reveals: tuple[Reveal, ...] = item("揭示", "先讨论、后揭示的内容", default=())
    quiz: tuple[QuestionReference, ...] = item("测验", "题目编号", default=())
    scenarios: tuple[ScenarioReference, ...] = item("决策情景", "情景编号", default=())
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
