"""The outline of a version: books, chapters and sections with the articles in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_DEPTHS = ("book", "chapter", "section")


@dataclass(slots=True)
class Heading:
    """One part of a regulation, from its first article to its last."""

    depth: int
    text: str
    anchor: str
    first: str
    last: str


def outlined(articles: Sequence[Any]) -> tuple[list[Heading], list[tuple[Heading, ...]]]:
    """Return the outline, and for each article the headings that begin at it.

    A chapter that goes on in the next book begins there again.
    """
    outline: list[Heading] = []
    begins = []
    open_at: dict[int, Heading] = {}
    for article in articles:
        new = []
        for depth, name in enumerate(_DEPTHS):
            text = getattr(article, name)
            current = open_at.get(depth)
            if not text or (current is not None and current.text == text):
                if not text:
                    open_at.pop(depth, None)
                continue
            anchor = f"part-{len(outline) + 1}"
            heading = Heading(depth + 2, text, anchor, article.number, article.number)
            open_at = {one: held for one, held in open_at.items() if one < depth} | {depth: heading}
            outline.append(heading)
            new.append(heading)
        for heading in open_at.values():
            heading.last = article.number
        begins.append(tuple(new))
    return outline, begins
