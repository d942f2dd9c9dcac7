"""How a page is filed for the search: its facets, what it cites, a line about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..addresses import FACETS
from ..base.dates import PartialDate
from ..base.record import Record
from ..base.reference import Reference
from ..citation_sources import articles_of
from ..citations import CitationLink
from ..facets import values
from ..library import Library, key_of
from ..versions import position_of, status
from .document import CITED, SHOWN_FACETS

PAGE_KIND = "页面"
Facets = tuple[tuple[str, tuple[str, ...]], ...]
_FACETS = {label: facet for facet, label in FACETS.items()}
_KIND, _YEAR = "种类", "年份"


def record_facets(library: Library, record: Record, version: str) -> Facets:
    """The values of a record by label; on the page of a version those of the version."""
    key = key_of(record)
    links: Iterable[CitationLink] = library.citations.get(key, ())
    found = {label: values(record, _FACETS[label]) for label in SHOWN_FACETS if label in _FACETS}
    if record.kind == "regulation":
        own, place = _version(record, version)
        links = [link for link in links if link.route[:2] == ("versions", place)]
        found[_YEAR] = (str(own.effective.year),) if own and own.effective else ()
    return _filed(record.label, found, cited(library, key, links))


def kind_facet(kind: str) -> Facets:
    """The values of a page that is no record's: its kind alone."""
    return _filed(kind, {}, ())


def page_facets(library: Library, key: Reference) -> Facets:
    """The values of a hand-written page: its kind, and what it cites."""
    return _filed(PAGE_KIND, {}, cited(library, key, library.citations.get(key, ())))


def _filed(kind: str, found: dict[str, tuple[str, ...]], cites: tuple[str, ...]) -> Facets:
    all_of = {_KIND: (kind,)} | found | {CITED: cites}
    return tuple(
        (label, tuple(str(value) for value in all_of[label]))
        for label in (*SHOWN_FACETS, CITED)
        if all_of.get(label)
    )


def cited(library: Library, key: Reference, links: Iterable[CitationLink]) -> tuple[str, ...]:
    """Every regulation that is cited, by its full name, and every article with that name."""
    found: dict[str, None] = {}
    for link in links:
        if link.regulation is None or link.regulation == key:
            continue
        name = library.records[link.regulation].heading
        found[name] = None
        for number in (*link.citation.articles, *articles_of(link, library.registry)):
            found[f"{name}{number}"] = None
    return tuple(found)


def about(library: Library, record: Record, version: str) -> str:
    """A short line on a record for a list of results: its trade, its level, its date."""
    fields: Any = record
    words = ["、".join(values(record, facet)) for facet in ("industry", "level")]
    sorts = (getattr(fields, name, "") for name in ("category", "type"))
    words += [sort for sort in sorts if isinstance(sort, str)]
    date: PartialDate | None = record.date
    if record.kind == "regulation":
        known, date = library.registry.versions[key_of(record)], None
        own, _ = _version(record, version)
        if own is None:
            words.append(f"{len(known)} 个版本")
        else:
            words.append(status(known, position_of(known, version), library.today))
            words.append(f"{own.effective.chinese()}施行" if own.effective else "")
    words.append(date.chinese() if date else "")
    minutes = getattr(fields, "minutes", None)
    words.append(f"{minutes} 分钟" if minutes and isinstance(minutes, int) else "")
    silent = ("", "其他", record.label)
    return " · ".join(word for word in dict.fromkeys(words) if word not in silent)


def _version(record: Any, version: str) -> tuple[Any, int]:
    """A version and its place in the record; none has the place -1."""
    places = enumerate(record.versions)
    return next(((one, place) for place, one in places if one.id == version), (None, -1))
