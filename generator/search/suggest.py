"""What a reader may have meant where nothing holds what was typed: one sign that is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from .fold import is_east_asian, squeezed
from .parts import Row
from .query import Query
from .reader import Index
from .snippet import texts_of

MOST = 3
_LONGEST = 12
_KNOWN = 5
"""How often a value of a facet counts, beside a find in a text."""


def suggestions(index: Index, query: Query, nearest: Iterable[Row]) -> tuple[str, ...]:
    """Texts that differ from what was typed by one sign.

    They are values of facets, or stand in the pages that come nearest to what was typed.
    """
    found: Counter[str] = Counter()
    texts = [squeezed(text) for row in nearest for text in texts_of(row)]
    for part in query.parts:
        text = part.ways[0].text
        if 2 <= len(text) <= _LONGEST and is_east_asian(text):
            for word in _vocabulary(index):
                if _differs_by_one(word, text):
                    found[word] += _KNOWN
            if len(text) > 2:
                found.update(_nearby(texts, text))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(word for word, _ in ordered[:MOST])


def _vocabulary(index: Index) -> set[str]:
    words = {one for group in index.synonyms for one in group}
    for _, values, _ in index.columns("facets"):
        words.update(values)
    return {squeezed(word) for word in words}


def _differs_by_one(word: str, text: str) -> bool:
    return len(word) == len(text) and sum(a != b for a, b in zip(word, text, strict=True)) == 1


def _nearby(texts: Iterable[str], text: str) -> Iterator[str]:
    """The text with one sign changed, each time it is found."""
    known = list(texts)
    for at in range(len(text)):
        after = text[at + 1 :]
        pattern = re.compile(f"{text[:at]}.(?={after})")
        for one in known:
            for start in pattern.findall(one):
                word = start + after
                if word != text and is_east_asian(word):
                    yield word
