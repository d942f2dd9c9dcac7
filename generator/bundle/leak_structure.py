"""What gives away that something is left out without saying it: addresses, totals, gaps, days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from ..addresses import LIBRARY, record_page
from ..base.finding import Finding, Level, Place
from ..base.page import html_address
from ..base.reference import Reference
from ..editions import Edition
from ..library import Library

_OURS = "请不要发布，把用的命令和这一页告诉维护者。"
_LECTURER = re.compile(rb"\sdata-lecturer[\s=>]")
_LAST_CHANGE = re.compile(rb"<lastmod>([^<]*)</lastmod>")
_NUMBERED = re.compile(r"(.*?)(\d+)")
_LEAST = 10
"""A total below that stands in too many places by chance."""


class Structure:
    """Collects what the files of a site give away one by one; the rest is said at the end."""

    def __init__(self, library: Library, edition: Edition, hidden: Mapping[Reference, str]) -> None:
        """`hidden` are the records without a page, each with the name of its kind."""
        self.library = library
        self.edition = edition
        self.hidden = hidden
        self._totals = _totals(library, edition)
        self._found: list[Finding] = []

    def look(self, name: str, raw: bytes) -> None:
        """Look at one file of the site."""
        if name.endswith((".html", ".md")):
            self._found += _page(name, raw, self.edition, self._totals)
        elif name == "sitemap.xml" and len(set(_LAST_CHANGE.findall(raw))) > 1:
            self._found.append(_say(name, "S324", "网站地图里各页的日期不同，看得出哪些改过"))

    def findings(self, names: Collection[str]) -> Iterator[Finding]:
        """Yield what the files and their names give away."""
        yield from self._found
        for key, label in self.hidden.items():
            page = html_address(record_page(key))
            if page in names:
                message = f"泄漏：{label} {key} 不在{self.edition.rule.title}里，它的网页却在"
                yield _say(page, "S321", message)
        yield from _gaps(self.library, self.edition, self.hidden)


def _page(
    name: str, raw: bytes, edition: Edition, totals: re.Pattern[str] | None
) -> Iterator[Finding]:
    if not edition.rule.lecturer_fields and _LECTURER.search(raw):
        yield _say(name, "S323", f"{edition.rule.title}的页面里有只给教员的内容")
    found = totals.search(raw.decode("utf-8", "replace")) if totals else None
    if found:
        message = f"「{found[0]}」数进了不在{edition.rule.title}里的记录"
        hint = "改成这个版本里的数目，或者不写总数。"
        ours = name.startswith(f"{LIBRARY}/")
        level = Level.ERROR if ours else Level.WARNING
        yield _say(name, "S325", message, level, _OURS if ours else hint)


def _totals(library: Library, edition: Edition) -> re.Pattern[str] | None:
    """Totals in words that only hold with what is left out: 共151例 where 150 are shown."""
    counts = set()
    for kind in library.kinds:
        full, kept = len(library.of_kind(kind)), len(edition.library.of_kind(kind))
        if full != kept and full >= _LEAST:
            counts.add((full, library.kinds[kind].label))
    if not counts:
        return None
    ways = "|".join(
        rf"(?:共|合计|总计|收录|收入)[^<>\d，。；]{{0,8}}(?<!\d){count}\s*"
        rf"(?:例|件|条|篇|部|个)?(?:[^<>\d，。；]{{0,4}}{re.escape(label)}|例|件)"
        for count, label in sorted(counts)
    )
    return re.compile(ways)


def _gaps(library: Library, edition: Edition, hidden: Mapping[Reference, str]) -> Iterator[Finding]:
    """Numbers that are missing between those shown tell how many records are left out."""
    shown: dict[tuple[str, str], list[int]] = defaultdict(list)
    for key in edition.library.records:
        found = _NUMBERED.fullmatch(key.id)
        if found:
            shown[key.kind, found[1]].append(int(found[2]))
    missing: dict[tuple[str, str], int] = defaultdict(int)
    for key in hidden:
        found = _NUMBERED.fullmatch(key.id)
        numbers = shown.get((key.kind, found[1]), []) if found else []
        if found and numbers and min(numbers) < int(found[2]) < max(numbers):
            missing[key.kind, found[1]] += 1
    for (kind, start), count in sorted(missing.items()):
        label = library.kinds[kind].label
        message = f"{label}编号「{start}…」中间缺 {count} 个号，看得出有没放进来的记录"
        hint = "在意的话，给不公开的记录另用一组编号。"
        yield Finding("site", "S326", message, Level.NOTICE, hint=hint, place=Place(1, 1))


def _say(
    name: str, code: str, message: str, level: Level = Level.ERROR, hint: str = _OURS
) -> Finding:
    return Finding(f"site/{name}", code, message, level, hint=hint, place=Place(1, 1))
