"""The places of a page that answer a query: sections, the words around a match, and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .fold import parted, squeezed, squeezed_with_places, unfolded
from .parts import SECTIONS, TITLE, Row
from .query import Part, Way

MOST_SECTIONS = 3
BEFORE, LENGTH = 20, 90
"""Signs before the first match, and in all, of what is shown of a text."""

Marked = list[tuple[str, bool]]
"""A text in pieces, each with whether it matches."""


class Extract(NamedTuple):
    """A section of a page with the words around what was found in it."""

    anchor: str
    heading: Marked
    snippet: Marked


WHOLE, PARTED, ABSENT = 2, 1, 0
"""How a text is held: as it was typed, with a comma or stop in between, or not at all."""


def holds(row: Row, way: Way, *, title_only: bool = False) -> int:
    """How one text of a part of a page holds what was typed."""
    best = ABSENT
    for text in texts_of(row, title_only=title_only):
        if way.text in squeezed(text):
            if way.spelt in parted(text):
                return WHOLE
            best = PARTED
    return best


def texts_of(row: Row, *, title_only: bool = False) -> Iterator[str]:
    """The title, and every heading and text of a part of a page."""
    yield row[TITLE]
    if not title_only:
        for _, heading, body in row[SECTIONS]:
            yield heading
            yield from body.split("\n")


def find(text: str, needles: Iterable[str]) -> list[tuple[int, int]]:
    """Where squeezed texts stand in a text: ranges that do not overlap, in their order.

    A pair that a sign of punctuation parts is no find: it matters as little as it looks.
    """
    signs, places = squeezed_with_places(text)
    found = []
    for needle in needles:
        at = signs.find(needle) if needle else -1
        while at >= 0:
            start, end = places[at], places[at + len(needle) - 1] + 1
            if len(needle) != 2 or end - start <= 2:
                found.append((start, end))
            at = signs.find(needle, at + 1)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(text: str, needles: Iterable[str]) -> Marked:
    """A text in pieces, those that match marked."""
    pieces: Marked = []
    end = 0
    for start, stop in find(text, needles):
        if start > end:
            pieces.append((text[end:start], False))
        pieces.append((text[start:stop], True))
        end = stop
    if end < len(text):
        pieces.append((text[end:], False))
    return pieces


def needles_of(parts: Iterable[Part], *, strict: bool) -> list[str]:
    """What is marked: the texts as a whole, or their pairs where no text holds them whole."""
    found: dict[str, None] = {}
    for part in parts:
        for way in part.ways:
            if strict or len(way.text) == 1:
                found[way.text] = None
            else:
                found.update(dict.fromkeys(term for term, _ in way.scored if len(term) > 1))
    return list(found)


def extracts(
    row: Row, parts: Sequence[Part], *, strict: bool
) -> tuple[tuple[Extract, ...], list[str]]:
    """The sections of a part of a page that match, best first, and why they do."""
    needles = needles_of(parts, strict=strict)
    ranked = []
    for position, (anchor, heading, body) in enumerate(row[SECTIONS]):
        signs = squeezed(heading)
        heads = sum(needle in signs for needle in needles)
        blocks = body.split("\n")
        counts = [_matches(block, needles) for block in blocks]
        most = max(counts)
        if most or heads:
            score = most + heads
            ranked.append((-score, position, anchor, heading, blocks[counts.index(most)]))
    reasons = []
    if any(needle in squeezed(row[TITLE]) for needle in needles):
        reasons.append("标题")
    if strict and _other_script(row, parts):
        reasons.append("繁体")
    ranked.sort()
    if not ranked and row[SECTIONS]:
        anchor, heading, body = row[SECTIONS][0]
        ranked = [(0, 0, anchor, heading, body.split("\n")[0])]
    return tuple(
        Extract(anchor, marked(heading, needles), snippet(block, needles))
        for _, _, anchor, heading, block in ranked[:MOST_SECTIONS]
    ), reasons


def _matches(block: str, needles: Sequence[str]) -> int:
    signs = squeezed(block)
    return sum(needle in signs for needle in needles)


def snippet(block: str, needles: Sequence[str]) -> Marked:
    """The words around the first match of a text."""
    found = find(block, needles) if len(block) > LENGTH else []
    start = max(0, found[0][0] - BEFORE) if found else 0
    pieces: Marked = [("…", False)] if start else []
    pieces += marked(block[start : start + LENGTH], needles)
    if start + LENGTH < len(block):
        pieces.append(("…", False))
    return pieces


def _other_script(row: Row, parts: Iterable[Part]) -> bool:
    """Whether a text matches only because traditional signs count as simplified ones."""
    texts = list(texts_of(row))
    for part in parts:
        typed = unfolded(part.typed)
        base = squeezed(part.typed)
        holding = [text for text in texts if base in squeezed(text)]
        if holding and not any(typed in unfolded(text) for text in holding):
            return True
    return False
