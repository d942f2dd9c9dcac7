"""A rectification: a loophole, what is done about it, by whom, until when, and who went to look."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record, Yes
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose
from .unit import UnitReference

STAGES = ("未启动", "整改中", "待回访", "已销号")
Stage = Annotated[
    str,
    OneOf(
        STAGES,
        (
            *(("未开始", "未启动"), ("未整改", "未启动"), ("进行中", "整改中")),
            *(("正在整改", "整改中"), ("已完成", "待回访"), ("已整改", "待回访")),
            *(("已办结", "已销号"), ("销号", "已销号"), ("完成销号", "已销号")),
        ),
    ),
]
RectificationReference = Annotated[Reference, To("rectification")]


class Evidence(Part):
    """What shows that a measure was taken."""

    text: Line = item("说明", "例如 新的复核办法")
    file: Line | None = item("文件", "docs/ 下面的路径，例如 files/复核办法.docx", default=None)
    short: ClassVar[str] = "text"


class Revisit(Part):
    """Somebody went back to look."""

    day: PartialDate = item("时间", "例如 2026-09-10")
    by: Line | None = item("人员", "谁去的，写单位或职务", default=None)
    found: Line = item("结果", "看到了什么")
    holds: Yes = item("见效", "是、否；否就是问题又出现了", default="是")


class Rectification(Record):
    """整改."""

    kind: ClassVar[str] = "rectification"
    label: ClassVar[str] = "整改"
    folder: ClassVar[str] = "ledgers/rectifications"
    rows: ClassVar[bool] = True
    paged: ClassVar[bool] = False
    ledger_field: ClassVar[str] = "unit"

    title: Line = item("问题", "一句话说清问题")
    unit: UnitReference = item("单位", "整改单位的编号")
    loopholes: tuple[Annotated[Reference, To("case")], ...] = item(
        "漏洞", "案例里的漏洞，例如 gc-2024-001#L1", default=()
    )
    type: Line | None = item("漏洞类型", "案例里没有这个漏洞时写", default=None)
    found: PartialDate = item("发现时间", "例如 2026-03-12")
    via: Line | None = item("发现途径", "例如 专项监督、巡察、审计", default=None)
    measures: tuple[Line, ...] = item("措施", "做什么，一项一行", default=())
    owner: Line | None = item("责任人", "写职务，例如 分管副局长", default=None)
    due: PartialDate | None = item("期限", "例如 2026-06-30", default=None)
    lasting: Yes = item("长期坚持", "没有期限、一直要做的写「是」", default="否")
    stage: Stage = item("进展", "、".join(STAGES), default="未启动")
    done: PartialDate | None = item("完成时间", default=None)
    evidence: tuple[Evidence, ...] = item("证据", "一项一组", default=())
    revisits: tuple[Revisit, ...] = item("回访", "一次一组", default=())
    closed: PartialDate | None = item("销号时间", default=None)
    result: Prose | None = item("成效", "整改之后怎么样了", default=None)

    @property
    def ledger(self) -> str:
        """The unit whose list it stands in."""
        return self.unit.id

    @property
    def date(self) -> PartialDate | None:
        """When it was found."""
        return self.found
