"""Citations on a page: the words as written become links, the clauses stand at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..addresses import record_page, version_page
from ..base.citation import Clause
from ..base.dates import PartialDate
from ..base.declaration import replaced, value_at
from ..base.finding import Route
from ..base.markdown import plain
from ..base.marked import Anchor, marked
from ..base.numerals import ArticleNumber
from ..base.page import html_address, relative
from ..base.record import Record
from ..base.reference import Reference
from ..citation_sources import page_key
from ..citations import CitationLink, label
from ..counterparts import Counterparts, between
from ..editions import Edition
from ..library import key_of
from ..versions import in_force, position_of

MOST = 12
"""How many articles of one range are shown at the end of a page; the rest is a link away."""


class Beside(NamedTuple):
    """The same clause in another version that the reader should know of."""

    words: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Note:
    """One clause shown at the end of a page, where a citation opens it in place."""

    number: int
    title: str
    path: str
    articles: tuple[Any, ...]
    reasons: tuple[str, ...]
    beside: tuple[Beside, ...]
    summarised: bool


@dataclass(frozen=True, slots=True)
class Open:
    """A regulation that a page cites without a version that could be told, and why."""

    name: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands at the end of a page: the clauses, and what stayed open."""

    clauses: tuple[Note, ...] = ()
    open: tuple[Open, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses or self.open)


class Gathered(NamedTuple):
    """What several records cite together, each clause once, by version of a regulation."""

    notes: Notes
    groups: tuple[tuple[str, str, tuple[tuple[str, Note], ...]], ...]
    """Name and page of a version, and its clauses in words in the order of their numbers."""


@dataclass(frozen=True)
class Cited:
    """A record whose texts hold links to the clauses that they cite."""

    record: Any
    notes: Notes


class Clauses:
    """What the citations of one edition lead to; counterparts are worked out once for all pages."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.pairs: dict[tuple[Reference, int, int], Counterparts] = {}

    def cite(self, record: Record, path: str, within: Route = ()) -> Cited:
        """Make the links of the citations in a record, for a page at `path`.

        `within` is the part of the record that the page shows; the rest stays as it is.
        """
        links = [
            link
            for link in self.edition.library.citations.get(key_of(record), ())
            if link.route[: len(within)] == within
        ]
        if not links:
            return Cited(record, Notes())
        notes = _Notes(self)
        anchors = _anchors(links, notes, path, with_notes=record.kind != "regulation")
        values = {route: marked(value_at(record, route), some) for route, some in anchors.items()}
        made = notes.made(links) if record.kind != "regulation" else Notes()
        return Cited(replaced(record, values) if values else record, made)

    def cite_all(self, records: Iterable[Record], path: str) -> tuple[list[Any], Notes]:
        """The same for records that share a page, each clause once."""
        notes = _Notes(self)
        cited: list[CitationLink] = []
        made = []
        for record in records:
            links = self.edition.library.citations.get(key_of(record), ())
            anchors = _anchors(links, notes, path, with_notes=True) if links else {}
            values = {way: marked(value_at(record, way), some) for way, some in anchors.items()}
            made.append(replaced(record, values) if values else record)
            cited += links
        return made, notes.made(cited)

    def cite_page(self, path: str) -> tuple[tuple[Anchor, ...], Notes]:
        """The links in the text of a hand-written page, and the clauses they open."""
        links = self.edition.library.citations.get(page_key(path), ())
        notes = _Notes(self)
        anchors = _anchors(links, notes, path, with_notes=True).get((), [])
        return tuple(sorted(anchors)), notes.made(links)

    def gather(self, links: Iterable[CitationLink]) -> Gathered:
        """The clauses that several records cite, for a page that is of none of them."""
        notes = _Notes(self)
        found: dict[tuple[Reference, str], dict[ArticleNumber, tuple[str, int]]] = {}
        for link in links:
            if link.regulation is None or not link.version or link.own:
                continue
            for clause in link.citation.clauses:
                if clause.number not in link.missing:
                    words = f"{clause.number}至{clause.last}" if clause.last else f"{clause.number}"
                    group = found.setdefault((link.regulation, link.version), {})
                    group.setdefault(clause.number, (words, notes.of(link, clause)))
        made = notes.made(())
        numbered = {one.number: one for one in made.clauses}
        groups = []
        for (regulation, version), group in found.items():
            name = self.edition.library.records[regulation].heading
            clauses = tuple((words, numbered[at]) for _, (words, at) in sorted(group.items()))
            title = f"《{name}》（{label(version)}）"
            groups.append((title, version_page(regulation, version), clauses))
        return Gathered(made, tuple(groups))

    def beside(self, link: CitationLink, number: ArticleNumber) -> Iterator[Beside]:
        """The clause when the conduct happened, and as it stands today, where that is another."""
        regulation = link.regulation or link.source
        known = self.edition.library.registry.versions[regulation]
        current = in_force(known, PartialDate.of(self.edition.library.today))
        others = {link.conduct: "行为发生时"} if link.conduct else {}
        if len(current) == 1 and current[0].id != link.version:
            others[current[0].id] = "现行"
        for version, words in others.items():
            other = self._counterpart(regulation, known, link.version, version, number)
            name = label(version)
            if other is None:
                yield Beside(
                    f"{words}的{name}", "没有对应的条文", version_page(regulation, version)
                )
            else:
                path = version_page(regulation, version, other.parsed)
                yield Beside(f"{words}的{name}", str(other.parsed), path)

    def _counterpart(
        self,
        regulation: Reference,
        known: tuple[Any, ...],
        version: str,
        other: str,
        number: ArticleNumber,
    ) -> Any:
        here, there = position_of(known, version), position_of(known, other)
        one, two = sorted((here, there))
        key = (regulation, one, two)
        if key not in self.pairs:
            self.pairs[key] = between(known, one, two)
        table = self.pairs[key].forth if here < there else self.pairs[key].back
        whole = [one for one in table.get(number, ()) if not one.shared]
        return (whole[0].newer if here < there else whole[0].older) if whole else None


class _Notes:
    """The clauses of one page, each once however often it is cited."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.found: dict[tuple[Any, ...], tuple[CitationLink, Clause, int, dict[str, None]]] = {}

    def of(self, link: CitationLink, clause: Clause) -> int:
        """The number under which a clause stands."""
        key = (link.regulation, link.version, clause.number, clause.last)
        _, _, number, reasons = self.found.setdefault(key, (link, clause, len(self.found) + 1, {}))
        reasons[link.reason] = None
        return number

    def made(self, links: Iterable[CitationLink]) -> Notes:
        """The notes in the order in which the page cites them."""
        clauses = tuple(
            self._note(number, link, clause, tuple(reasons))
            for link, clause, number, reasons in self.found.values()
        )
        left = [one for one in links if one.regulation and not one.version and not one.own]
        return Notes(clauses, tuple(dict.fromkeys(self._open(one) for one in left)))

    def _open(self, link: CitationLink) -> Open:
        regulation = link.regulation or link.source
        name = self.clauses.edition.library.records[regulation].heading
        return Open(f"《{name}》", record_page(regulation), link.reason)

    def _note(
        self, number: int, link: CitationLink, clause: Clause, reasons: tuple[str, ...]
    ) -> Note:
        library = self.clauses.edition.library
        regulation = link.regulation or link.source
        record: Any = library.records[regulation]
        known = library.registry.articles[(regulation, link.version)]
        last = clause.last or clause.number
        numbers = [one for one in known if clause.number <= one <= last] if clause.last else ()
        articles = [known[one] for one in sorted(numbers)[:MOST]] or [known[clause.number]]
        words = f"{clause.number}至{clause.last}" if clause.last else f"{clause.number}"
        return Note(
            number,
            f"《{record.heading}》（{label(link.version)}）{words}",
            version_page(regulation, link.version, clause.number),
            tuple(articles),
            reasons,
            tuple(self.clauses.beside(link, clause.number)) if not clause.last else (),
            record.summarised == "是",
        )


def _anchors(
    links: Iterable[CitationLink], notes: _Notes, path: str, *, with_notes: bool
) -> dict[Route, list[Anchor]]:
    found: dict[Route, list[Anchor]] = {}
    for link in links:
        if link.regulation is not None:
            some = list(_of(link, notes, path, with_notes=with_notes))
            if some:
                found.setdefault(link.route, []).extend(some)
    return found


def _of(link: CitationLink, notes: _Notes, path: str, *, with_notes: bool) -> Iterator[Anchor]:
    regulation = link.regulation or link.source
    citation = link.citation
    reason = plain(link.reason)
    if not link.version:
        href = _href(path, record_page(regulation))
        tag = f'<a class="aj-cite aj-cite--open" href="{href}" title="{reason}">'
        yield Anchor(citation.start, citation.end, tag)
        yield from (Anchor(one.start, one.end, tag) for one in citation.clauses)
        return
    if not link.own:
        href = _href(path, version_page(regulation, link.version))
        yield Anchor(
            citation.start, citation.end, f'<a class="aj-cite" href="{href}" title="{reason}">'
        )
    for clause in citation.clauses:
        if clause.number in link.missing:
            continue
        if link.own:
            tag = f'<a class="aj-cite" href="#{clause.number.anchor}">'
            yield Anchor(clause.start, clause.end, tag)
            continue
        number = notes.of(link, clause) if with_notes else 0
        data = f' data-clause="clause-{number}" data-note="{number}"' if number else ""
        href = _href(path, version_page(regulation, link.version, clause.number))
        tag = f'<a class="aj-cite" href="{href}"{data} title="{reason}">'
        yield Anchor(clause.start, clause.end, tag)


def _href(path: str, target: str) -> str:
    return plain(relative(path, html_address(target)))
