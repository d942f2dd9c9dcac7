"""A typical case: what happened, what came of it, which loophole let it happen, what was done."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import model_validator

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, OneOf, Prose
from ..base.unusable import UnusableError

CaseReference = Annotated[Reference, To("case")]
Nature = Annotated[str, OneOf(("警示", "指导", "经验"))]
OfficeLevel = Annotated[
    str,
    OneOf(
        ("村（社区）", "乡科级", "县处级", "厅局级", "其他"),
        (
            ("村社区", "村（社区）"),
            ("村", "村（社区）"),
            ("社区", "村（社区）"),
            ("科级", "乡科级"),
            ("处级", "县处级"),
            ("厅级", "厅局级"),
        ),
    ),
]
Discipline = Annotated[
    str,
    OneOf(
        ("政治", "组织", "廉洁", "群众", "工作", "生活"),
        tuple((f"{word}纪律", word) for word in ("政治", "组织", "廉洁", "群众", "工作", "生活")),
    ),
]
UnitType = Annotated[
    str,
    OneOf(
        (
            "机关",
            "事业单位",
            "国有企业",
            "乡镇街道",
            "村（社区）",
            "学校",
            "医院",
            "社会组织",
            "其他",
        ),
    ),
]
PartyPunishment = Annotated[
    str,
    OneOf(
        ("警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍"),
        (
            ("党内警告", "警告"),
            ("党内严重警告", "严重警告"),
            ("留党察看一年", "留党察看"),
            ("留党察看二年", "留党察看"),
            ("留党察看两年", "留党察看"),
        ),
    ),
]
"""The five punishments of 《中国共产党纪律处分条例》."""

OfficialPunishment = Annotated[
    str,
    OneOf(
        ("警告", "记过", "记大过", "降级", "撤职", "开除"),
        (
            ("政务警告", "警告"),
            ("政务记过", "记过"),
            ("政务记大过", "记大过"),
            ("政务降级", "降级"),
            ("政务撤职", "撤职"),
            ("开除公职", "开除"),
        ),
    ),
]
"""The six punishments of 《中华人民共和国公职人员政务处分法》第七条."""


class Period(Part):
    """From when to when the conduct lasted."""

    start: PartialDate = item("自", "行为开始的时间，例如 2019-03")
    end: PartialDate | None = item("至", "行为结束的时间；单次行为可不写", default=None)

    @model_validator(mode="after")
    def _ordered(self) -> Period:
        if self.end and self.end.last() < self.start.first():
            message = f"结束时间 {self.end} 早于开始时间 {self.start}"
            raise UnusableError(message, "检查这两个时间，可能写反了。", field="end")
        return self

    def chinese(self) -> str:
        """The period as it is read: 2019年3月至2020年6月."""
        start = self.start.chinese()
        return f"{start}至{self.end.chinese()}" if self.end and self.end != self.start else start


class TimelineEntry(Part):
    """One step of the facts."""

    time: PartialDate = item("时间", "例如 2019-03")
    event: Line = item("事件")


class Outcome(Part):
    """What was decided."""

    party: PartyPunishment | None = item("党纪处分", default=None)
    official: OfficialPunishment | None = item("政务处分", default=None)
    criminal: Line | None = item("刑事", "罪名、刑期、罚金", default=None)
    form: (
        Annotated[
            str,
            OneOf(
                ("1", "2", "3", "4"),
                (
                    ("第一种", "1"),
                    ("第二种", "2"),
                    ("第三种", "3"),
                    ("第四种", "4"),
                    ("第一种形态", "1"),
                    ("第二种形态", "2"),
                    ("第三种形态", "3"),
                    ("第四种形态", "4"),
                ),
            ),
        ]
        | None
    ) = item("形态", "监督执纪四种形态：1、2、3、4", default=None)
    amount: Line | None = item("涉案金额", "例如 38.6万元", default=None)
    note: Prose | None = item("说明", "追缴、问责、裁判等情况", default=None)
    short: ClassVar[str] = "note"


class Cause(Part):
    """One reason why it could happen."""

    category: Annotated[str, OneOf(("思想", "制度", "监督", "权力运行"))] | None = item(
        "类别", "思想、制度、监督、权力运行", default=None
    )
    text: Prose = item("说明")
    short: ClassVar[str] = "text"


class Loophole(Part):
    """A gap in the rules or their working, with what was done about it."""

    id: Line = item("编号", "在本案内唯一，例如 L1")
    type: Line = item("类型", "例如 招标评审；同一类型把案例连在一起")
    text: Prose = item("说明")
    measures: tuple[Line, ...] = item("措施", "针对这个漏洞的整改措施", default=())


class Question(Part):
    """A question for discussion."""

    text: Line = item("题目")
    answer: Prose | None = item("参考", "参考意见，只在教员版出现", default=None, lecturer=True)
    short: ClassVar[str] = "text"


class Section(Part):
    """A section of an official text that has no field of its own."""

    heading: Line = item("标题")
    text: Prose = item("内容")


class Case(Record):
    """案例."""

    kind: ClassVar[str] = "case"
    label: ClassVar[str] = "案例"
    folder: ClassVar[str] = "cases"
    governed_by: ClassVar[str] = "处理时间"

    title: Line = item("标题", "例如 某县中学食堂采购串标案")
    subtitle: Line | None = item("副标题", default=None)
    caption: tuple[Line, ...] = item(
        "题注", "标题下面的说明行，例如（2021年指导性案例第1号，总第1号）", default=()
    )
    nature: Nature = item("性质", "警示、指导、经验", default="警示")
    keywords: tuple[Line, ...] = item("关键词", "3 到 6 个", default=())
    gist: Prose | None = item("要点", "两三句话说清这个案例告诉人什么", default=None)
    industry: Line | None = item("领域", "见 mkdocs.yml 的领域清单", default=None)
    unit_type: UnitType | None = item("单位类型", default=None)
    level: OfficeLevel | None = item("层级", default=None)
    posts: tuple[Line, ...] = item("岗位", "见 mkdocs.yml 的岗位清单", default=())
    disciplines: tuple[Discipline, ...] = item(
        "违反纪律", "政治、组织、廉洁、群众、工作、生活", default=()
    )
    conduct: tuple[Line, ...] = item("行为类型", default=())
    period: Period | None = item("行为期间", "{自: 2019-03, 至: 2021-06}", default=None)
    decided: PartialDate | None = item("处理时间", "作出处分或裁判决定的时间", default=None)
    facts: Prose | None = item("基本案情", default=None)
    timeline: tuple[TimelineEntry, ...] = item("时间线", default=())
    process: Prose | None = item("办理过程", "监察、检察、审判机关的履职情况", default=None)
    outcome: Outcome | None = item("处理结果", default=None)
    reasoning: Prose | None = item("裁判理由", default=None)
    causes: tuple[Cause, ...] = item("成因剖析", default=())
    loopholes: tuple[Loophole, ...] = item("漏洞", default=())
    significance: Prose | None = item("指导意义", "警示启示、典型意义也写在这里", default=None)
    citations: tuple[Line, ...] = item(
        "依据", "例如《中国共产党纪律处分条例》（2018）第八十五条", default=()
    )
    clauses: Prose | None = item("相关条款", "原文引述的条款", default=None)
    questions: tuple[Question, ...] = item("讨论题", default=())
    self_check: tuple[Line, ...] = item("对照自查", "以「是否」开头的自查项", default=())
    other_sections: tuple[Section, ...] = item("其他章节", default=())
    related: tuple[CaseReference, ...] = item("相关案例", default=())
    unlike: tuple[CaseReference, ...] = item(
        "不相似", "编辑认定不相似、不应互相推荐的案例", default=()
    )
    headings: dict[str, Line] = item("原标题", "原文的章节标题与本站不同时记在这里", default={})

    @property
    def date(self) -> PartialDate | None:
        """The date of the decision, which orders cases and governs their citations."""
        return self.decided

    @property
    def conduct_date(self) -> PartialDate | None:
        """The end of the conduct, which 从旧兼从轻 looks to."""
        return (self.period.end or self.period.start) if self.period else None

    @model_validator(mode="after")
    def _decided_after(self) -> Case:
        if self.decided and self.period and self.decided.last() < self.period.start.first():
            message = f"处理时间 {self.decided} 早于行为开始的时间 {self.period.start}"
            raise UnusableError(message, "检查这两个时间，可能写反了。", field="decided")
        return self
