"""Citations in figures: what is cited most, what is not in the library, what nobody cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from ..addresses import citations_page, export_file, list_page, record_page, version_page
from ..base.citation import fold_name
from ..base.markdown import Raw
from ..base.numerals import ArticleNumber
from ..base.page import Page
from ..base.reference import Reference
from ..citations import CitationLink, label
from ..citing import DATED, NAMED, SAME_TEXT, counted, way
from ..editions import Edition
from ..library import Library
from ._citers import Citers, citers
from ._citing import SourceLinks
from ._frame import render

MOST = 50
"""How many of the clauses that are cited most are listed."""
SHOWN = 12
"""How many sources stand beside such a clause; its own page names them all."""
_WAYS = {
    NAMED: ("文中写明版本", "文中写明了年份、日期或施行日期的引用。"),
    DATED: ("按时间确定", "文中没有写版本，按处理时间或生成网站的日期落到当时施行的版本的引用。"),
    SAME_TEXT: ("按同一篇确定", "这里没有写版本，记录也没有写时间，按同一篇别处写明的版本的引用。"),
}
_CAUSES = {
    "unknown": ("本库没有这部法规", "引用多的在前，可以照这个顺序导入。"),
    "no-version": ("本库没有要的那个版本", "补上那个版本，或者检查文中的年份。"),
    "no-date": ("没有版本，也没有时间", "在文中写明版本，或者在记录里填写处理时间。"),
    "unclear-date": ("时间不够准，期间换过版本", "把时间写到月或日，或者在文中写明版本。"),
    "relative": ("只说了「修订前」「现行」这类话", "在文中写明年份。"),
    "several": ("几部法规用同一个名称", "在其中一部的简称里删去这个名称，或者在文中写全称。"),
}


class _Version(NamedTuple):
    """One version that is cited, with who cites it in which way."""

    title: str
    path: str
    anchor: str
    ways: Mapping[str, list[Reference]]


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause of the list of those cited most."""

    title: str
    number: str
    path: str
    users: Raw
    count: int
    more: int
    """How many of the sources are not among those that are shown."""

    @property
    def several(self) -> bool:
        """Whether more than one source cites it."""
        return self.count > 1


@dataclass(frozen=True, slots=True)
class _Unresolved:
    """Citations that failed for one reason, with what they may mean."""

    name: str
    path: str
    reason: str
    candidates: tuple[tuple[str, str], ...]
    users: Raw
    count: int
    times: int


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of figures, and one list for each way in which citations were resolved."""
    library = edition.library
    sources = SourceLinks(edition, citations_page())
    links = list(counted(library))
    versions = _versions(library, links)
    unresolved = [link for link in links if not link.version]
    totals = {one: sum(len(v.ways.get(one, ())) for v in versions) for one in _WAYS}
    cited = citers(library)
    rows = list(_never(library, cited))
    yield render(
        edition,
        "citation_statistics.md.j2",
        citations_page(),
        "引用统计",
        [("法规", list_page("regulation"))],
        total=len(links),
        ways=[(title, citations_page(one), totals[one]) for one, (title, _) in _WAYS.items()],
        unresolved=len(unresolved),
        most=list(_most(library, cited, sources)),
        versions=[
            (one, [(_WAYS[w][0], citations_page(w), len(one.ways.get(w, ()))) for w in _WAYS])
            for one in versions
        ],
        causes=list(_causes(library, unresolved, sources)),
        untouched=[row for row in rows if row.count == row.total],
        rows=[row for row in rows if 0 < row.count < row.total],
        csv=export_file("citations.csv"),
        json=export_file("citations.json"),
    )
    beside = SourceLinks(edition, citations_page(NAMED))
    for one, (title, note) in _WAYS.items():
        if totals[one]:
            groups = [(v, v.ways[one]) for v in versions if one in v.ways]
            page = render(
                edition,
                "citation_list.md.j2",
                citations_page(one),
                title,
                [("法规", list_page("regulation")), ("引用统计", citations_page())],
                note=note,
                total=totals[one],
                groups=[(v, len(some), len(set(some)), beside.listed(some)) for v, some in groups],
            )
            yield replace(page, searchable=False)


def _title(library: Library, regulation: Reference, version: str) -> str:
    return f"《{library.records[regulation].heading}》{label(version)}"


def _versions(library: Library, links: Iterable[CitationLink]) -> list[_Version]:
    """The versions that are cited, those cited most first."""
    found: dict[tuple[Reference, str], dict[str, list[Reference]]] = {}
    for link in links:
        if link.version and link.regulation is not None:
            ways = found.setdefault((link.regulation, link.version), {})
            ways.setdefault(way(library, link), []).append(link.source)
    made = [
        _Version(
            _title(library, regulation, version),
            version_page(regulation, version),
            f"{regulation.id}.{version}",
            ways,
        )
        for (regulation, version), ways in found.items()
    ]
    return sorted(made, key=lambda one: (-sum(map(len, one.ways.values())), one.title))


def _most(
    library: Library, cited: Mapping[Reference, Citers], sources: SourceLinks
) -> Iterator[_Clause]:
    clauses = [
        (len(users), regulation, version, number, users)
        for regulation, table in cited.items()
        for (version, number), users in table.items()
    ]
    clauses.sort(key=lambda one: (-one[0], one[1], one[2], one[3]))
    for count, regulation, version, number, users in clauses[:MOST]:
        yield _Clause(
            _title(library, regulation, version),
            str(number),
            version_page(regulation, version, number),
            sources.listed(users[:SHOWN]),
            count,
            max(0, count - SHOWN),
        )


def _causes(
    library: Library, links: Sequence[CitationLink], sources: SourceLinks
) -> Iterator[tuple[str, str, str, int, list[_Unresolved]]]:
    groups: dict[str, dict[tuple[Any, ...], list[CitationLink]]] = {}
    for link in links:
        # With and without 中华人民共和国 it is one regulation that somebody has to import.
        name = fold_name(link.citation.name)
        reason = "" if link.cause in ("unknown", "several") else link.reason
        own = (name, link.regulation, reason.partition("；本库有")[0], link.candidates)
        groups.setdefault(link.cause, {}).setdefault(own, []).append(link)
    for cause in sorted(groups, key=lambda one: (*_CAUSES, one).index(one)):
        title, advice = _CAUSES.get(cause, (cause, ""))
        entries = [
            _Unresolved(
                _name(library, regulation, some),
                record_page(regulation) if regulation else "",
                reason,
                tuple((label(one), version_page(regulation, one)) for one in candidates),
                sources.listed(link.source for link in some),
                len({link.source for link in some}),
                len(some),
            )
            for (_, regulation, reason, candidates), some in groups[cause].items()
        ]
        entries.sort(key=lambda one: (-one.count, -one.times, one.name, one.reason))
        yield cause, title, advice, sum(one.times for one in entries), entries


def _name(library: Library, regulation: Reference | None, links: Iterable[CitationLink]) -> str:
    if regulation is not None:
        return library.records[regulation].heading
    return max((link.citation.name for link in links), key=len)


@dataclass(frozen=True, slots=True)
class _Never:
    """The articles of one version that nobody cites, as ranges with their addresses."""

    title: str
    path: str
    excerpt: bool
    total: int
    count: int
    ranges: tuple[tuple[str, str], ...]


def _never(library: Library, cited: Mapping[Reference, Citers]) -> Iterator[_Never]:
    for regulation, versions in library.registry.versions.items():
        table = cited.get(regulation, {})
        for version in reversed(versions):
            known = sorted(library.registry.articles[(regulation, version.id)])
            if not known:
                continue
            alone = [(version.id, number) not in table for number in known]
            yield _Never(
                _title(library, regulation, version.id),
                version_page(regulation, version.id),
                version.excerpt == "是",
                len(known),
                sum(alone),
                tuple(
                    (words, version_page(regulation, version.id, first))
                    for first, words in _ranges(known, alone)
                )
                if not all(alone)
                else (),
            )


def _ranges(
    known: Sequence[ArticleNumber], alone: Sequence[bool]
) -> Iterator[tuple[ArticleNumber, str]]:
    """Articles that follow each other in the version as 第一条至第七条."""
    start = None
    for position, free in enumerate((*alone, False)):
        if free and start is None:
            start = position
        elif not free and start is not None:
            first, last = known[start], known[position - 1]
            yield first, str(first) if first == last else f"{first}至{last}"
            start = None
