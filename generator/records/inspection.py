"""Cooperation in an inspection: what is done before, during and after it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record
from ..base.text import Line, OneOf, Prose
from .rectification import RectificationReference
from .unit import UnitReference

PHASES = ("巡前", "巡中", "巡后")


class InspectionTask(Part):
    """One thing to do in one phase."""

    phase: Annotated[str, OneOf(PHASES)] = item("阶段", "、".join(PHASES))
    text: Line = item("事项")
    unit: UnitReference | None = item("承办", "单位编号", default=None)
    due: PartialDate | None = item("期限", default=None)
    done: PartialDate | None = item("完成时间", default=None)


class Inspection(Record):
    """巡察协作."""

    kind: ClassVar[str] = "inspection"
    label: ClassVar[str] = "巡察协作"
    folder: ClassVar[str] = "ledgers/inspections"

    title: Line = item("标题", "例如 五届市委第八轮巡察协作")
    inspected: tuple[UnitReference, ...] = item("被巡察单位", "单位编号", default=())
    begin: PartialDate | None = item("进驻时间", default=None)
    end: PartialDate | None = item("结束时间", default=None)
    gist: Prose | None = item("要点", default=None)
    tasks: tuple[InspectionTask, ...] = item("任务", "巡前、巡中、巡后各做什么", default=())
    rectifications: tuple[RectificationReference, ...] = item(
        "整改", "反馈的问题对应的整改编号", default=()
    )

    @property
    def date(self) -> PartialDate | None:
        """When it began."""
        return self.begin
