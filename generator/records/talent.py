"""Somebody in the talent pool: skills and when they are free; for the internal edition alone."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, OneOf, Prose
from .unit import UnitReference


class Talent(Record):
    """人才库."""

    kind: ClassVar[str] = "talent"
    label: ClassVar[str] = "人才"
    folder: ClassVar[str] = "ledgers/talents"
    rows: ClassVar[bool] = True

    name: Line = item("姓名", "例如 林老师")
    unit: UnitReference | None = item("单位", "单位编号", default=None)
    post: Line | None = item("职务", default=None)
    skills: tuple[Line, ...] = item("特长", "例如 财务审计、讯问、大数据比对", default=())
    industries: tuple[Line, ...] = item("领域", default=())
    availability: Annotated[str, OneOf(("可抽调", "需协调", "不可抽调"))] = item(
        "可用", "可抽调、需协调、不可抽调", default="可抽调"
    )
    experience: Prose | None = item("经历", "办过什么、参加过什么", default=None)
