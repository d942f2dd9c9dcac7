"""Pages to parts, and parts to numbers: what the index counts, and where each stands in it.

A long page is cut into parts, so that a result leads to the right place of it and little text is
loaded to show that. Every part has a slot; the slots of a page follow one another. Where they
begin is worked out from the page's address, so that a new page moves hardly any other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .cutting import cut
from .document import Document, Section
from .tokens import terms_of

Row = list[Any]
"""A part as its file holds it: address, title, kind, group, about, number in the page, sections."""
PATH, TITLE, KIND, GROUP, ABOUT, NUMBER, SECTIONS = range(7)
LEAST, MOST = 1_500, 3_500
"""Signs of text in one part of a page that is cut."""


class _Block(NamedTuple):
    section: Section
    text: str | None
    """None for the heading of the section."""


def rows_of(document: Document) -> list[Row]:
    """The parts of a page, in their order."""
    blocks: list[_Block] = []
    for section in document.sections:
        blocks.append(_Block(section, None))
        blocks += [_Block(section, text) for text in section.blocks]
    sizes = [len(one.section.heading if one.text is None else one.text) for one in blocks]
    pieces = [range(len(blocks))]
    if sum(sizes) > MOST:
        names = [one.section.anchor if one.text is None else one.text for one in blocks]
        pieces = cut(names, sizes, LEAST, MOST)
    head = [document.path, document.title, document.kind, document.group, document.about]
    return [
        [*head, number, _sections([blocks[at] for at in piece])]
        for number, piece in enumerate(pieces)
    ]


def _sections(blocks: Iterable[_Block]) -> list[list[str]]:
    """Anchor, heading and texts of each section; a section that goes on keeps its heading."""
    found: list[tuple[Section, list[str]]] = []
    for block in blocks:
        if not found or found[-1][0] is not block.section:
            found.append((block.section, []))
        if block.text is not None:
            found[-1][1].append(block.text)
    return [[one.anchor, one.heading, "\n".join(texts)] for one, texts in found]


def row_terms(row: Row) -> tuple[Mapping[str, int], int]:
    """Count the terms of a part, and its length in signs."""
    texts = [
        text for _, heading, body in row[SECTIONS] for text in (heading, *body.split("\n")) if text
    ]
    return terms_of("" if row[NUMBER] else row[TITLE], texts)


def slots_for(parts: int) -> int:
    """How many slots there are for so many parts: an eighth more, in coarse steps."""
    wanted = parts * 9 // 8 + 8
    step = 1 << max(0, wanted.bit_length() - 4)
    return -(-wanted // step) * step


def placed(pages: Mapping[str, int]) -> tuple[int, dict[str, int]]:
    """Return the number of slots, and the first slot of every page.

    `pages` are the numbers of parts by address. Long pages choose first, so that a new short one
    never moves them.
    """
    count = slots_for(sum(pages.values()))
    while True:
        found = _placed(pages, count)
        if found is not None:
            return count, found
        count += count // 4 + 1


def _placed(pages: Mapping[str, int], count: int) -> dict[str, int] | None:
    taken = bytearray(count)
    found = {}
    for path in sorted(pages, key=lambda one: (-pages[one], one)):
        length = pages[path]
        wanted = int.from_bytes(
            hashlib.blake2s(path.encode("utf-8", "replace")).digest()[:8], "big"
        )
        free = bytes(length)
        start = taken.find(free, wanted % count)
        if start < 0:
            start = taken.find(free)
        if start < 0:
            return None
        taken[start : start + length] = b"\1" * length
        found[path] = start
    return found
