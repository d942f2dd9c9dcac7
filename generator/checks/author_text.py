"""Author's Markdown stays within bounds, and its links lead somewhere allowed."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.declaration import walk
from ..base.finding import Finding, Level, Route
from ..base.markdown import MAX_LINES, links
from ..base.reference import Reference
from ..base.safe_html import allowed_address
from ..base.text import Prose
from ..library import Library
from ._finding import about

RULES = (
    ("C301", "正文的链接指向记录、本站文件或允许的网站"),
    ("C302", "正文的行数和特殊符号不超过上限"),
    ("C303", "正文里没有 HTML"),
)
MAX_SIGNS = 20_000
_SIGNS = frozenset("&<>\"'\\`*_[]{}|~^$")


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every text of several paragraphs."""
    hosts = frozenset(str(host).lower() for host in library.settings.hosts)
    for key, record in library.records.items():
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
    if "<" in text and _looks_like_html(text):
        hint = "HTML 不起作用，会原样显示成文字；要加粗写 **文字**。"
        yield about(
            library, key, route, "C303", "文字里有 HTML 标签", level=Level.WARNING, hint=hint
        )
    for link in links(text):
        finding = _target(library, key, route, link.target, link.image, hosts)
        if finding:
            yield finding


def _looks_like_html(text: str) -> bool:
    start = text.find("<")
    while start >= 0:
        following = text[start + 1 : start + 2]
        if following.isascii() and (following.isalpha() or following in "/!"):
            return True
        start = text.find("<", start + 1)
    return False


def _target(
    library: Library, key: Reference, route: Route, target: str, image: bool, hosts: frozenset[str]
) -> Finding | None:
    shown = target[:60]
    if not image:
        try:
            reference = Reference.parse(target)
        except ValueError:
            reference = None
        if reference is not None and reference.kind in library.kinds:
            if library.get(reference) or reference.bare() in library.broken:
                return None
            return about(library, key, route, "C301", f"链接「{shown}」指向的记录不存在")
    if not allowed_address(target, hosts):
        hint = "外部网站要先写进 mkdocs.yml 的 extra.anjian.允许链接的网站；页面上会只显示文字。"
        message = f"链接「{shown}」不允许"
        return about(library, key, route, "C301", message, hint=hint)
    if "://" in target or target.startswith(("mailto:", "tel:", "#")):
        return None
    path = target.partition("#")[0]
    if path in library.documents or path in library.assets:
        return None
    hint = "写 docs/ 下面的文件路径，或「种类/编号」，例如 case/gc-2024-003。"
    return about(library, key, route, "C301", f"链接「{shown}」指向的文件不存在", hint=hint)
