"""A unit: a dispatched office, a township or enterprise commission; several to a ledger file."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.declaration import item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose

UnitReference = Annotated[Reference, To("unit")]


class Unit(Record):
    """单位."""

    kind: ClassVar[str] = "unit"
    label: ClassVar[str] = "单位"
    folder: ClassVar[str] = "ledgers/units"
    rows: ClassVar[bool] = True

    name: Line = item("名称")
    short_name: Line | None = item("简称", default=None)
    type: Annotated[
        str,
        OneOf(("派驻机构", "乡镇纪委", "机关纪委", "企业纪委", "学校纪委", "医院纪委", "其他")),
    ] = item("类型", default="其他")
    supervised: tuple[Line, ...] = item("驻在部门", "监督的部门和单位", default=())
    industries: tuple[Line, ...] = item("领域", default=())
    area: Line | None = item("协作区", default=None)
    duties: Prose | None = item("职责", default=None)
