"""A monthly report of one unit: problems found, cases handled, clues disposed; zero is a number."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..base.dates import PartialDate
from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line
from .case import CaseReference
from .rectification import RectificationReference
from .unit import UnitReference

Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Month(Record):
    """月报."""

    kind: ClassVar[str] = "month"
    label: ClassVar[str] = "月报"
    folder: ClassVar[str] = "ledgers/months"
    rows: ClassVar[bool] = True
    paged: ClassVar[bool] = False
    ledger_field: ClassVar[str] = "unit"
    ledger_year: ClassVar[str] = "month"

    unit: UnitReference = item("单位", "单位编号")
    month: PartialDate = item("月份", "例如 2026-03")
    problems: Count | None = item("发现问题", "没有就写 0；没有报就不写", default=None)
    cases: Count | None = item("立案", "没有就写 0；没有报就不写", default=None)
    clues: Count | None = item("处置线索", "没有就写 0；没有报就不写", default=None)
    talks: Count | None = item("第一种形态", "谈话提醒、批评教育的人次", default=None)
    handled: tuple[CaseReference, ...] = item("案例", "当月立案的案例编号", default=())
    rectifications: tuple[RectificationReference, ...] = item(
        "整改", "当月发现的问题对应的整改编号", default=()
    )
    reported: PartialDate | None = item("报送时间", "例如 2026-04-03", default=None)
    note: Line | None = item("说明", default=None)

    @property
    def heading(self) -> str:
        """The month in words."""
        return f"{self.month.chinese()}月报"

    @property
    def ledger(self) -> str:
        """The unit and the year."""
        return f"{self.unit.id}-{self.month.year}"

    @property
    def date(self) -> PartialDate | None:
        """The month that is reported."""
        return self.month
