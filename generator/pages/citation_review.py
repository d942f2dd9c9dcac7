"""What has to be looked at again: cited versions revised since, dates of review that have come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..addresses import comparison_page, list_page, review_page, version_page
from ..base.markdown import Raw
from ..base.numerals import ArticleNumber
from ..base.page import Page
from ..citations import label
from ..counterparts import Counterparts, between, compared_versions
from ..editions import Edition
from ..library import Library, page_of
from ..revisions import Outdated, Revised, outdated
from ._citing import SourceLinks
from ._frame import Frame, render

_BEFORE, _AFTER = '<span class="aj-cite-list__clause">', "</span>"
"""Around a clause, so that it stays on one line with what became of it."""
_Range = tuple[ArticleNumber, ArticleNumber | None]


class _Source(NamedTuple):
    """A record or page with what it cites of the old version, and what that is now."""

    path: str
    link: Raw
    note: str
    clauses: Raw


@dataclass(frozen=True, slots=True)
class _Group:
    """Everything that cites one version that was revised."""

    title: str
    path: str
    words: str
    current: tuple[str, str] | None
    """Name and page of the version that is in force now."""
    comparison: str
    waiting: tuple[_Source, ...]
    done: tuple[_Source, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of what is to be reviewed."""
    library = edition.library
    found: dict[tuple[str, str], list[Outdated]] = {}
    for one in outdated(library):
        found.setdefault((one.revised.regulation.id, one.revised.version.id), []).append(one)
    sources = SourceLinks(edition, review_page())
    groups = [_group(library, found[own], sources) for own in sorted(found)]
    due = [
        record
        for record in library.records.values()
        if record.review_due and record.review_due.first() <= library.today
    ]
    due.sort(key=lambda one: (str(one.review_due), one.kind, one.id))
    flagged = [one for one in library.records.values() if one.status == "待复核"]
    yield render(
        edition,
        "citation_review.md.j2",
        review_page(),
        "待复核",
        [("法规", list_page("regulation"))],
        groups=[one for one in groups if one.waiting],
        done=[one for one in groups if one.done],
        waiting=len({source.path for one in groups for source in one.waiting}),
        reviewed=len({source.path for one in groups for source in one.done}),
        due=[(page_of(one), one) for one in due],
        flagged=[(page_of(one), one) for one in flagged],
    )


def _group(library: Library, found: Sequence[Outdated], sources: SourceLinks) -> _Group:
    one = found[0].revised
    pairs = _pairs(library, one)
    record: Any = library.records[one.regulation]
    same, other = ("归纳相同", "归纳不同") if record.summarised == "是" else ("未改动", "有修改")
    known: dict[_Range, Raw] = {}
    waiting: list[_Source] = []
    done: list[_Source] = []
    for entry in found:
        ranges: dict[_Range, None] = dict.fromkeys(
            (clause.number, clause.last)
            for link in entry.links
            for clause in link.citation.clauses
            if clause.number not in link.missing
        )
        for own in ranges:
            if own not in known:
                known[own] = _clause(sources.frame, one, pairs, own, (same, other))
        citer = sources.of(entry.source)
        note = citer.kind if citer.kind != "案例" else ""
        if entry.reviewed:
            note = f"{entry.reviewed.chinese()}审核"
        clauses = f"、{_AFTER}{_BEFORE}".join(known[own] for own in ranges)
        clauses = Raw(_BEFORE + clauses + _AFTER if clauses else "")
        made = _Source(citer.path, sources.link(entry.source), note, clauses)
        (done if entry.reviewed else waiting).append(made)
    current = one.current
    return _Group(
        f"《{one.name}》{label(one.version.id)}",
        version_page(one.regulation, one.version.id),
        one.words,
        (label(current.id), version_page(one.regulation, current.id)) if current else None,
        _comparison(one) if pairs else "",
        tuple(waiting),
        tuple(done),
    )


def _pairs(library: Library, one: Revised) -> Counterparts | None:
    """What the articles became in the newest version, where the two versions are compared."""
    versions = library.registry.versions[one.regulation]
    here = next((n for n, version in enumerate(versions) if version is one.current), -1)
    if (one.position, here) not in compared_versions(versions):
        return None
    return between(versions, one.position, here)


def _comparison(one: Revised, anchor: str = "") -> str:
    path = comparison_page(one.regulation, one.version.id, one.current.id)
    return f"{path}#{anchor}" if anchor else path


def _clause(
    frame: Frame, one: Revised, pairs: Counterparts | None, own: _Range, said: tuple[str, str]
) -> Raw:
    """A clause with what it is now; `said` are the words for the same text and for another."""
    number, last = own
    text = frame.a(
        version_page(one.regulation, one.version.id, number),
        str(number) + (f"至{last}" if last else ""),
    )
    now = "" if pairs is None or last is not None else _now(frame, one, pairs, number, said)
    return Raw(text + now)


def _now(
    frame: Frame, one: Revised, pairs: Counterparts, number: ArticleNumber, said: tuple[str, str]
) -> str:
    several = pairs.forth.get(number, ())
    if not several:
        now = "未收录" if one.current.excerpt == "是" else "没有对应条文"
        return f"（{frame.a(_comparison(one, f'gone-{number.anchor}'), now)}）"
    pair = several[0]
    now = said[0] if pair.unchanged else "部分保留" if pair.shared else said[1]
    if pair.newer.parsed != number:
        now = f"现{pair.newer.number}，{now}"
    anchor = f"gone-{number.anchor}" if pair.shared else pair.newer.parsed.anchor
    return f"（{frame.a(_comparison(one, anchor), now)}）"
