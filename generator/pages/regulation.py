"""A regulation: its versions, and per version all articles with stable anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..addresses import comparison_page, list_page, record_page, version_page
from ..base.numerals import ArticleNumber
from ..base.page import Page
from ..citations import label
from ..citing import Citer, citer
from ..counterparts import Counterparts, Pair, between, compared_versions
from ..editions import Edition
from ..library import key_of
from ._citations import Clauses
from ._citers import Citers, citers
from ._frame import render
from ._outline import Heading, outlined
from ._versions import Dated, dated


@dataclass(frozen=True, slots=True)
class _Other:
    """What an article is in another version: one line under it."""

    name: str
    number: str
    path: str
    words: str
    comparison: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """One article of a version with all that stands around it."""

    headings: tuple[Heading, ...]
    article: Any
    users: tuple[Citer, ...]
    others: tuple[_Other, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the overview of every regulation and one page per version."""
    library = edition.library
    found = citers(library)
    for record in library.of_kind("regulation"):
        key = key_of(record)
        versions = library.registry.versions[key]
        known = dated(key, versions, library.today)
        pairs = {pair: between(versions, *pair) for pair in compared_versions(versions)}
        cited = found.get(key, {})
        yield _overview(edition, record, known, pairs, cited)
        for position in range(len(known)):
            yield _version(edition, record, known, position, pairs, cited)


_Pairs = Mapping[tuple[int, int], Counterparts]


def _overview(
    edition: Edition, record: Any, known: Sequence[Dated], pairs: _Pairs, cited: Citers
) -> Page:
    key = key_of(record)
    cited_record = Clauses(edition).cite(record, record_page(key), ("note",)).record
    most = sorted(cited.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:10]
    return render(
        edition,
        "regulation.md.j2",
        record_page(key),
        record.heading,
        [("法规", list_page("regulation"))],
        regulation=cited_record,
        known=known,
        comparisons=[
            (
                known[one],
                known[other],
                comparison_page(key, known[one].version.id, known[other].version.id),
                Counter(row.kind for row in found.rows()),
            )
            for (one, other), found in pairs.items()
        ],
        most=[
            (f"{label(version)}{number}", version_page(key, version, number), users)
            for (version, number), users in most
        ],
    )


def _version(
    edition: Edition,
    record: Any,
    known: Sequence[Dated],
    position: int,
    pairs: _Pairs,
    cited: Citers,
) -> Page:
    key, own = key_of(record), known[position]
    place = next(place for place, one in enumerate(record.versions) if one is own.version)
    cited_record = Clauses(edition).cite(record, own.path, ("versions", place)).record
    version = cited_record.versions[place]
    outline, headings = outlined(version.articles)
    return render(
        edition,
        "regulation_version.md.j2",
        own.path,
        f"{record.heading}（{own.version.id}）",
        [("法规", list_page("regulation")), (record.heading, record_page(key))],
        regulation=record,
        own=own,
        version=version,
        outline=outline,
        articles=[
            _Shown(
                headings[place],
                article,
                tuple(
                    citer(edition.library, source)
                    for source in cited.get((version.id, article.parsed), ())
                ),
                tuple(_others(record, known, position, pairs, article.parsed)),
            )
            for place, article in enumerate(version.articles)
        ],
        known=known,
    )


def _others(
    record: Any, known: Sequence[Dated], position: int, pairs: _Pairs, number: ArticleNumber
) -> Iterator[_Other]:
    key, summarised = key_of(record), record.summarised == "是"
    for (one, other), found in pairs.items():
        if position not in (one, other):
            continue
        older = position == one
        there = known[other if older else one]
        path = comparison_page(key, known[one].version.id, known[other].version.id)
        several = (found.forth if older else found.back).get(number, ())
        if not several:
            anchor = f"#gone-{number.anchor}" if older else f"#{number.anchor}"
            words = "未收录" if there.version.excerpt == "是" else "没有对应条文"
            yield _Other(there.name, "", "", words, path + anchor)
        for pair in several:
            article = pair.newer if older else pair.older
            yield _Other(
                there.name,
                article.number,
                f"{there.path}#{article.parsed.anchor}",
                _words(pair, summarised=summarised),
                f"{path}#{_row_anchor(found, pair, older=older)}",
            )


def _row_anchor(found: Counterparts, pair: Pair, *, older: bool) -> str:
    """Where the comparison has the article; one that is gone in part has a row of its own."""
    whole = any(not one.shared for one in found.forth[pair.older.parsed])
    return f"gone-{pair.older.parsed.anchor}" if older and not whole else pair.newer.parsed.anchor


def _words(pair: Pair, *, summarised: bool) -> str:
    same = "归纳文字相同" if summarised else "未改动"
    words = ["部分相同"] if pair.shared else []
    if pair.manual:
        words.append("人工核定")
    if pair.unchanged:
        words.append(same)
    elif not pair.manual:
        words.append(f"相似 {pair.percent}%")
    return "，".join(words)
