"""Cited regulations, versions and articles exist in the library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..base.citation import fold_name
from ..base.finding import Finding, Level
from ..base.record import Record
from ..base.reference import Reference
from ..citations import CitationLink, label
from ..library import Library
from ._finding import about, about_citation

RULES = (
    ("C291", "依据里写得出法规名称和条文"),
    ("C292", "引用的法规和版本在库里，落得到一个版本"),
    ("C293", "引用的条文在那个版本里"),
)
_HINTS = {
    "unknown": "用 anjian import regulation 导入，或检查名称；简称写进法规的「简称」。",
    "several": "两部法规都有这个名称或简称：给其中一部改掉。",
    "no-version": "用 anjian import regulation 导入那一版，或检查年份。",
    "no-date": "填写处理时间，或在名称后面写明版本，例如《…》（2018）。",
    "relative": "写明版本，例如《…》（2018）。",
    "unclear-date": "把处理时间写到日，或在名称后面写明版本。",
}


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the citations of every record and hand-written page."""
    for key, record in library.with_fields("citations"):
        yield from _lines(library, key, record, library.citations.get(key, ()))
    for links in library.citations.values():
        yield from _links(library, links)


def _links(library: Library, links: tuple[CitationLink, ...]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for link in links:
        for article in link.citation.unread:
            message = f"「{article[:20]}」不是条文序号"
            hint = "条文序号在 1 到 9999 之间，例如第八十五条、第一百二十条之一。"
            yield about_citation(library, link, "C291", message, level=Level.WARNING, hint=hint)
        # A name in passing needs no version; a name without 《》 may be no name at all.
        meant = link.citation.clauses or link.route[:1] == ("citations",)
        about_this = (fold_name(link.citation.name), link.cause)
        if link.cause and meant and not link.own and about_this not in seen:
            seen.add(about_this)
            message = f"《{link.citation.name}》：{link.reason}"
            hint = _HINTS[link.cause]
            yield about_citation(library, link, "C292", message, level=Level.NOTICE, hint=hint)
        elif link.missing and not link.own:  # an amendment speaks of another law's articles
            yield _missing(library, link)


def _lines(
    library: Library, key: Reference, record: Record, links: tuple[CitationLink, ...]
) -> Iterator[Finding]:
    found = {link.route for link in links}
    for number, line in enumerate(cast("Any", record).citations):
        route = ("citations", number)
        if route not in found:
            message = f"「{line[:30]}」里没有认出法规名称"
            hint = "法规名称要放在书名号里，例如《中国共产党纪律处分条例》（2018）第八十五条。"
            yield about(library, key, route, "C291", message, level=Level.WARNING, hint=hint)


def _missing(library: Library, link: CitationLink) -> Finding:
    numbers = "、".join(str(number) for number in link.missing)
    where = f"《{link.citation.name}》（{label(link.version)}）"
    message, level, hint = f"{where}没有{numbers}", Level.WARNING, "检查条文序号和版本年份。"
    if link.excerpt:
        message, level = f"{where}是节选，没有收录{numbers}", Level.NOTICE
        hint = "需要时补上这一条。"
    return about_citation(library, link, "C293", message, level=level, hint=hint)
