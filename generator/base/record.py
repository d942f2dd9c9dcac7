"""What every kind of record has: an id, a title, an audience, a state, a source, a review."""

from __future__ import annotations

from typing import Annotated, ClassVar

from .dates import PartialDate
from .declaration import Part, item
from .reference import Reference
from .text import Line, OneOf, Prose

Yes = Annotated[str, OneOf(("是", "否"), (("true", "是"), ("false", "否"), ("yes", "是")))]


Audience = Annotated[str, OneOf(("公开", "内部", "教员"))]
State = Annotated[str, OneOf(("草稿", "已发布", "待复核", "已撤下"))]


class Source(Part):
    """Where a record comes from."""

    publisher: Line | None = item("单位", "发布或编写单位", default=None)
    title: Line | None = item("标题", "原文标题", default=None)
    date: PartialDate | None = item("日期", "发布日期", default=None)
    url: Line | None = item("网址", "原文网址，页面上只作文字显示", default=None)
    note: Prose | None = item("说明", "其他说明", default=None)
    short: ClassVar[str] = "note"


class Review(Part):
    """Who looked at a record before it was published, and what exactly they looked at."""

    collector: Line | None = item("采集人", default=None, hidden=True)
    secrecy: Line | None = item("保密审查人", default=None, hidden=True)
    final: Line | None = item("终审人", default=None, hidden=True)
    date: PartialDate | None = item("时间", "终审的日期", default=None)
    verdict: (
        Annotated[
            str,
            OneOf(
                ("公开", "不公开"),
                (("同意公开", "公开"), ("可以公开", "公开"), ("不同意公开", "不公开")),
            ),
        ]
        | None
    ) = item("结论", "公开、不公开", default=None)
    digest: Line | None = item(
        "指纹", "由 review 写入：签批时的内容；内容一改就失效", default=None, hidden=True
    )


class Attachment(Part):
    """A file below docs/ that belongs to a record."""

    file: Line = item("文件", "docs/ 下面的路径，例如 files/自查表.docx")
    title: Line | None = item("名称", "页面上显示的名称，默认是文件名", default=None)
    short: ClassVar[str] = "file"


class Waiver(Part):
    """A finding of the publishing gate that somebody answers for."""

    code: Line = item("代码", "问题的代码，例如 P102")
    place: Line = item("位置", "问题所在的项，例如 基本案情；记录里写项名，页面写路径")
    reason: Line = item("理由", "为什么可以公开")
    approver: Line = item("批准人")


class Record(Part):
    """The base of every kind; a subclass in a module of `records/` is a kind of its own."""

    kind: ClassVar[str] = ""
    label: ClassVar[str] = ""
    folder: ClassVar[str] = ""
    rows: ClassVar[bool] = False
    """Whether a file of this kind may hold a list of records, each with its 编号."""

    ledger_field: ClassVar[str] = ""
    """The field whose record has a ledger file of its own, such as the unit; "" for one for all."""

    ledger_year: ClassVar[str] = ""
    """The date by whose year such a file is divided further; "" where it is not."""

    paged: ClassVar[bool] = True
    """Whether each record has a page of its own; else it stands on the page of its ledger."""

    governed_by: ClassVar[str] = ""
    """The label of the date whose law governs what a record of this kind cites; "" where it is
    the day on which the site is made."""

    id: Line = item("编号", "等于文件名（不含 .yaml）")
    audience: Audience = item(
        "范围", "公开、内部、教员；写「公开」才会进入公开版，不写就是内部", default="内部"
    )
    status: State = item("状态", "草稿、已发布、待复核、已撤下", default="已发布")
    withdrawn_reason: Line | None = item(
        "撤下原因", "状态为已撤下时填写，会写在原来的网址上", default=None
    )
    successor: Reference | None = item(
        "替代记录", "撤下后看哪一条，写 种类/编号，例如 case/gc-2024-003", default=None
    )
    review_due: PartialDate | None = item("复核日期", "到这一天应当重新看一遍", default=None)
    former_ids: tuple[Line, ...] = item("曾用编号", "以前的编号；旧链接由此仍然打得开", default=())
    fictional: Yes = item("虚构", "虚构教学案例写「是」", default="否")
    source: Source | None = item("来源", "原文或编写单位", default=None)
    attachments: tuple[Attachment, ...] = item(
        "附件", "docs/ 下面的文件；没有公开的记录或页面提到的文件不会发布", default=()
    )
    waivers: tuple[Waiver, ...] = item(
        "豁免", "经批准不改的问题；列在审核表上", default=(), hidden=True
    )
    review: Review | None = item(
        "审核", "采集、保密审查、终审；用 anjian review 签批", default=None
    )
    imported: tuple[Line, ...] = item(
        "导入自", "由 import 写入：来源文件名与指纹，请勿修改", default=(), hidden=True
    )

    @property
    def heading(self) -> str:
        """The title of the record, under whichever name the kind keeps it."""
        return str(getattr(self, "title", None) or getattr(self, "name", None) or self.id)

    @property
    def mention(self) -> str:
        """How tables name the record: by its short name where it has one, else by its title."""
        return str(getattr(self, "short_name", None) or self.heading)

    @property
    def ledger(self) -> str:
        """The ledger on whose page a record without a page of its own stands."""
        return ""

    @property
    def date(self) -> PartialDate | None:
        """The date that orders records of this kind, newest first; None where it has none."""
        return None

    @property
    def conduct_date(self) -> PartialDate | None:
        """When the conduct ended that the record judges; None where it judges none."""
        return None

    @property
    def gist_text(self) -> str:
        """One or two sentences for lists and cards."""
        return str(getattr(self, "gist", None) or "")
