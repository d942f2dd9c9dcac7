"""Cited versions that have been revised or repealed since, and who is to look at them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .base.dates import PartialDate
from .base.reference import Reference
from .citations import CitationLink, label
from .citing import counted
from .library import Library
from .versions import position_of, status

REVISED, REPEALED = "已修订", "已废止"


@dataclass(frozen=True, slots=True)
class Revised:
    """A version that is in force no longer."""

    regulation: Reference
    name: str
    version: Any
    position: int
    since: PartialDate
    changed: PartialDate
    """When the regulation was last revised or repealed; `since` where that was the last time."""
    successor: Any = None
    """The version that took its place; None where the regulation was repealed."""
    current: Any = None
    """The newest version that has come into force; None where that is in force no longer."""

    @property
    def words(self) -> str:
        """What became of it: 已于2024年1月1日被2023年版取代."""
        since = self.since.chinese()
        if self.successor is None:
            return f"已于{since}废止"
        return f"已于{since}被{label(self.successor.id)}取代"


@dataclass(frozen=True, slots=True)
class Outdated:
    """A record or page with its citations of one version that was revised."""

    source: Reference
    revised: Revised
    links: tuple[CitationLink, ...]
    reviewed: PartialDate | None = None
    """The day on which the record was reviewed after the last revision, None where it was not."""


def outdated(library: Library) -> tuple[Outdated, ...]:
    """Who cites a version that was revised before today, in the order of the sources.

    A regulation is no lesson that is taught: what one cites stays as it was enacted.
    """
    known: dict[tuple[Reference, str], Revised | None] = {}
    found: dict[tuple[Reference, Reference, str], tuple[Revised, list[CitationLink]]] = {}
    for link in counted(library):
        if link.regulation is None or not link.version or link.source.kind == "regulation":
            continue
        way = link.regulation, link.version
        if way not in known:
            known[way] = revised(library, *way)
        one = known[way]
        if one is not None:
            found.setdefault((link.source, *way), (one, []))[1].append(link)
    return tuple(
        Outdated(source, one, tuple(links), _reviewed(library, source, one))
        for (source, _, _), (one, links) in found.items()
    )


def revised(library: Library, regulation: Reference, identifier: str) -> Revised | None:
    """What became of a version by today, None where it is in force or is to come."""
    versions = library.registry.versions[regulation]
    position = position_of(versions, identifier)
    version = versions[position]
    state = status(versions, position, library.today)
    if state not in (REVISED, REPEALED):
        return None
    later = [
        (n, one)
        for n, one in enumerate(versions)
        if n > position and one.date and one.date.first() <= library.today
    ]
    name = library.records[regulation].heading
    if not later:
        end = version.expired
        return Revised(regulation, name, version, position, end, end)
    successor, (last, newest) = later[0][1], later[-1]
    gone = status(versions, last, library.today) in (REVISED, REPEALED)
    return Revised(
        regulation,
        name,
        version,
        position,
        successor.date,
        newest.expired if gone else newest.date,
        successor,
        None if gone else newest,
    )


def _reviewed(library: Library, source: Reference, one: Revised) -> PartialDate | None:
    record = library.records.get(source)
    looked = record.review.date if record is not None and record.review else None
    return looked if looked is not None and looked.first() >= one.changed.first() else None
