"""The pages that answer a query, as they are shown; web/search-run.js finds the same.

Strict are the pages that hold all that was typed, word for word; loose are those that hold pieces
of it. What the index cannot tell, whether signs follow one another, is looked up in the texts,
for the pages that are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .parts import ABOUT, GROUP, KIND, PATH, TITLE, Row
from .query import Part, Query, parse
from .ranking import MOST_LOOSE, Ranked, allowed_pages, ranked_pages
from .reader import Index
from .snippet import ABSENT, PARTED, WHOLE, Extract, extracts, holds
from .suggest import suggestions

STRICT, LOOSE = "strict", "loose"
_MOST_CHECKED = 60
"""Pages that may turn out not to hold the text before the search stops looking."""
_PARTS_CHECKED = 4
_NEAREST = 10
"""Loose pages in which a text with one sign changed is looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One page of the answer."""

    tier: str
    path: str
    title: str
    kind: str
    group: str
    about: str
    sections: tuple[Extract, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The pages that answer a query, best first, and what is to be said about them."""

    state: str
    """ok, blank, unsearchable, nothing."""
    hits: tuple[Hit, ...] = ()
    strict_count: int = 0
    exact: bool = True
    loose_count: int = 0
    synonyms: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()
    broken: int = 0
    """How many files of the index could not be read."""


def search(
    index: Index,
    text: str,
    limit: int = 10,
    facets: Mapping[str, Iterable[str]] | None = None,
    within: Iterable[str] = (),
) -> Answer:
    """Answer a query; `facets` are chosen values by label, `within` texts to be found besides."""
    query = parse(index, text, within)
    if not query.parts and not query.scopes and not facets:
        return Answer("unsearchable" if text.strip() else "blank")
    allowed = allowed_pages(index, query, facets or {})
    ranked = ranked_pages(index, query, allowed)
    return _Collector(index, query, ranked, limit).answer()


class _Collector:
    """Looks into the texts of the pages, in their order, until enough are found."""

    def __init__(self, index: Index, query: Query, ranked: Ranked, limit: int) -> None:
        self.index = index
        self.query = query
        self.ranked = ranked
        self.limit = limit

    def answer(self) -> Answer:
        """Pages that hold the text as it was typed; where there are none, with a comma inside."""
        hits: list[Hit] = []
        parted: dict[int, Hit] = {}
        refused: list[int] = []
        strict = self.ranked.strict
        checked = 0
        while checked < len(strict) and len(hits) < self.limit:
            if checked - len(hits) >= _MOST_CHECKED + self.limit:
                break
            page = strict[checked]
            checked += 1
            how, hit = self._strict_hit(page)
            if hit is None:
                refused.append(page)
            elif how == WHOLE:
                hits.append(hit)
            else:
                parted[page] = hit
        if hits:
            refused += parted
        else:
            hits = list(parted.values())[: self.limit]
        count, exact = self._count(len(strict), checked, len(refused))
        missed = not hits
        loose = self._loose([*refused, *strict[checked:]] if len(hits) < self.limit else refused)
        for page in loose:
            if len(hits) >= self.limit:
                break
            hit = self._hit(self.ranked.best.get(page, page), LOOSE, ())
            if hit is not None:
                hits.append(hit)
        guesses: tuple[str, ...] = ()
        if missed and self.query.parts:
            rows = (self.index.row(self.ranked.best[page]) for page in loose[:_NEAREST])
            guesses = suggestions(self.index, self.query, [row for row in rows if row])
        return Answer(
            "ok" if hits else "nothing",
            tuple(hits),
            count,
            exact,
            len(loose),
            self.query.synonyms,
            guesses,
            len(self.index.broken),
        )

    def _count(self, strict: int, checked: int, refused: int) -> tuple[int, bool]:
        """How many pages hold the text, and whether that is certain.

        Single signs stand in the index as they are; for others the share of those that were
        looked into stands for all.
        """
        if checked == strict:
            return strict - refused, True
        if all(len(way.text) == 1 for part in self.query.parts for way in part.ways):
            return strict, True
        return int(strict * (checked - refused) / checked + 0.5), False

    def _loose(self, others: Iterable[int]) -> list[int]:
        if any(part.title_only for part in self.query.parts):
            return []  # a title holds a text or does not
        scores = self.ranked.scores
        pages = [*self.ranked.loose, *others]
        return sorted(pages, key=lambda page: (-scores.get(page, 0.0), page))[:MOST_LOOSE]

    def _strict_hit(self, page: int) -> tuple[int, Hit | None]:
        how = WHOLE
        reasons: list[str] = []
        slot = self.ranked.best.get(page, page)
        for number, part in enumerate(self.query.parts):
            held, at, reason = self._holder(page, number, part)
            if held == ABSENT:
                return ABSENT, None
            how = min(how, held)
            if reason:
                reasons.append(reason)
            if number == 0:
                slot = at
        return how, self._hit(slot, STRICT, reasons)

    def _holder(self, page: int, number: int, part: Part) -> tuple[int, int, str]:
        """How a page holds a part of the query, in which of its parts, and in which way."""
        best = (ABSENT, page, "")
        for slot in self.ranked.full[number].get(page, ())[:_PARTS_CHECKED]:
            row: Row | None = self.index.row(slot)
            if row is None:
                continue
            for way in part.ways:
                held = holds(row, way, title_only=part.title_only)
                if held == WHOLE:
                    return WHOLE, slot, way.reason
                if held == PARTED and best[0] == ABSENT:
                    best = (PARTED, slot, way.reason)
        if best[0] == ABSENT and page in part.pages:
            return WHOLE, page, "标题的拼音"
        return best

    def _hit(self, slot: int, tier: str, reasons: Iterable[str]) -> Hit | None:
        row = self.index.row(slot)
        if row is None:
            return None
        sections, found = extracts(row, self.query.parts, strict=tier == STRICT)
        return Hit(
            tier,
            *(row[PATH], row[TITLE], row[KIND], row[GROUP], row[ABOUT]),
            sections,
            tuple(dict.fromkeys((*found, *reasons))),
        )
