"""Pairs of texts from two sequences that are one text in two wordings, found by likeness alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from math import log

FLOOR = 0.35
"""Below this two texts have little more in common than the language of their field."""
BETWEEN_FLOOR = 0.2
"""Enough for the only texts without a partner between two neighbours that have theirs."""
SHARED_FLOOR = 0.5
"""From here on a text without a free partner is a part of one that has a partner already."""
REST_FLOOR = 0.3
"""The same, counting only what that partner leaves over."""
_PART = 0.15
_NEAR = 3
_CANDIDATES = 12
_FOLLOWED = 4000
_NOT_TEXT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """One pair by position in either sequence; `shared` where one side has a nearer partner."""

    older: int
    newer: int
    score: float
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts as the neighbouring characters in them, each weighed by how rare it is.

    A pair of characters counts for less the more texts it stands in: formulas that half of the
    articles end with say nothing about which of them belong together.
    """

    older: tuple[frozenset[str], ...]
    newer: tuple[frozenset[str], ...]
    weights: Mapping[str, float]
    twins: Mapping[int, int]
    """Texts that both sides have once each, by position in the older and in the newer."""

    @classmethod
    def of(cls, older: Sequence[str], newer: Sequence[str]) -> Likeness:
        """Weigh the texts of two sequences."""
        texts = [folded(text) for text in (*older, *newer)]
        signs = [_pairs(text) for text in texts]
        count = Counter(chain.from_iterable(signs))
        weights = {pair: log(1 + len(signs) / number) for pair, number in count.items()}
        one, other = _once(texts[: len(older)]), _once(texts[len(older) :])
        twins = {place: other[text] for text, place in one.items() if text in other}
        return cls(tuple(signs[: len(older)]), tuple(signs[len(older) :]), weights, twins)

    def weight(self, signs: Iterable[str]) -> float:
        """How much a set of pairs counts; summed in order of size, for a set has no order."""
        return sum(sorted(map(self.weights.__getitem__, signs)))

    def score(self, older: int, newer: int) -> float:
        """The Dice coefficient of two texts: 1 the same, 0 nothing in common."""
        one, other = self.older[older], self.newer[newer]
        whole = self.weight(one) + self.weight(other)
        return round(2 * self.weight(one & other) / whole, 4) if whole else 0.0

    def candidates(self) -> Iterator[Match]:
        """Yield the pairs that may belong together, found by the rarest of what they share."""
        yield from (Match(older, newer, 1.0) for older, newer in self.twins.items())
        holders: dict[str, list[int]] = defaultdict(list)
        for position, signs in enumerate(self.older):
            for pair in signs if position not in self.twins else ():
                holders[pair].append(position)
        paired = set(self.twins.values())
        for position, signs in enumerate(self.newer):
            if position in paired:
                continue
            shared: Counter[int] = Counter()
            followed = 0
            for pair in sorted(signs & holders.keys(), key=lambda one: (len(holders[one]), one)):
                followed += len(holders[pair])
                if followed > _FOLLOWED:
                    break
                for other in holders[pair]:
                    shared[other] += 1
            best = sorted(shared, key=lambda one: (-shared[one], abs(one - position), one))
            for other in best[:_CANDIDATES]:
                yield Match(other, position, self.score(other, position))

    def rest(self, free: frozenset[str], taken: frozenset[str], partner: frozenset[str]) -> float:
        """How far a text without partner is what another's partner leaves of it, from 0 to 1."""
        both = self.weight((free & taken) - partner)
        if both < _PART * self.weight(free):
            return 0.0
        return (both / self.weight(free) + both / self.weight(taken - partner)) / 2 if both else 0.0


def folded(text: str) -> str:
    """The text without white space and punctuation, with one width of letters."""
    return _NOT_TEXT.sub("", unicodedata.normalize("NFKC", text))


def _once(texts: Sequence[str]) -> dict[str, int]:
    count = Counter(texts)
    return {text: place for place, text in enumerate(texts) if count[text] == 1}


@lru_cache(maxsize=2048)
def _pairs(signs: str) -> frozenset[str]:
    return frozenset(signs[at : at + 2] for at in range(max(len(signs) - 1, min(len(signs), 1))))


def matched(older: Sequence[str], newer: Sequence[str]) -> tuple[Match, ...]:
    """Pair texts one to one by likeness, no number looked at, and name those that were divided.

    The pairs come in order of the newer text; a position is in one pair that is not shared at
    most, and in shared ones only where it has none or its partner was divided.
    """
    likeness = Likeness.of(older, newer)
    sizes = len(older), len(newer)
    known = sorted(likeness.candidates(), key=lambda one: _rank(one, *sizes))
    forth: dict[int, Match] = {}
    back: dict[int, Match] = {}
    likely = (one for one in known if one.score >= FLOOR)
    for several in (likely, _between(likeness, forth, back)):
        for one in several:
            if one.older not in forth and one.newer not in back:
                forth[one.older] = back[one.newer] = one
    divided = _divided(likeness, known, forth, back)
    return tuple(
        sorted((*forth.values(), *divided), key=lambda one: (one.newer, one.shared, one.older))
    )


def _rank(one: Match, older: int, newer: int) -> tuple[float, float, int, int]:
    """Like texts first; among equals those that stand at the same place in their sequence."""
    return -one.score, abs(one.older / older - one.newer / newer), one.newer, one.older


def _between(
    likeness: Likeness, forth: Mapping[int, Match], back: Mapping[int, Match]
) -> Iterator[Match]:
    """Yield pairs that little but their place between the same neighbours speaks for."""
    before = -1
    waiting: list[int] = []
    for older in range(len(likeness.older) + 1):
        if older < len(likeness.older) and older not in forth:
            waiting.append(older)
            continue
        after = forth[older].newer if older in forth else len(likeness.newer)
        free = [newer for newer in range(before + 1, after) if newer not in back]
        if waiting and len(waiting) * len(free) <= _CANDIDATES**2:
            several = [Match(one, two, likeness.score(one, two)) for one in waiting for two in free]
            several.sort(key=lambda one: (-one.score, one.newer, one.older))
            yield from (one for one in several if one.score >= BETWEEN_FLOOR)
        before, waiting = after, []


def _divided(
    likeness: Likeness,
    known: Iterable[Match],
    forth: Mapping[int, Match],
    back: Mapping[int, Match],
) -> Iterator[Match]:
    """Yield for each text without partner the nearest of those that have one, if near enough.

    The parts of a text that was divided, or that became one, stand close together.
    """
    found: dict[tuple[int, int], tuple[float, Match]] = {}
    for one in known:
        if (one.older in forth) == (one.newer in back):
            continue
        old, new = likeness.older[one.older], likeness.newer[one.newer]
        if one.older in forth:
            place, partner = (1, one.newer), forth[one.older].newer
            rest = likeness.rest(new, old, likeness.newer[partner])
        else:
            place, partner = (0, one.older), back[one.newer].older
            rest = likeness.rest(old, new, likeness.older[partner])
        if abs(place[1] - partner) > _NEAR:
            continue
        if one.score >= SHARED_FLOOR or rest >= REST_FLOOR:
            nearness = one.score + rest
            if place not in found or nearness > found[place][0]:
                found[place] = nearness, replace(one, shared=True)
    return (one for _, one in found.values())
