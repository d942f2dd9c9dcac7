"""A point of risk: a post, a step of power, how grave it is, and what holds it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.declaration import item
from ..base.record import Record
from ..base.text import Line, OneOf
from .case import CaseReference


class Risk(Record):
    """廉政风险点."""

    kind: ClassVar[str] = "risk"
    label: ClassVar[str] = "廉政风险点"
    folder: ClassVar[str] = "ledgers/risks"
    rows: ClassVar[bool] = True

    title: Line = item("风险", "例如 拆分项目规避公开招标")
    posts: tuple[Line, ...] = item("岗位", "见 mkdocs.yml 的岗位清单")
    step: Line = item("权力环节", "例如 采购方式审批")
    grade: Annotated[str, OneOf(("高", "中", "低"))] = item("等级", "高、中、低", default="中")
    signs: tuple[Line, ...] = item("表现", "看到什么要当心", default=())
    controls: tuple[Line, ...] = item("防控措施", default=())
    checks: tuple[Line, ...] = item("自查", "以「是否」开头", default=())
    cases: tuple[CaseReference, ...] = item("案例", default=())
    citations: tuple[Line, ...] = item("依据", default=())
