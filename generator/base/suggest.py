"""The word that an author most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE = 0.5


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that is most alike, None where none is near."""
    best, likeness = None, 0.0
    for candidate in words:
        score = SequenceMatcher(None, word, candidate).ratio()
        if word[:1] == candidate[:1]:
            score += 0.1
        if len(word) > 1 and (word in candidate or (len(candidate) > 1 and candidate in word)):
            score += 0.5
        if score > likeness:
            best, likeness = candidate, score
    return best if likeness >= CLOSE else None
