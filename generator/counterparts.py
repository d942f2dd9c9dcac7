"""Which article of one version became which of another, and what changed on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from .base.likeness import Likeness, Match, matched
from .base.numerals import ArticleNumber
from .records.regulation import NO_COUNTERPART

SAME, MOVED, CHANGED, NEW, GONE = "same", "moved", "changed", "new", "gone"
_EVERY_PAIR = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of the older version and what became of it in the newer."""

    older: Any
    newer: Any
    score: float
    manual: bool = False
    """Fixed by an editor, in the record of the newer version."""
    shared: bool = False
    """Only a part of the one is in the other; the rest of it has another counterpart."""

    @property
    def unchanged(self) -> bool:
        """Whether the text is the same, but for white space and width of signs."""
        return self.older.text == self.newer.text or said(self.older.text) == said(self.newer.text)

    @property
    def percent(self) -> int:
        """The likeness for readers: 100 for what is unchanged, and for nothing else."""
        return 100 if self.unchanged else min(99, int(self.score * 100))


class Row(NamedTuple):
    """One line of a comparison: one article of each version, or of one alone."""

    kind: str
    older: Any
    newer: Any
    pair: Pair | None
    parts: tuple[Pair, ...] = ()
    """Articles of the other version that hold or held a part of this one."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Every article of two versions with its counterpart in the other."""

    older: Any
    newer: Any
    forth: Mapping[ArticleNumber, tuple[Pair, ...]]
    """By number in the older version; the whole counterpart first, then partial ones."""
    back: Mapping[ArticleNumber, tuple[Pair, ...]]
    """By number in the newer version."""

    def rows(self) -> tuple[Row, ...]:
        """The articles of the newer version in order; those that are gone where they stood."""
        gone: dict[ArticleNumber | None, list[Row]] = {}
        before: ArticleNumber | None = None
        for article in self.older.articles:
            pairs = self.forth.get(article.parsed, ())
            whole = next((pair for pair in pairs if not pair.shared), None)
            if whole is None:
                gone.setdefault(before, []).append(Row(GONE, article, None, None, pairs))
            else:
                before = whole.newer.parsed
        found = gone.get(None, [])
        for article in self.newer.articles:
            found.append(self._row(article))
            found += gone.get(article.parsed, [])
        return tuple(found)

    def _row(self, article: Any) -> Row:
        pairs = self.back.get(article.parsed, ())
        whole = next((pair for pair in pairs if not pair.shared), None)
        if whole is None:
            return Row(NEW, None, article, None, pairs)
        parts = (*pairs, *self.forth.get(whole.older.parsed, ()))
        kind = CHANGED
        if whole.unchanged:
            kind = SAME if whole.older.parsed == article.parsed else MOVED
        return Row(kind, whole.older, article, whole, tuple(one for one in parts if one.shared))


def counterparts(older: Any, newer: Any, *, by_hand: bool = True) -> Counterparts:
    """Pair the articles of two versions of a regulation by their texts.

    What the newer version says under 对应上一版 goes before; it is about the version right
    before it, so `by_hand` is for two that follow each other.
    """
    fixed = _fixed(older, newer) if by_hand else {}
    texts = [tuple(str(one.text) for one in version.articles) for version in (older, newer)]
    matches = _matches(*texts, tuple(sorted(fixed.items())))
    forth: dict[ArticleNumber, list[Pair]] = {}
    back: dict[ArticleNumber, list[Pair]] = {}
    for one in sorted(matches, key=lambda one: (one.shared, one.newer, one.older)):
        pair = Pair(
            older.articles[one.older],
            newer.articles[one.newer],
            one.score,
            fixed.get(one.newer, -1) == one.older,
            one.shared,
        )
        forth.setdefault(pair.older.parsed, []).append(pair)
        back.setdefault(pair.newer.parsed, []).append(pair)
    return Counterparts(
        older,
        newer,
        {number: tuple(pairs) for number, pairs in forth.items()},
        {number: tuple(pairs) for number, pairs in back.items()},
    )


def between(versions: Sequence[Any], one: int, other: int) -> Counterparts:
    """Pair the articles of two of a regulation's versions, by position, the older first.

    What an editor fixed is about neighbours, so it holds for those alone.
    """
    return counterparts(versions[one], versions[other], by_hand=other == one + 1)


def compared_versions(versions: Sequence[Any]) -> tuple[tuple[int, int], ...]:
    """Which versions are compared, by position: all where they are few, else neighbours.

    Where there are many, each is compared with the newest too.
    """
    last = len(versions) - 1
    every = len(versions) <= _EVERY_PAIR
    return tuple(
        (one, other)
        for one in range(len(versions))
        for other in range(one + 1, len(versions))
        if every or other in (one + 1, last)
    )


def said(text: str) -> str:
    """A text without white space and with one width of signs; paragraphs stay apart."""
    lines = unicodedata.normalize("NFKC", text).split("\n")
    return "\n".join(line for line in (re.sub(r"\s+", "", line) for line in lines) if line)


def _fixed(older: Any, newer: Any) -> dict[int, int]:
    """Positions in the newer version with those in the older that an editor gave; -1 for none."""
    if not newer.counterparts:
        return {}
    places = [
        {article.parsed: place for place, article in enumerate(version.articles)}
        for version in (older, newer)
    ]
    found = {}
    for key, value in newer.counterparts.items():
        place = places[1].get(ArticleNumber.parse(key))
        other = -1 if value == NO_COUNTERPART else places[0].get(ArticleNumber.parse(value))
        if place is not None and other is not None:
            found[place] = other
    return found


@lru_cache(maxsize=256)
def _matches(
    older: tuple[str, ...], newer: tuple[str, ...], fixed: tuple[tuple[int, int], ...]
) -> tuple[Match, ...]:
    """Match what nobody fixed; several pages ask for the same two versions."""
    if not fixed:
        return matched(older, newer)
    given = dict(fixed)
    taken = set(given.values())
    free_old = [place for place in range(len(older)) if place not in taken]
    free_new = [place for place in range(len(newer)) if place not in given]
    found = matched([older[one] for one in free_old], [newer[one] for one in free_new])
    rest = (Match(free_old[one.older], free_new[one.newer], one.score, one.shared) for one in found)
    return (*_by_hand(Likeness.of(older, newer), given), *rest)


def _by_hand(likeness: Likeness, given: Mapping[int, int]) -> Iterator[Match]:
    whole: set[int] = set()
    for newer, older in sorted(given.items()):
        if older >= 0:
            yield Match(older, newer, likeness.score(older, newer), shared=older in whole)
            whole.add(older)
