"""A list of political supervision: each item with its ledger and how it is urged on."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record
from ..base.text import Line, OneOf, Prose
from .rectification import RectificationReference
from .unit import UnitReference


class ChecklistItem(Part):
    """One thing to supervise."""

    id: Line = item("编号", "在本清单内唯一，例如 Q1")
    text: Line = item("事项")
    unit: UnitReference | None = item("责任单位", "单位编号", default=None)
    due: PartialDate | None = item("期限", default=None)
    ledger: tuple[RectificationReference, ...] = item("台账", "整改编号", default=())
    urged: Annotated[str, OneOf(("未督办", "督办中", "已办结"))] = item(
        "督办", "未督办、督办中、已办结", default="未督办"
    )
    note: Line | None = item("说明", default=None)


class Checklist(Record):
    """政治监督清单."""

    kind: ClassVar[str] = "checklist"
    label: ClassVar[str] = "政治监督清单"
    folder: ClassVar[str] = "ledgers/checklists"

    title: Line = item("标题", "例如 2026年政治监督清单")
    year: PartialDate = item("年度", "例如 2026")
    gist: Prose | None = item("要点", default=None)
    items: tuple[ChecklistItem, ...] = item("清单", "一项一组", default=())

    @property
    def date(self) -> PartialDate | None:
        """The year."""
        return self.year
