"""Who comes first: pages by how much of a query they hold; web/search-rank.js does the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .fold import squeezed
from .query import Part, Query
from .reader import Index

_LOOSE_SHARE = 0.2
"""A page that scores less than this share of the best is no answer."""
MOST_LOOSE = 200


@dataclass
class Ranked:
    """Pages by their first slots."""

    strict: list[int]
    loose: list[int]
    scores: dict[int, float]
    best: dict[int, int]
    """The part of each page that answers best."""
    full: list[dict[int, list[int]]] = field(default_factory=list)
    """For every part of the query: the parts of each page that hold all its terms."""


def allowed_pages(
    index: Index, query: Query, facets: Mapping[str, Iterable[str]]
) -> set[int] | None:
    """The pages that have the values asked for; None where none were."""
    allowed: set[int] | None = None
    for label, typed in query.scopes:
        wanted = squeezed(typed)
        packed = [one for value, one in index.values(label).items() if wanted in squeezed(value)]
        allowed = _both(allowed, index, packed)
    for label, chosen in facets.items():
        values = index.values(label)
        picked = list(chosen)
        if picked:
            allowed = _both(allowed, index, [values[one] for one in picked if one in values])
    return allowed


def _both(allowed: set[int] | None, index: Index, packed: Iterable[str]) -> set[int]:
    found = set[int]().union(*(index.pages(one) for one in packed))
    return found if allowed is None else allowed & found


def ranked_pages(index: Index, query: Query, allowed: set[int] | None) -> Ranked:
    """Put the pages in their order, out of those that are allowed."""
    if not query.parts:
        return Ranked(_newest_first(index, allowed or set()), [], {}, {})
    total = [0.0] * index.slots
    full = []
    titled: set[int] | None = None
    for part in query.parts:
        scores, pages = _scored(index, part)
        full.append(pages)
        for slot, score in enumerate(scores):
            if score:
                total[slot] += score
        in_title = _titled(index, part)
        titled = in_title if titled is None else titled & in_title
    scores_by_page: dict[int, float] = {}
    best: dict[int, int] = {}
    page_of = index.page
    for slot, score in enumerate(total):
        if score:
            page = page_of[slot]
            if score > scores_by_page.get(page, 0.0) and (allowed is None or page in allowed):
                scores_by_page[page] = score
                best[page] = slot
    strict_pages = set(full[0]).intersection(*full[1:])
    if allowed is not None:
        strict_pages &= allowed
    in_titles = titled or set()
    strict = sorted(
        strict_pages,
        key=lambda page: (page not in in_titles, -scores_by_page.get(page, 0.0), page),
    )
    least = max(scores_by_page.values(), default=0.0) * _LOOSE_SHARE
    loose = sorted(
        (
            page
            for page, score in scores_by_page.items()
            if score >= least and page not in strict_pages
        ),
        key=lambda page: (-scores_by_page[page], page),
    )
    return Ranked(strict, loose[:MOST_LOOSE], scores_by_page, best, full)


def _scored(index: Index, part: Part) -> tuple[list[float], dict[int, list[int]]]:
    """The score of every part of a page, and by page the parts that hold all terms of one way."""
    best = [0.0] * index.slots
    full: dict[int, set[int]] = {}
    for way in part.ways:
        scores = [0.0] * index.slots
        for term, times in way.scored:
            found = index.postings(term)
            for slot, score in zip(found.slots, found.scores, strict=True):
                scores[slot] += times * score
        if len(part.ways) == 1 and way.weight == 1.0:
            best = scores
        else:
            best = [max(one, other * way.weight) for one, other in zip(best, scores, strict=True)]
        for slot in _holding(index, way.required):
            full.setdefault(index.page[slot], set()).add(slot)
    for page in part.pages:
        full.setdefault(page, set()).add(page)
        best[page] = max(best[page], 1.0)
    ordered = {
        page: sorted(slots, key=lambda slot: (-best[slot], slot)) for page, slots in full.items()
    }
    return best, ordered


def _holding(index: Index, terms: Iterable[str]) -> set[int]:
    lists = sorted((index.postings(term).slots for term in terms), key=len)
    if not lists or not lists[0]:
        return set()
    return set(lists[0]).intersection(*lists[1:])


def _titled(index: Index, part: Part) -> set[int]:
    found = set(part.pages)
    for way in part.ways:
        if way.titled:
            found |= {index.page[slot] for slot in _holding(index, way.titled)}
    return found


def _newest_first(index: Index, pages: set[int]) -> list[int]:
    found: dict[int, None] = {}
    for packed in index.values("年份").values():  # newest first
        found.update(dict.fromkeys(sorted(index.pages(packed) & pages)))
    found.update(dict.fromkeys(sorted(pages)))
    return list(found)
