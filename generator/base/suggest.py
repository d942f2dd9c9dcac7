"""The word that an author most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that is most alike, None where none is near."""
    candidates = list(words)
    for candidate in candidates:
        if len(word) > 1 and (word in candidate or candidate in word):
            return candidate
    close = get_close_matches(word, candidates, n=1, cutoff=0.5)
    return close[0] if close else None
