"""The project's own settings: `extra.anjian` in mkdocs.yml, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pathspec import GitIgnoreSpec
from pydantic import AfterValidator

from .base.declaration import Part, item
from .base.decode import decode
from .base.document import read_document
from .base.finding import Finding, Place
from .base.node import Mapping, Node, Scalar
from .base.text import Line, OneOf
from .base.unusable import UnusableError

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


class Settings(Part):
    """Everything under `extra.anjian`."""

    edition: Annotated[
        str,
        OneOf(
            ("public", "internal", "lecturer"),
            (("公开版", "public"), ("内部版", "internal"), ("教员版", "lecturer")),
        ),
    ] = item("版本", "public 公开版、internal 内部版、lecturer 教员版", default="public")
    industries: tuple[Line, ...] = item(
        "领域", "案例可用的领域", default=tuple(Line(word) for word in INDUSTRIES)
    )
    posts: tuple[Line, ...] = item(
        "岗位", "案例可用的岗位", default=tuple(Line(word) for word in POSTS)
    )
    hosts: tuple[Annotated[Line, AfterValidator(_host)], ...] = item(
        "允许链接的网站", "只写域名；不写就不允许任何外部链接", default=()
    )
    synonyms: tuple[Annotated[Line, AfterValidator(_synonyms)], ...] = item(
        "同义词",
        "搜索时一并查找的词，用 / 隔开，例如 以案促改/以案促治",
        default=tuple(Line(group) for group in SYNONYMS),
    )
    contact: Contact | None = item("纠错", "读者发现错误时联系谁", default=None)
    introduction: Line | None = item("首页导语", default=None)


WORD_LISTS = {"industry": "industries", "industries": "industries", "posts": "posts"}
"""Fields of records that take words from the project's lists, by name of the setting."""


def read_settings(text: str, path: str = "mkdocs.yml") -> tuple[Settings, str, list[Finding]]:
    """Read the settings and the site's name from the text of mkdocs.yml.

    Returns defaults where the file has errors, with the findings.
    """
    node, findings = read_document(text, path, tags=True)
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


def excluded_pages(text: str, paths: Iterable[str]) -> frozenset[str]:
    """The files below docs/ that the site builder is told to keep out, of those at `paths`.

    `text` is that of mkdocs.yml. Source: `exclude_docs` and `draft_docs` of MkDocs, written as in
    a .gitignore, and what it always leaves out.
    """
    node, _ = read_document(text, "mkdocs.yml", tags=True)
    known = list(paths)
    hidden: set[str] = set()
    for key, always in (("exclude_docs", "/templates/"), ("draft_docs", "")):
        value = _value(node, key) if isinstance(node, Mapping) else None
        lines = value.text.splitlines() if isinstance(value, Scalar) else []
        hidden.update(GitIgnoreSpec.from_lines([always, *lines]).match_files(known))
    return frozenset(hidden)


def _value(node: Mapping, key: str) -> Node | None:
    return next((value for name, value in node.entries if name.text == key), None)
