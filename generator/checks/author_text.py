"""Author's text stays within bounds, and its links lead somewhere allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..base.allowed_address import allowed_address
from ..base.declaration import walk
from ..base.finding import Finding, Level, Route
from ..base.markdown import (
    MAX_COLUMNS,
    MAX_LINES,
    MAX_LIST_DEPTH,
    Link,
    flattened,
    links,
    unread_links,
)
from ..base.reference import Reference
from ..base.suggest import nearest
from ..base.text import Prose
from ..library import Library
from ._finding import about
from ._parts import parts_of

RULES = (
    ("C301", "正文的链接指向记录、本站文件或允许的网站"),
    ("C302", "正文的行数和特殊符号不超过上限"),
    ("C303", "文字里没有 HTML"),
    ("C304", f"列表不超过 {MAX_LIST_DEPTH} 层，表格不超过 {MAX_COLUMNS} 列"),
)
MAX_SIGNS = 10_000
_WARNING = Level.WARNING
_TAG = re.compile(r"<[A-Za-z/!][^<>\n]*>?")
_SIGNS = frozenset("&<>\"'\\`*_[]{}|~^$")


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every text."""
    hosts = frozenset(str(host).lower() for host in library.settings.hosts)
    for key, record in library.records.items():
        if library.origins[key].marked:
            for route, value in walk(record, str):
                if "<" in value:
                    yield from _html(library, key, route, value)
        for route, value in walk(record, Prose):
            yield from _look(library, key, route, value, hosts)


def _look(
    library: Library, key: Reference, route: Route, text: str, hosts: frozenset[str]
) -> Iterator[Finding]:
    signs = sum(map(text.count, _SIGNS)) if len(text) > MAX_SIGNS else 0
    if text.count("\n") > MAX_LINES or signs > MAX_SIGNS:
        message = f"这段文字太复杂：{text.count(chr(10)) + 1} 行，{signs} 个特殊符号"
        hint = f"上限是 {MAX_LINES} 行、{MAX_SIGNS} 个符号；请拆开，或检查是否误粘了内容。"
        yield about(library, key, route, "C302", message, hint=hint)
        return
    nested = "\n   " in text or "\t" in text or "|" in text
    for line in islice(flattened(text), 1) if nested else ():
        message = f"列表超过 {MAX_LIST_DEPTH} 层，或表格超过 {MAX_COLUMNS} 列"
        hint = "更深的层会排成同一层，太宽的表格会排成一行行文字；请拆开。"
        at = (line, 0)
        yield about(library, key, route, "C304", message, level=_WARNING, hint=hint, within=at)
    for link in links(text):
        problem = _problem(library, link, hosts)
        if problem:
            message, hint = problem
            at = (link.line, link.column)
            yield about(library, key, route, "C301", message, hint=hint, within=at)
    for link in unread_links(text):
        message = f"「]({link.target}」不是写全的链接，会原样显示成文字"
        hint = "链接写成 [文字](地址)，地址里不能有空格和括号。"
        at = (link.line, link.column)
        yield about(library, key, route, "C301", message, level=_WARNING, hint=hint, within=at)


def _html(library: Library, key: Reference, route: Route, text: str) -> Iterator[Finding]:
    found = _TAG.search(text)
    if found:
        message = f"文字里有 HTML 标签「{found[0][:20]}」"
        hint = "HTML 不起作用，会原样显示成文字；要加粗写 **文字**。"
        start = found.start()
        at = (text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1))
        yield about(library, key, route, "C303", message, level=_WARNING, hint=hint, within=at)


def _problem(library: Library, link: Link, hosts: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with a link and what to do, None where it leads somewhere."""
    target = link.target
    shown = target[:60]
    if not link.image:
        try:
            reference = Reference.parse(target)
        except ValueError:
            reference = None
        if reference is not None and reference.kind in library.kinds:
            return _record_problem(library, reference, shown)
    if not allowed_address(target, hosts):
        hint = "只能链接到记录、docs/ 下面的文件和允许的网站；页面上会只显示文字。"
        if target.lower().startswith(("http:", "https:", "//")):
            hint = "外部网站要先写进 mkdocs.yml 的 extra.anjian.允许链接的网站；不写就只显示文字。"
        return f"链接「{shown}」不允许", hint
    if "://" in target or target.startswith(("mailto:", "tel:", "#")):
        return None
    path = target.partition("#")[0]
    if path in library.documents or path in library.assets:
        return None
    hint = "写 docs/ 下面的文件路径，或「种类/编号」，例如 case/gc-2024-003。"
    return f"链接「{shown}」指向的文件不存在", hint


def _record_problem(library: Library, reference: Reference, shown: str) -> tuple[str, str] | None:
    if library.is_broken(reference):
        return None
    record = library.get(reference)
    if record is None:
        near = nearest(reference.id, (one.id for one in library.of_kind(reference.kind)))
        hint = f"是不是「{near}」？" if near else "检查编号；编号就是文件名（不含 .yaml）。"
        return f"链接「{shown}」指向的记录不存在", hint
    parts = parts_of(record)
    if reference.part and reference.part not in parts:
        hint = (
            f"可用的部分：{'、'.join(parts)}。" if parts else "这条记录没有带编号的部分，删去 #。"
        )
        return f"链接「{shown}」指向的部分不存在", hint
    return None
