"""A decision scenario: at each card the reader decides, and sees what follows."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.declaration import Part, item
from ..base.record import Record
from ..base.text import Line, OneOf, Prose
from .case import CaseReference, OfficeLevel

Ending = Annotated[str, OneOf(("守住", "补救", "失守"))]


class Choice(Part):
    """One way to decide, what follows from it, and the card it leads to."""

    text: Line = item("选择", "你会怎么做，例如 先问清楚再签字")
    consequence: Prose = item("后果", "接下来发生了什么")
    to: Line = item("转到", "下一张卡片的编号")
    citations: tuple[Line, ...] = item("依据", "这样做碰到哪一条", default=())


class Card(Part):
    """One card: the situation and the choices, or an ending."""

    id: Line = item("编号", "在本情景内唯一，例如 1、2a")
    title: Line | None = item("标题", default=None)
    text: Prose = item("情景")
    choices: tuple[Choice, ...] = item("选择", "没有选择的卡片是结局", default=())
    ending: Ending | None = item("结局", "守住、补救、失守；结局卡片才写", default=None)


class Scenario(Record):
    """情景."""

    kind: ClassVar[str] = "scenario"
    label: ClassVar[str] = "决策情景"
    folder: ClassVar[str] = "materials/scenarios"

    title: Line = item("标题", "例如 如果是你：验收单上的签字")
    role: Line = item("角色", "读者扮演谁，例如 你是某镇项目办主任")
    keywords: tuple[Line, ...] = item("关键词", default=())
    gist: Prose | None = item("要点", default=None)
    industries: tuple[Line, ...] = item("领域", default=())
    levels: tuple[OfficeLevel, ...] = item("层级", default=())
    posts: tuple[Line, ...] = item("岗位", default=())
    cases: tuple[CaseReference, ...] = item("案例", "改编自哪个案例", default=())
    cards: tuple[Card, ...] = item("卡片", "第一张是开头", default=())
    outcome: Prose | None = item("真实结果", "原案里的人当时怎么选、后来怎样", default=None)
    discussion: tuple[Line, ...] = item("讨论题", default=())
    notes: Prose | None = item("教员备注", "只在教员版出现", default=None, lecturer=True)
    citations: tuple[Line, ...] = item("依据", default=())
