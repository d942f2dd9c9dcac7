"""A regulation with its dated versions and their articles."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import AfterValidator, model_validator

from ..base.dates import PartialDate
from ..base.declaration import Part, item
from ..base.numerals import ArticleNumber
from ..base.record import Record, Yes
from ..base.reference import identifier_problem
from ..base.text import Line, OneOf, Prose
from ..base.unusable import UnusableError


def _article_number(value: Line) -> Line:
    ArticleNumber.parse(value)
    return value


NO_COUNTERPART = "无"
"""What an editor writes for an article that has no counterpart in the version before."""


def _counterparts(value: dict[str, Line]) -> dict[str, Line]:
    return {
        str(ArticleNumber.parse(number)): Line(
            other if other == NO_COUNTERPART else ArticleNumber.parse(other)
        )
        for number, other in value.items()
    }


def _version_id(value: Line) -> Line:
    if value.lower().startswith("compare"):
        raise UnusableError(
            f"版本编号「{value[:20]}」不能以 compare 开头，这是版本对照页的网址",
            "一般写年份，例如 2018。",
        )
    if not re.fullmatch(r"[0-9A-Za-z-]{1,20}", value) or identifier_problem(value):
        message = f"版本编号「{value[:20]}」只能用数字、字母和中间的连字符，不能是保留的文件名"
        raise UnusableError(message, "一般写年份，例如 2018；一年里有两个版本时写 2018-1、2018-2。")
    return value


class Article(Part):
    """One article with its place in the outline."""

    number: Annotated[Line, AfterValidator(_article_number)] = item("条", "例如 第八十五条")
    book: Line | None = item("编", default=None)
    chapter: Line | None = item("章", default=None)
    section: Line | None = item("节", default=None)
    text: Prose = item("文", "一款一行；项也各占一行")

    @property
    def label(self) -> str:
        """The number as it stands before the text: 第八十五条, or 一、 in an amendment."""
        return self.number if "条" in self.number else f"{self.number}、"

    @property
    def parsed(self) -> ArticleNumber:
        """The number as a value that can be compared."""
        return _parsed(self.number)


@lru_cache(maxsize=8192)
def _parsed(number: str) -> ArticleNumber:
    """Read a number once: every page of a regulation asks for it, for every article."""
    return ArticleNumber.parse(number)


class Attachment(Part):
    """Text before the first article or after the last that belongs to none."""

    heading: Line | None = item("标题", default=None)
    text: Prose = item("内容")


class Version(Part):
    """The regulation as adopted or amended on one date."""

    id: Annotated[Line, AfterValidator(_version_id)] = item("编号", "一般是年份，例如 2018")
    adopted: PartialDate | None = item("通过日期", default=None)
    published: PartialDate | None = item("公布日期", default=None)
    effective: PartialDate | None = item("施行日期", "原文没有写明时留空", default=None)
    expired: PartialDate | None = item("失效日期", "被下一版本取代或废止的日期", default=None)
    excerpt: Yes = item("节选", "只收录部分条文写「是」", default="否")
    history: tuple[Line, ...] = item("沿革", "通过、修订、公布的各行", default=())
    preface: tuple[Attachment, ...] = item("前言", "第一条之前的文字", default=())
    articles: tuple[Article, ...] = item("条文", default=())
    attachments: tuple[Attachment, ...] = item("附件", "最后一条之后的文字", default=())
    counterparts: Annotated[dict[str, Line], AfterValidator(_counterparts)] = item(
        "对应上一版",
        "程序按条文相似程度对应，不对时在这里改，例如 {第五十条: 第四十六条}；没有对应写「无」",
        default={},
    )
    source: Line | None = item("来源", default=None)
    imported: tuple[Line, ...] = item(
        "导入自", "由 import 写入：来源文件名与指纹，请勿修改", default=(), hidden=True
    )

    @model_validator(mode="after")
    def _dates_in_order(self) -> Version:
        steps = [
            ("adopted", "通过日期", self.adopted),
            ("published", "公布日期", self.published),
            ("effective", "施行日期", self.effective),
            ("expired", "失效日期", self.expired),
        ]
        known = [(name, label, date) for name, label, date in steps if date]
        for (_, label, date), (name, later_label, later) in pairwise(known):
            if later.last() < date.first():
                message = f"{later_label} {later} 早于{label} {date}"
                raise UnusableError(message, "检查这两个日期，可能写反了。", field=name)
        return self

    @property
    def date(self) -> PartialDate | None:
        """The date that orders versions: in force from, else published, else adopted."""
        return self.effective or self.published or self.adopted


class Regulation(Record):
    """法规."""

    kind: ClassVar[str] = "regulation"
    label: ClassVar[str] = "法规"
    folder: ClassVar[str] = "policies/regulations"

    name: Line = item("名称", "全称，例如 中国共产党纪律处分条例")
    aliases: tuple[Line, ...] = item("简称", "例如 党纪条例", default=())
    category: Annotated[
        str,
        OneOf(("党内法规", "法律", "行政法规", "地方性法规", "司法解释", "规章", "制度", "其他")),
    ] = item("类别", default="其他")
    issuer: Line | None = item("制定机关", default=None)
    summarised: Yes = item("归纳", "条文是归纳而不是官方原文时写「是」", default="否")
    note: Prose | None = item("说明", default=None)
    versions: tuple[Version, ...] = item("版本", "从旧到新")

    @property
    def date(self) -> PartialDate | None:
        """The date of the newest version."""
        return max((v.date for v in self.versions if v.date), default=None)
