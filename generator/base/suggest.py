"""The word that an author most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE = 0.5
MANY = 300
"""So many words are compared; among more, only those that begin alike."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that is most alike, None where none is near."""
    candidates = list(words)
    if len(candidates) > MANY:
        candidates = [one for one in candidates if one[:3] == word[:3]][:MANY]
    matcher = SequenceMatcher(None, b=word)
    best, likeness = None, 0.0
    for candidate in candidates:
        matcher.set_seq1(candidate)
        score = _kinship(word, candidate)
        if score + matcher.real_quick_ratio() > likeness:
            score += matcher.ratio()
            if score > likeness:
                best, likeness = candidate, score
    return best if likeness >= CLOSE else None


def _kinship(word: str, candidate: str) -> float:
    """What likeness of letters alone does not see: the same beginning, one inside the other."""
    inside = len(word) > 1 and (word in candidate or (len(candidate) > 1 and candidate in word))
    return 0.1 * (word[:1] == candidate[:1]) + 0.5 * inside
