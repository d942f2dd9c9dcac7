"""The citations in every text of a library, and the date that governs each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from .base.citation import Citation, fold_name, is_law_like
from .base.citation_grammar import Context, may_cite, read_citations
from .base.dates import PartialDate
from .base.declaration import Part, holders
from .base.finding import Route
from .base.front_matter import read_front_matter
from .base.numerals import ArticleNumber
from .base.page_links import blanked, page_links, without_code
from .base.record import Record
from .base.reference import Reference
from .base.text import Line, Prose
from .citations import CitationLink, Governing, Registry, label
from .versions import ordered_versions, spans

UNREAD = frozenset(
    [
        *("id", "title", "name", "subtitle", "caption", "aliases", "headings", "imported"),
        *("source", "review", "history", "keywords", "former_ids"),
        *("number", "book", "chapter", "section"),
    ]
)
"""Fields that are names and marks, not running text."""
PAGE = "page"
"""The kind under which a hand-written page stands as the source of a citation."""


class Found(NamedTuple):
    """The citations in one text of a record, before they are resolved."""

    route: Route
    citations: tuple[Citation, ...]


def page_key(path: str) -> Reference:
    """The source under which the citations of a hand-written page are kept."""
    return Reference(PAGE, path)


def found_on_page(text: str, path: str, known: Mapping[str, Any]) -> tuple[Found, ...]:
    """Find the citations in the running text of a hand-written page; code and links hold none."""
    start = read_front_matter(text, path).body_start
    if not may_cite(text):
        return ()
    visible = list(without_code(text))
    visible[:start] = blanked(text[:start])
    for link in page_links(text):
        visible[link.start : link.end] = blanked(text[link.start : link.end])
    running = _NO_TEXT.sub(lambda one: blanked(one[0]), "".join(visible))
    found, _ = read_citations(running, known)
    return (Found((), found),) if found else ()


_NO_TEXT = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>|^[ ]{0,3}#{1,6}[ \t][^\n]*", re.MULTILINE)
"""Tags, and headings: a link in a heading would stand in the contents list as well."""


def running_texts(part: Part, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield every running text of a record with its route, in the order of its fields."""
    for name in _text_fields(type(part)):
        value = getattr(part, name)
        if not value:
            continue
        if isinstance(value, str):
            yield (*route, name), value
        elif isinstance(value, Part):
            yield from running_texts(value, (*route, name))
        elif isinstance(value, tuple):
            for number, one in enumerate(value):
                if isinstance(one, str):
                    yield (*route, name, number), one
                elif isinstance(one, Part):
                    yield from running_texts(one, (*route, name, number))


@cache
def _text_fields(model: type[Part]) -> tuple[str, ...]:
    """The fields with running text; words from a list are none."""
    texts: Any = (Line, Prose)
    return tuple(name for name in holders(model, texts) if name not in UNREAD)


def found_in(record: Record, known: Mapping[str, Any]) -> tuple[Found, ...]:
    """Find the citations in every running text of a record, in the order of its fields."""
    context = Context()
    found = []
    before: Route = ()
    for route, text in running_texts(record):
        if not may_cite(text):
            continue
        # The lines of one list go on from each other; a field of its own begins anew.
        together = isinstance(route[-1], int) and before[:-1] == route[:-1]
        if not together:
            inside = record.kind == "regulation" and route[0] == "versions"
            context = Context(defined=context.defined, inside=inside)
        before = route
        some, context = read_citations(text, known, context)
        if some:
            found.append(Found(route, some))
    return tuple(found)


def governing_date(record: Record | None, route: Route, today: date) -> Governing:
    """The date whose law governs what a record, or a hand-written page, cites."""
    fields: Any = record
    if record is not None and record.kind == "regulation":
        return _of_regulation(fields, route, today)
    if record is None or not record.governed_by:
        return Governing(PartialDate.of(today), "生成本页时")
    if record.date is None:
        return Governing(None, f"没有填写{record.governed_by}")
    words = f"{record.governed_by.removesuffix('间')}（{record.date.chinese()}）"
    return Governing(record.date, words, record.conduct_date)


def _of_regulation(record: Any, route: Route, today: date) -> Governing:
    """A version cites other regulations as they stood while it was itself in force."""
    if len(route) > 1 and route[0] == "versions" and isinstance(route[1], int):
        version = record.versions[route[1]]
        known = ordered_versions(record.versions)
        position = next(n for n, one in enumerate(known) if one is version)
        end = spans(known)[position].end
        if end is not None and end <= today:
            return Governing(PartialDate.of(end - timedelta(days=1)), "本版施行期间")
    return Governing(PartialDate.of(today), "生成本页时")


def resolved(
    key: Reference,
    record: Record | None,
    found: Iterable[Found],
    registry: Registry,
    today: date,
    governed: Governing | None = None,
) -> tuple[CitationLink, ...]:
    """Resolve the citations of one record, or of a hand-written page where there is no record.

    `governed` is given where the text is no record's and stands under a date of its own.

    A version that the text names once, and no other, serves where no date can tell.
    """
    links = []
    governing: dict[Route, Governing] = {}
    for route, citations in found:
        way = route[:2]
        if way not in governing:
            governing[way] = governed or governing_date(record, route, today)
        for citation in citations:
            if not citation.name:
                links.append(_own(record, key, route, citation, registry))
            elif _counts(citation, route, registry):
                links.append(registry.resolve(key, route, citation, governing[way]))
    named: dict[Reference, set[str]] = {}
    for link in links:
        if link.regulation and link.version and link.citation.version:
            named.setdefault(link.regulation, set()).add(link.version)
    return tuple(_from_elsewhere(link, named, registry) for link in links)


def _from_elsewhere(
    link: CitationLink, named: Mapping[Reference, set[str]], registry: Registry
) -> CitationLink:
    if link.cause != "no-date" or link.regulation is None:
        return link
    versions = named.get(link.regulation, set())
    if len(versions) != 1:
        return link
    (version,) = versions
    return registry.at(link, version, f"这里没有写明版本，同一篇别处写明的是{label(version)}")


def _counts(citation: Citation, route: Route, registry: Registry) -> bool:
    """Whether a name is that of a regulation: other documents stand in 《》 too."""
    known = fold_name(citation.name) in registry.names
    return known or route[:1] == ("citations",) or is_law_like(citation.name)


def _own(
    record: Any, key: Reference, route: Route, citation: Citation, registry: Registry
) -> CitationLink:
    link = CitationLink(key, route, citation, regulation=key)
    if len(route) > 1 and route[0] == "versions" and isinstance(route[1], int):
        return registry.at(link, record.versions[route[1]].id, "本法规自身的条文")
    return replace(link, reason="没有写明是哪一版", cause="no-date")


def cited(
    records: Mapping[Reference, Record],
    found: Mapping[Reference, tuple[Found, ...]],
    registry: Registry,
    today: date,
) -> dict[Reference, tuple[CitationLink, ...]]:
    """Resolve every citation of every record and page; those without any are left out."""
    links = {
        key: resolved(key, records.get(key), some, registry, today)
        for key, some in found.items()
        if some
    }
    return {key: some for key, some in links.items() if some}


def articles_of(link: CitationLink, registry: Registry) -> Iterator[ArticleNumber]:
    """Every article of the library that a citation names, those inside of a range too."""
    if link.regulation is None or not link.version:
        return
    known = registry.articles[(link.regulation, link.version)]
    seen = set()
    for clause in link.citation.clauses:
        last = clause.last or clause.number
        within = [clause.number] if clause.last is None else sorted(known)
        for number in within:
            if clause.number <= number <= last and number in known and number not in seen:
                seen.add(number)
                yield number
