"""An area of cooperation: its units, who leads, and what its meetings decided."""

from __future__ import annotations

from typing import ClassVar

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record
from ..base.text import Line, Prose
from .rectification import Stage
from .unit import UnitReference


class Resolution(Part):
    """Something that a meeting decided, followed like a measure."""

    id: Line = item("编号", "在本协作区内唯一，例如 J1")
    text: Line = item("内容")
    owner: UnitReference | None = item("责任单位", "单位编号", default=None)
    due: PartialDate | None = item("期限", default=None)
    stage: Stage = item("进展", "未启动、整改中、待回访、已销号", default="未启动")
    done: PartialDate | None = item("完成时间", default=None)


class Meeting(Part):
    """One meeting of the area."""

    day: PartialDate = item("日期")
    topic: Line = item("主题")
    resolutions: tuple[Resolution, ...] = item("决议", default=())


class Area(Record):
    """协作区."""

    kind: ClassVar[str] = "area"
    label: ClassVar[str] = "协作区"
    folder: ClassVar[str] = "ledgers/areas"

    name: Line = item("名称", "例如 第一协作区（民生事业）")
    lead: UnitReference | None = item("牵头单位", "单位编号", default=None)
    members: tuple[UnitReference, ...] = item("成员单位", "单位编号，含牵头单位", default=())
    liaison: Line | None = item("联络员", "写单位和职务", default=None)
    duties: Prose | None = item("职责", default=None)
    meetings: tuple[Meeting, ...] = item("会议", default=())
