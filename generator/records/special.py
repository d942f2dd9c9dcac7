"""A special supervision: topic, scope, weak points, what was found."""

from __future__ import annotations

from typing import ClassVar

from ..base.dates import PartialDate
from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, Prose
from .case import CaseReference, Period
from .rectification import RectificationReference
from .unit import UnitReference


class Special(Record):
    """专项监督."""

    kind: ClassVar[str] = "special"
    label: ClassVar[str] = "专项监督"
    folder: ClassVar[str] = "ledgers/specials"

    title: Line = item("标题", "例如 校园餐专项监督")
    period: Period | None = item("期间", "{自: 2026-03, 至: 2026-06}", default=None)
    units: tuple[UnitReference, ...] = item("单位", "检查哪些单位", default=())
    industries: tuple[Line, ...] = item("领域", default=())
    scope: Prose | None = item("范围说明", "查什么、怎么查", default=None)
    weak_points: tuple[Line, ...] = item("薄弱环节", default=())
    findings: tuple[Line, ...] = item("发现", default=())
    cases: tuple[CaseReference, ...] = item("案例", default=())
    rectifications: tuple[RectificationReference, ...] = item("整改", "整改编号", default=())

    @property
    def date(self) -> PartialDate | None:
        """When it began."""
        return self.period.start if self.period else None
