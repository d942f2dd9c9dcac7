"""Joint work of offices: who leads, who takes part, on what, with what result."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.dates import PartialDate
from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, OneOf, Prose
from .case import CaseReference, Period
from .unit import UnitReference


class Joint(Record):
    """联动监督."""

    kind: ClassVar[str] = "joint"
    label: ClassVar[str] = "联动监督"
    folder: ClassVar[str] = "ledgers/joint"
    rows: ClassVar[bool] = True

    title: Line = item("标题", "例如 校园餐专项联合检查")
    way: Annotated[str, OneOf(("室组", "组组", "室组地"))] = item("方式", "室组、组组、室组地")
    lead: UnitReference | None = item("牵头单位", "单位编号", default=None)
    office: Line | None = item("监督检查室", "例如 第三监督检查室", default=None)
    members: tuple[UnitReference, ...] = item("参加单位", "单位编号", default=())
    period: Period | None = item("期间", "{自: 2026-03, 至: 2026-05}", default=None)
    subject: Prose | None = item("事项", default=None)
    cases: tuple[CaseReference, ...] = item("案例", default=())
    result: Prose | None = item("结果", default=None)

    @property
    def date(self) -> PartialDate | None:
        """When it began."""
        return self.period.start if self.period else None
