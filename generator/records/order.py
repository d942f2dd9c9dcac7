"""An order for a class: what a unit needs, in which month, and what it was given."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..base.dates import PartialDate
from ..base.declaration import item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose
from .case import CaseReference, OfficeLevel
from .lesson import LessonReference

Progress = Annotated[str, OneOf(("待安排", "已排课", "已授课", "已取消"))]


class Order(Record):
    """培训订单."""

    kind: ClassVar[str] = "order"
    label: ClassVar[str] = "培训订单"
    folder: ClassVar[str] = "materials/orders"
    rows: ClassVar[bool] = True

    title: Line = item("标题", "例如 市交通局项目办：合同变更与验收")
    unit: Annotated[Reference, To("unit")] | None = item("单位", "单位编号", default=None)
    month: PartialDate = item("月份", "希望哪个月上课，例如 2026-12")
    subject: tuple[Line, ...] = item("科目", "想讲什么，例如 招标投标", default=())
    industries: tuple[Line, ...] = item("领域", default=())
    levels: tuple[OfficeLevel, ...] = item("层级", default=())
    posts: tuple[Line, ...] = item("岗位", default=())
    loophole_types: tuple[Line, ...] = item("漏洞类型", "本单位查出的漏洞类型", default=())
    minutes: Annotated[int, Field(ge=1, le=480)] | None = item(
        "分钟", "每次几分钟，例如 45", default=None
    )
    audience_size: Annotated[int, Field(ge=1, le=10_000)] | None = item("人数", default=None)
    needs: Prose | None = item("需求", "想解决什么问题", default=None)
    citations: tuple[Line, ...] = item("依据", "想讲哪一条", default=())
    lesson: LessonReference | None = item("教案", "排定的教案", default=None)
    cases: tuple[CaseReference, ...] = item("案例", "排定的案例", default=())
    lecturer: Annotated[Reference, To("lecturer")] | None = item("讲师", default=None)
    day: PartialDate | None = item("上课日期", "例如 2026-12-08", default=None)
    start: Line | None = item("开始时间", "例如 14:30", default=None)
    place: Line | None = item("地点", default=None)
    progress: Progress = item("进展", "待安排、已排课、已授课、已取消", default="待安排")

    @property
    def date(self) -> PartialDate | None:
        """The day of the class, else the month asked for."""
        return self.day or self.month
