"""The citations of an edition as rows: one per clause that is cited, one per citation without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..base.citation import Clause
from ..base.reference import Reference
from ..citations import CitationLink
from ..citing import Citer, citer, counted, place_name, way, written
from ..editions import Edition


class CitationRow(NamedTuple):
    """One cited clause with where it stands and what it was resolved to."""

    link: CitationLink
    source: Citer
    place: str
    regulation: str
    """The full name in the library; where it is unknown there, the name as read."""
    way: str
    written: str
    reason: str
    clause: Clause | None = None


def citation_rows(edition: Edition) -> Iterator[CitationRow]:
    """Yield the rows in the order of the sources and of their texts."""
    library = edition.library
    sources: dict[Reference, Citer] = {}
    names: dict[Reference, str] = {}
    for link in counted(library):
        if link.source not in sources:
            sources[link.source] = citer(library, link.source)
        regulation = link.regulation
        if regulation is not None and regulation not in names:
            names[regulation] = library.records[regulation].heading
        text = library.text_at(link.source, link.route)
        common = (
            link,
            sources[link.source],
            place_name(library, link),
            names[regulation] if regulation is not None else link.citation.name,
            way(library, link),
        )
        if not link.citation.clauses:
            yield CitationRow(*common, written(text, link), link.reason)
        for number, clause in enumerate(link.citation.clauses):
            reason = link.reason
            if link.missing and not {clause.number, clause.last}.isdisjoint(link.missing):
                reason += "；节选里没有收录这一条" if link.excerpt else "；这个版本没有这一条"
            yield CitationRow(*common, written(text, link, number), reason, clause)
