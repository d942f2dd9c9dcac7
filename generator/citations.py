"""Which version of which regulation a citation names, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from .base.citation import Citation, NamedVersion, fold_name
from .base.dates import PartialDate
from .base.finding import Route
from .base.numerals import ArticleNumber
from .base.record import Record
from .base.reference import Reference
from .versions import in_force, ordered_versions


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
    cause: str = ""
    """Why no version was found: unknown, several, no-version, no-date, relative, unclear-date."""
    candidates: tuple[str, ...] = ()
    """The versions that it may be, where none was found."""
    conduct: str = ""
    """The version in force when the conduct happened, where that is another one."""

    @property
    def own(self) -> bool:
        """Whether a regulation speaks of itself: 本法第八条."""
        return not self.citation.name


class Governing(NamedTuple):
    """The date whose law a text is under, and how that is said."""

    on: PartialDate | None
    words: str
    conduct: PartialDate | None = None


@dataclass(frozen=True)
class Registry:
    """Regulations by every name that a text may use for them."""

    names: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    versions: Mapping[Reference, tuple[Any, ...]] = field(default_factory=dict)
    articles: Mapping[tuple[Reference, str], Mapping[ArticleNumber, Any]] = field(
        default_factory=dict
    )
    """The articles of every version by number; of two with one number the first."""
    summaries: frozenset[Reference] = frozenset()
    """Regulations whose articles are summaries; an official text of the same name goes first."""

    @classmethod
    def of(cls, records: Mapping[Reference, Record]) -> Registry:
        """Collect names and versions from the records of kind regulation."""
        names: dict[str, list[Reference]] = {}
        versions: dict[Reference, tuple[Any, ...]] = {}
        articles: dict[tuple[Reference, str], dict[ArticleNumber, Any]] = {}
        for key, record in records.items():
            if key.kind != "regulation":
                continue
            fields: Any = record
            for name in (fields.name, *fields.aliases):
                holders = names.setdefault(fold_name(name), [])
                if key not in holders:
                    holders.append(key)
            versions[key] = ordered_versions(fields.versions)
            for version in fields.versions:
                articles[(key, version.id)] = {a.parsed: a for a in reversed(version.articles)}
        summaries = frozenset(key for key in versions if _is_summary(records[key]))
        found = {name: tuple(holders) for name, holders in names.items()}
        return cls(found, versions, articles, summaries)

    def resolve(
        self, source: Reference, route: Route, citation: Citation, governing: Governing
    ) -> CitationLink:
        """Find the regulation and the version: the one named, else the one in force then."""
        link = CitationLink(source, route, citation)
        holders = self.names.get(fold_name(citation.name), ())
        if not holders:
            return replace(link, reason="本库没有这部法规", cause="unknown")
        if len([one for one in holders if one not in self.summaries]) > 1:
            return replace(link, reason="这个名称有多部法规使用", cause="several")
        # An official text comes first; a summary still serves the versions it alone has.
        found = [
            self._version(replace(link, regulation=one), governing)
            for one in sorted(holders, key=lambda one: one in self.summaries)
        ]
        return next((one for one in found if one.version), found[0])

    def at(self, link: CitationLink, version: str, reason: str) -> CitationLink:
        """The link led to a version, with the articles that this version does not have."""
        regulation = link.regulation or link.source
        known = self.articles[(regulation, version)]
        missing = tuple(number for number in link.citation.articles if number not in known)
        excerpt = any(
            one.id == version and one.excerpt == "是" for one in self.versions[regulation]
        )
        return replace(
            link,
            version=version,
            missing=missing,
            reason=reason,
            excerpt=excerpt,
            cause="",
            candidates=(),
        )

    def _version(self, link: CitationLink, governing: Governing) -> CitationLink:
        known = self.versions[link.regulation or link.source]
        if not known:
            return replace(link, reason="这部法规没有收录任何版本", cause="no-version")
        named = link.citation.version
        if named is not None:
            return self._named(link, known, named, governing)
        listed = "、".join(label(one.id) for one in known)
        every = replace(link, candidates=tuple(one.id for one in known))
        if link.citation.vague:
            reason = f"文中写的是「{link.citation.vague}」的版本，没有写明年份；本库有{listed}"
            return replace(every, reason=reason, cause="relative")
        if governing.on is None:
            reason = f"{governing.words}，也没有写明版本；本库有{listed}"
            return replace(every, reason=reason, cause="no-date")
        current = in_force(known, governing.on)
        if not current:
            reason = f"本库没有{governing.words}施行的版本；本库有{listed}"
            return replace(every, reason=reason, cause="no-version")
        if len(current) > 1:
            both = "、".join(label(one.id) for one in current)
            reason = f"{governing.words}换了版本，不能确定是{both}"
            candidates = tuple(one.id for one in current)
            return replace(link, reason=reason, cause="unclear-date", candidates=candidates)
        version = current[0]
        reason = f"{governing.words}施行的版本"
        if not version.effective:
            reason += "（没有施行日期，按公布或通过的日期）"
        return self._with_conduct(self.at(link, version.id, reason), known, governing)

    def _with_conduct(
        self, link: CitationLink, known: tuple[Any, ...], governing: Governing
    ) -> CitationLink:
        if governing.conduct is None:
            return link
        then = in_force(known, governing.conduct)
        if len(then) != 1 or then[0].id == link.version:
            return link
        other = then[0].id
        reason = f"{link.reason}；行为发生时施行的是{label(other)}，按从旧兼从轻对照"
        return replace(link, conduct=other, reason=reason)

    def _named(
        self,
        link: CitationLink,
        known: tuple[Any, ...],
        named: NamedVersion,
        governing: Governing,
    ) -> CitationLink:
        words = named.date.chinese() + ("起施行" if named.basis else "")
        found = _of_date(known, named)
        if len(found) > 1 and governing.on is not None:
            current = {one.id for one in in_force(known, governing.on)}
            found = [one for one in found if one.id in current] or found
        if len(found) == 1:
            return self.at(link, found[0].id, f"文中写明{words}的版本")
        listed = "、".join(label(one.id) for one in known)
        if found:
            reason = f"文中写明{words}，这一年有{'、'.join(label(one.id) for one in found)}"
            candidates = tuple(one.id for one in found)
            return replace(link, reason=reason, cause="unclear-date", candidates=candidates)
        reason = f"文中写明{words}的版本，本库没有收录；本库有{listed}"
        candidates = tuple(one.id for one in known)
        return replace(link, reason=reason, cause="no-version", candidates=candidates)


def label(version: str) -> str:
    """How a version is called: 2018年版."""
    return f"{version}年版" if len(version) == 4 and version.isdigit() else f"{version}版"


def _of_date(known: tuple[Any, ...], named: NamedVersion) -> list[Any]:
    """The versions that a date names: adopted, published or in force from then."""
    if named.basis:
        return [one for one in known if _same(named.date, one.effective)]
    given = [one for one in known if any(_same(named.date, day) for day in _made(one))]
    if not given and named.date.month == 0:
        given = [one for one in known if one.id.startswith(f"{named.date.year}")]
    if not given:
        given = [one for one in known if _same(named.date, one.effective)]
    if not given:  # a version of that year whose day of adoption nobody has filled in
        year = str(named.date.year)
        given = [one for one in known if not any(_made(one)) and one.id.startswith(year)]
    return given


def _made(version: Any) -> tuple[PartialDate | None, PartialDate | None]:
    return version.adopted, version.published


def _same(one: PartialDate, other: PartialDate | None) -> bool:
    """Whether two dates agree as far as both are precise."""
    if other is None or one.year != other.year:
        return False
    if not (one.month and other.month):
        return True
    return one.month == other.month and (not (one.day and other.day) or one.day == other.day)


def _is_summary(record: Any) -> bool:
    return bool(record.summarised == "是")
