"""A Party branch of a dispatched office, and the office that supervises it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, Prose
from .unit import UnitReference


class Branch(Record):
    """党支部."""

    kind: ClassVar[str] = "branch"
    label: ClassVar[str] = "党支部"
    folder: ClassVar[str] = "ledgers/branches"
    rows: ClassVar[bool] = True

    name: Line = item("名称", "例如 驻市教育局纪检监察组党支部")
    unit: UnitReference = item("派驻机构", "单位编号")
    office: Line | None = item("联系监督检查室", "例如 第三监督检查室", default=None)
    members: Annotated[int, Field(ge=0, le=10_000)] | None = item("党员人数", default=None)
    activities: tuple[Line, ...] = item("活动", "例如 2026-03：警示教育主题党日", default=())
    duties: Prose | None = item("职责", default=None)
