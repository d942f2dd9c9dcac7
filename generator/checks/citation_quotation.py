"""The words that a text gives as those of a clause are those of the cited version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..base.finding import Finding, Level, Route
from ..base.quotation import Quotation, compare, difference_hint, quotations
from ..base.reference import Reference
from ..citations import CitationLink, label
from ..library import Library
from ._finding import about_citation

RULES = (("C294", "引用的条文文字与那一版一致"),)


def check(library: Library) -> Iterator[Finding]:
    """Yield a finding for every quotation that differs; it shows both texts."""
    for _, _, link, quotation in quoted(library):
        article = library.registry.articles[_version(link)][quotation.clause.number]
        if compare(quotation.text, article.text) == "wrong":
            yield _differs(library, link, quotation, article)


def quoted(library: Library) -> Iterator[tuple[Reference, Route, CitationLink, Quotation]]:
    """Yield every quotation whose article is in the library in its official words."""
    for key, links in library.citations.items():
        if key.kind == "regulation":
            continue
        by_route: dict[Route, list[CitationLink]] = {}
        for link in links:
            by_route.setdefault(link.route, []).append(link)
        for route, some in by_route.items():
            citations = [link.citation for link in some]
            of_clause = {clause: link for link in some for clause in link.citation.clauses}
            for quotation in quotations(library.text_at(key, route), citations):
                link = of_clause[quotation.clause]
                if not link.version or link.regulation in library.registry.summaries:
                    continue
                if quotation.clause.number in library.registry.articles[_version(link)]:
                    yield key, route, link, quotation


def _version(link: CitationLink) -> tuple[Reference, str]:
    return link.regulation or link.source, link.version


def _differs(library: Library, link: CitationLink, quotation: Quotation, article: Any) -> Finding:
    name = f"《{link.citation.name}》（{label(link.version)}）{quotation.clause.number}"
    message = f"引用的文字与{name}不一致"
    other = _elsewhere(library, link, quotation)
    hint = difference_hint(quotation.text, article.text)
    hint += f"。这段文字见于{other}" if other else "。对照原文改正；有意改写就不要写成引文"
    return about_citation(
        library,
        link,
        "C294",
        message,
        level=Level.WARNING,
        hint=f"{hint}。",
        start=quotation.clause.start,
    )


def _elsewhere(library: Library, link: CitationLink, quotation: Quotation) -> str:
    """Where else in the regulation the quoted words stand: another version, another article."""
    regulation = link.regulation or link.source
    found = []
    for version in library.registry.versions[regulation]:
        for number, article in library.registry.articles[(regulation, version.id)].items():
            if compare(quotation.text, article.text) in ("exact", "part"):
                found.append(f"{label(version.id)}{number}")
    return "、".join(found[:3])
