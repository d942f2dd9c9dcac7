"""Who cites which article of which version."""

from __future__ import annotations

from ..base.numerals import ArticleNumber
from ..base.reference import Reference
from ..citation_sources import articles_of
from ..library import Library

Citers = dict[tuple[str, ArticleNumber], list[Reference]]
"""The sources that cite an article, by id of the version and number."""


def citers(library: Library) -> dict[Reference, Citers]:
    """Collect by regulation who cites each article; a range cites every article in it."""
    found: dict[Reference, Citers] = {}
    for source, links in library.citations.items():
        for link in links:
            # What a regulation says about its own articles is no news to its reader.
            if link.regulation is None or not link.version or source == link.regulation:
                continue
            table = found.setdefault(link.regulation, {})
            for number in articles_of(link, library.registry):
                users = table.setdefault((link.version, number), [])
                if not users or users[-1] != source:  # sources come one after another
                    users.append(source)
    return found
