"""Which version of which regulation a citation names, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .base.citation import Citation, citations, fold_name
from .base.dates import PartialDate
from .base.finding import Route
from .base.numerals import ArticleNumber
from .base.record import Record
from .base.reference import Reference


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A citation in a record, resolved as far as the library allows."""

    source: Reference
    route: Route
    citation: Citation
    regulation: Reference | None = None
    version: str = ""
    missing: tuple[ArticleNumber, ...] = ()
    reason: str = ""
    excerpt: bool = False


@dataclass(frozen=True)
class Registry:
    """Regulations by every name that a text may use for them."""

    names: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    versions: Mapping[Reference, tuple[Any, ...]] = field(default_factory=dict)
    numbers: Mapping[tuple[Reference, str], frozenset[ArticleNumber]] = field(default_factory=dict)
    summaries: frozenset[Reference] = frozenset()
    """Regulations whose articles are summaries; an official text of the same name goes first."""

    @classmethod
    def of(cls, records: Mapping[Reference, Record]) -> Registry:
        """Collect names and versions from the records of kind regulation."""
        names: dict[str, list[Reference]] = {}
        versions: dict[Reference, tuple[Any, ...]] = {}
        numbers: dict[tuple[Reference, str], frozenset[ArticleNumber]] = {}
        for key, record in records.items():
            if key.kind != "regulation":
                continue
            fields: Any = record
            for name in (fields.name, *fields.aliases):
                holders = names.setdefault(fold_name(name), [])
                if key not in holders:
                    holders.append(key)
            versions[key] = tuple(sorted(fields.versions, key=lambda v: (str(v.date or ""), v.id)))
            for version in fields.versions:
                numbers[(key, version.id)] = frozenset(a.parsed for a in version.articles)
        summaries = frozenset(key for key in versions if _is_summary(records[key]))
        found = {name: tuple(holders) for name, holders in names.items()}
        return cls(found, versions, numbers, summaries)

    def resolve(
        self, source: Reference, route: Route, citation: Citation, on: PartialDate | None
    ) -> CitationLink:
        """Find the regulation and the version: the one named, else the one in force on `on`."""
        holders = self.names.get(fold_name(citation.name), ())
        if not holders:
            return CitationLink(source, route, citation, reason="本库没有这部法规")
        if len([one for one in holders if one not in self.summaries]) > 1:
            return CitationLink(source, route, citation, reason="这个名称有多部法规使用")
        # An official text comes first; a summary still serves the versions it alone has.
        for regulation in sorted(holders, key=lambda one: one in self.summaries):
            version, reason = self._version(regulation, citation.year, on)
            if version is not None:
                break
        if version is None:
            return CitationLink(source, route, citation, regulation, reason=reason)
        known = self.numbers[(regulation, version.id)]
        missing = tuple(number for number in citation.articles if number not in known)
        return CitationLink(
            source,
            route,
            citation,
            regulation,
            version.id,
            missing,
            reason,
            version.excerpt == "是",
        )

    def _version(
        self, regulation: Reference, year: int | None, on: PartialDate | None
    ) -> tuple[Any, str]:
        known = self.versions[regulation]
        if year is not None:
            named = [v for v in known if v.id.startswith(str(year))]
            if named:
                return named[-1], f"文中写明 {year} 年版本"
            return None, f"本库没有 {year} 年版本"
        if not known:
            return None, "没有版本"
        if on is not None:
            day = on.last()
            current = [
                v
                for v in known
                if v.date and v.date.first() <= day and not (v.expired and v.expired.first() <= day)
            ]
            if current:
                return current[-1], f"{on.chinese()}时施行的版本"
            return known[-1], f"没有收录{on.chinese()}时施行的版本，取最新版本"
        return known[-1], "未写明版本，取最新版本"


def _is_summary(record: Any) -> bool:
    return bool(record.summarised == "是")


def cited(
    records: Mapping[Reference, Record], registry: Registry
) -> dict[Reference, tuple[CitationLink, ...]]:
    """Resolve every citation in the 依据 field of every record."""
    found: dict[Reference, tuple[CitationLink, ...]] = {}
    for key, record in records.items():
        lines = getattr(record, "citations", ())
        found[key] = tuple(
            registry.resolve(key, ("citations", number), citation, record.date)
            for number, line in enumerate(lines)
            for citation in citations(line)
        )
    return found
