"""A notice of 两个责任: which responsibility, how often it is due, and when it was sent."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.dates import PartialDate
from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, OneOf, Prose
from .unit import UnitReference

RHYTHMS = {"每月": 1, "每季": 3, "每半年": 6, "每年": 12}
"""The months between two notices."""


class Notice(Record):
    """两个责任通报."""

    kind: ClassVar[str] = "notice"
    label: ClassVar[str] = "两个责任通报"
    folder: ClassVar[str] = "ledgers/notices"
    rows: ClassVar[bool] = True

    title: Line = item("标题", "例如 2026年第一季度监督责任通报")
    duty: Annotated[str, OneOf(("主体责任", "监督责任"))] = item("责任", "主体责任、监督责任")
    unit: UnitReference = item("单位", "单位编号")
    rhythm: Annotated[str, OneOf(tuple(RHYTHMS))] = item("周期", "、".join(RHYTHMS), default="每季")
    period: PartialDate = item("期次", "这一期的最后一个月，例如 2026-03")
    due: PartialDate | None = item("应报时间", default=None)
    sent: PartialDate | None = item("通报时间", "还没有通报就不写", default=None)
    gist: Prose | None = item("要点", default=None)

    @property
    def date(self) -> PartialDate | None:
        """The period that it speaks of."""
        return self.period
