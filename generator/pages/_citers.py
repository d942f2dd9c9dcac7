"""Who cites which article of which version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..base.numerals import ArticleNumber
from ..base.reference import Reference
from ..library import Library

Citers = dict[tuple[str, ArticleNumber], list[Reference]]
"""The sources that cite an article, by id of the version and number."""


def citers(library: Library) -> dict[Reference, Citers]:
    """Collect by regulation who cites each article; a range cites every article in it."""
    found: dict[Reference, Citers] = {}
    numbers: dict[tuple[Reference, str], _Numbers] = {}
    for source, links in library.citations.items():
        for link in links:
            # What a regulation says about its own articles is no news to its reader.
            if link.regulation is None or not link.version or source == link.regulation:
                continue
            own = link.regulation, link.version
            if own not in numbers:
                numbers[own] = _numbers(library, *own)
            table = found.setdefault(link.regulation, {})
            for number in _cited(link.citation.clauses, numbers[own]):
                users = table.setdefault((link.version, number), [])
                if not users or users[-1] != source:  # sources come one after another
                    users.append(source)
    return found


class _Numbers(NamedTuple):
    ordered: list[ArticleNumber]
    known: frozenset[ArticleNumber]


def _numbers(library: Library, regulation: Reference, version: str) -> _Numbers:
    versions = library.registry.versions[regulation]
    articles = next(one.articles for one in versions if one.id == version)
    known = frozenset(article.parsed for article in articles)
    return _Numbers(sorted(known), known)


def _cited(clauses: Iterable[Any], numbers: _Numbers) -> Iterator[ArticleNumber]:
    for clause in clauses:
        if clause.last is not None:
            yield from (one for one in numbers.ordered if clause.number <= one <= clause.last)
        elif clause.number in numbers.known:
            yield clause.number
