"""The terms of a part of a page: signs, pairs of signs, words, and pairs of the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import add

from .fold import squeezed, words

TITLE_MARK = "^"
"""Before a term that stands in a title."""


def pairs(text: str) -> list[str]:
    """The pairs of neighbours in a squeezed text; the text itself where it is one sign."""
    return list(map(add, text, text[1:])) or ([text] if text else [])


def terms_of(title: str, texts: Iterable[str]) -> tuple[Counter[str], int]:
    """Count the terms of a part of a page, and its length in signs.

    `title` is "" in every part but the first of a page.
    """
    found: Counter[str] = Counter()
    length = 0
    for text in (title, *texts):
        signs = squeezed(text)
        length += len(signs)
        found.update(signs)
        found.update(map(add, signs, signs[1:]))
        found.update(words(text))
    if title:
        signs = squeezed(title)
        for term in {*signs, *pairs(signs)}:
            found[TITLE_MARK + term] = 1
    return found, length
