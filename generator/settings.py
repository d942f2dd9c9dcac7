"""The project's own settings: `extra.anjian` in mkdocs.yml, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, ClassVar

from pathspec import GitIgnoreSpec
from pydantic import AfterValidator, model_validator

from .base.declaration import Part, item
from .base.decode import decode
from .base.document import read_document
from .base.finding import Finding, Place
from .base.node import Mapping, Node, Scalar, Sequence
from .base.record import Audience, State, Waiver, Yes
from .base.text import Line
from .base.unusable import UnusableError
from .ledger_settings import LedgerSettings
from .teaching_settings import TeachingSettings

INDUSTRIES = (
    *("工程建设", "政府采购", "教育", "医疗卫生", "农业农村", "自然资源", "生态环境"),
    *("财政金融", "国有企业", "民政社保", "行政执法", "组织人事", "招商引资"),
    *("文化旅游", "基层治理", "司法", "其他"),
)
POSTS = (
    *("主要负责人", "分管负责人", "项目管理", "招标采购", "后勤采购", "财务会计", "出纳"),
    *("行政审批", "行政执法", "资金分配", "资产管理", "人事管理", "工程监管", "质量验收"),
    *("药械采购", "招生录取", "村（社区）干部", "救助审核", "土地管理", "信息化建设"),
    "文秘综合",
)


SYNONYMS = (
    "以案促改/以案促治",
    "一把手/主要负责人",
    "党纪条例/纪律处分条例/中国共产党纪律处分条例",
)


def _synonyms(value: Line) -> Line:
    if len([one for one in value.split("/") if one.strip()]) < 2:
        hint = "用 / 隔开意思相同的词，例如 以案促改/以案促治。"
        raise UnusableError(f"「{value[:40]}」里没有两个词", hint)
    return value


def _edition_name(value: Line) -> Line:
    if not re.fullmatch(r"[a-z][a-z0-9]{0,19}", value):
        raise UnusableError(f"「{value[:40]}」不能作名称", "用小写字母和数字，例如 briefing。")
    return value


def _host(value: Line) -> Line:
    if not re.fullmatch(r"[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+", value):
        hint = "只写域名，不写 https:// 和后面的路径，例如 www.example.cn。"
        raise UnusableError(f"「{value[:40]}」不是域名", hint)
    return value


class Contact(Part):
    """Where a reader reports a mistake."""

    unit: Line | None = item("单位", default=None)
    phone: Line | None = item("电话", default=None)
    mail: Line | None = item("邮箱", default=None)
    note: Line | None = item("说明", default=None)


class EditionSetting(Part):
    """One edition: a shipped one with something changed, or one of the project's own."""

    name: Annotated[Line, AfterValidator(_edition_name)] = item(
        "名称", "小写字母，在命令里用，例如 briefing"
    )
    title: Line | None = item("标题", "例如 简报版", default=None)
    audiences: tuple[Audience, ...] = item("范围", "收哪些范围的记录", default=())
    states: tuple[State, ...] = item("状态", "收哪些状态的记录，默认已发布", default=())
    lecturer: Yes | None = item("教员内容", "收不收只给教员的内容", default=None)
    signed: Yes | None = item("须签批", "只收签批有效的记录", default=None)
    banner: Line | None = item("页首提示", "例如 内部版，请勿外传", default=None)
    folder: Annotated[Line, AfterValidator(_edition_name)] | None = item(
        "目录", "网站文件夹的后缀，例如 briefing 放进 site-briefing", default=None
    )
    exports: tuple[Line, ...] = item("导出", "可以导出的格式，不写就是全部", default=())
    short: ClassVar[str] = "name"

    @model_validator(mode="after")
    def _public_stays_public(self) -> EditionSetting:
        loosened = (
            set(self.audiences) - {"公开"}
            or set(self.states) - {"已发布"}
            or self.lecturer == "是"
            or self.signed == "否"
        )
        if self.name == "public" and loosened:
            hint = "另起一个名称；公开版只收范围公开、状态已发布、签批有效的记录。"
            raise UnusableError("公开版的范围、状态、教员内容、签批不能放宽", hint)
        return self


class PageAudience(Part):
    """A hand-written page that not everybody may see."""

    path: Line = item("页面", "docs/ 下面的路径，例如 guide/lecturers.md")
    audience: Audience = item("范围", "内部、教员", default="内部")
    short: ClassVar[str] = "path"


class Settings(Part):
    """Everything under `extra.anjian`."""

    editions: tuple[EditionSetting, ...] = item(
        "版本", "公开版、内部版、教员版之外的版本，或改动其中一项", default=()
    )
    unit: Line | None = item("编制单位", "写在「关于本期」一页上", default=None)
    page_audiences: tuple[PageAudience, ...] = item(
        "非公开页面", "docs/ 下面不公开的页面，例如 guide/lecturers.md", default=()
    )
    waivers: tuple[Waiver, ...] = item("豁免", "docs/ 下面的页面里经批准不改的问题", default=())
    industries: tuple[Line, ...] = item(
        "领域", "案例可用的领域", default=tuple(Line(word) for word in INDUSTRIES)
    )
    posts: tuple[Line, ...] = item(
        "岗位", "案例可用的岗位", default=tuple(Line(word) for word in POSTS)
    )
    hosts: tuple[Annotated[Line, AfterValidator(_host)], ...] = item(
        "允许链接的网站", "只写域名；不写就不允许任何外部链接", default=()
    )
    named_persons: tuple[Line, ...] = item(
        "允许出现的姓名", "履行公职的人员、所引著作的作者；检查时不提示这些姓名", default=()
    )
    synonyms: tuple[Annotated[Line, AfterValidator(_synonyms)], ...] = item(
        "同义词",
        "搜索时一并查找的词，用 / 隔开，例如 以案促改/以案促治",
        default=tuple(Line(group) for group in SYNONYMS),
    )
    teaching: TeachingSettings = item("教学", "课时、学时、揭示密钥", default=TeachingSettings())
    ledgers: LedgerSettings = item("台账", "表格最多几行", default=LedgerSettings())
    contact: Contact | None = item("纠错", "读者发现错误时联系谁", default=None)
    introduction: Line | None = item("首页导语", default=None)


WORD_LISTS = {"industry": "industries", "industries": "industries", "posts": "posts"}
"""Fields of records that take words from the project's lists, by name of the setting."""


def read_settings(text: str, path: str = "mkdocs.yml") -> tuple[Settings, str, list[Finding]]:
    """Read the settings and the site's name from the text of mkdocs.yml.

    Returns defaults where the file has errors, with the findings.
    """
    node, read = _document(text, path)
    findings = list(read)
    if not isinstance(node, Mapping):
        if not findings:
            hint = "至少要有一行「site_name: 名称」；可以用 anjian init 新建项目，照着改。"
            message = "mkdocs.yml 应当是一组「名称: 内容」"
            findings = [Finding(path, "R012", message, hint=hint, place=Place(1, 1))]
        return Settings(), "", findings
    name = _value(node, "site_name")
    site_name = name.text if isinstance(name, Scalar) else ""
    extra = _value(node, "extra")
    ours = _value(extra, "anjian") if isinstance(extra, Mapping) else None
    if not isinstance(ours, Mapping):
        if ours is not None and not (isinstance(ours, Scalar) and not ours.text.strip()):
            hint = "另起几行，缩进两格，例如「版本: public」。"
            message = "extra.anjian 应当是一组「名称: 内容」"
            findings.append(Finding(path, "R104", message, hint=hint, place=ours.place))
        return Settings(), site_name, findings
    settings, more = decode(ours, Settings, path, {})
    return settings or Settings(), site_name, [*findings, *more]


@lru_cache(maxsize=4)
def _document(text: str, path: str = "mkdocs.yml") -> tuple[Node | None, tuple[Finding, ...]]:
    """The settings as nodes: three questions are put to one file in each run."""
    node, findings = read_document(text, path, tags=True)
    return node, tuple(findings)


def excluded_pages(text: str, paths: Iterable[str]) -> frozenset[str]:
    """The files below docs/ that the site builder is told to keep out, of those at `paths`.

    `text` is that of mkdocs.yml. Source: `exclude_docs` and `draft_docs` of MkDocs, written as in
    a .gitignore, and what it always leaves out.
    """
    node, _ = _document(text)
    known = list(paths)
    hidden: set[str] = set()
    for key, always in (("exclude_docs", "/templates/"), ("draft_docs", "")):
        value = _value(node, key) if isinstance(node, Mapping) else None
        lines = value.text.splitlines() if isinstance(value, Scalar) else []
        hidden.update(GitIgnoreSpec.from_lines([always, *lines]).match_files(known))
    return frozenset(hidden)


def site_files(text: str) -> frozenset[str]:
    """The files below docs/ that the settings of a site load, from the text of mkdocs.yml.

    Source: `extra_css`, `extra_javascript` of MkDocs, `theme.logo`, `theme.favicon` of Material.
    """
    node, _ = _document(text)
    if not isinstance(node, Mapping):
        return frozenset()
    listed = [_value(node, key) for key in ("extra_css", "extra_javascript")]
    values: list[Node | None] = [
        one for value in listed if isinstance(value, Sequence) for one in value.items
    ]
    values = [_value(one, "path") if isinstance(one, Mapping) else one for one in values]
    theme = _value(node, "theme")
    if isinstance(theme, Mapping):
        values += [_value(theme, "logo"), _value(theme, "favicon")]
    return frozenset(one.text for one in values if isinstance(one, Scalar))


def _value(node: Mapping, key: str) -> Node | None:
    return next((value for name, value in node.entries if name.text == key), None)
