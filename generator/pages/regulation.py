"""A regulation: its versions, and per version all articles with stable anchors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..addresses import list_page, record_page, version_page
from ..base.numerals import ArticleNumber
from ..base.page import Page
from ..base.reference import Reference
from ..editions import Edition
from ..library import key_of
from ._frame import render

_Citers = dict[tuple[str, ArticleNumber], list[Reference]]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the overview of every regulation and one page per version."""
    citers = _citers(edition)
    for record in edition.library.of_kind("regulation"):
        regulation: Any = record
        key = key_of(record)
        versions = edition.library.registry.versions[key]
        rows = [
            (version, version_page(key, version.id), _status(version, edition))
            for version in versions
        ]
        found = citers.get(key, {})
        most = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:10]
        yield render(
            edition,
            "regulation.md.j2",
            record_page(key),
            record.heading,
            [("法规", list_page("regulation"))],
            regulation=regulation,
            rows=rows,
            most=[
                (f"{version} 年版 {number}", version_page(key, version, number), users)
                for (version, number), users in most
            ],
        )
        for version, path, status in rows:
            yield render(
                edition,
                "regulation_version.md.j2",
                path,
                f"{record.heading}（{version.id}）",
                [("法规", list_page("regulation")), (record.heading, record_page(key))],
                regulation=regulation,
                version=version,
                status=status,
                articles=list(_outlined(version, found)),
                rows=rows,
            )


def _citers(edition: Edition) -> dict[Reference, _Citers]:
    found: dict[Reference, _Citers] = {}
    for source, links in edition.library.citations.items():
        for link in links:
            if link.regulation is None or not link.version:
                continue
            for number in link.citation.articles:
                if number not in link.missing:
                    users = found.setdefault(link.regulation, {}).setdefault(
                        (link.version, number), []
                    )
                    if source not in users:
                        users.append(source)
    return found


def _outlined(
    version: Any, found: _Citers
) -> Iterator[tuple[list[tuple[int, str]], Any, list[Reference]]]:
    """Every article with the headings that begin at it and the records that cite it."""
    last: dict[str, Any] = {"book": None, "chapter": None, "section": None}
    for article in version.articles:
        headings = []
        for depth, name in enumerate(("book", "chapter", "section")):
            value = getattr(article, name)
            if value and value != last[name]:
                headings.append((depth + 2, value))
                last.update(dict.fromkeys(("book", "chapter", "section")[depth + 1 :]))
            last[name] = value
        yield headings, article, found.get((version.id, article.parsed), [])


def _status(version: Any, edition: Edition) -> str:
    today = edition.library.today
    if version.expired and version.expired.first() <= today:
        return "已被新版本取代或废止"
    if version.effective and version.effective.first() > today:
        return "尚未施行"
    return "现行有效" if version.effective else "施行日期未填写"
