"""A mentoring pair: who leads whom, through which cases, over which time."""

from __future__ import annotations

from typing import ClassVar

from ..base.dates import PartialDate
from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, Prose
from .case import CaseReference, Period
from .unit import UnitReference


class Mentoring(Record):
    """帮带."""

    kind: ClassVar[str] = "mentoring"
    label: ClassVar[str] = "帮带"
    folder: ClassVar[str] = "ledgers/mentoring"
    rows: ClassVar[bool] = True

    mentor: Line = item("导师", "例如 周老师")
    mentor_unit: UnitReference | None = item("导师单位", "单位编号", default=None)
    learner: Line = item("学员", "例如 小林")
    learner_unit: UnitReference | None = item("学员单位", "单位编号", default=None)
    period: Period | None = item("期间", "{自: 2026-03, 至: 2026-12}", default=None)
    cases: tuple[CaseReference, ...] = item("案例", "一起办过、讲过的案例", default=())
    goals: tuple[Line, ...] = item("目标", default=())
    result: Prose | None = item("成效", default=None)

    @property
    def heading(self) -> str:
        """Both names."""
        return f"{self.mentor}带{self.learner}"

    @property
    def date(self) -> PartialDate | None:
        """When it began."""
        return self.period.start if self.period else None
