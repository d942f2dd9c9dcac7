"""How much room words take, without a program that lays them out: never less than they will."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..office_layout import measures
from ..office_layout.measures import COMPACT, Scale
from ..office_layout.package import GAP
from ._blocks import (
    AnswerLines,
    Block,
    Bullets,
    Cell,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Style,
    Table,
    plain,
)

_NARROW, _BESIDE = 0.65, 0.4
"""A Latin letter or digit in the widest typeface that stands in, and the gaps beside a number."""
_TOKEN = re.compile(r"[（《“‘「『【〔]*(?:[!-~]+|.)[，。、；：！？）》”’」』】〕…—]*", re.DOTALL)
"""What stays on one line: a number, and a sign with the brackets and stops that hold on to it."""
_BORDER = 0.5


@lru_cache(maxsize=65_536)
def width(words: str) -> float:
    """The width of one line of words in widths of a Chinese sign."""
    wide = sum(1 for one in words if unicodedata.east_asian_width(one) in "WFA")
    narrow = len(words) - wide
    return wide + narrow * _NARROW + (_BESIDE if narrow else 0)


def line_count(words: str, room: float, indent: float = 0) -> int:
    """The lines that a paragraph takes; room and indent in widths of a sign."""
    lines, used = 1, indent
    for token in _TOKEN.findall(words):
        taken = width(token)
        if used + taken > room and used:
            lines, used = lines + 1, 0
        extra = int(taken // room) if taken > room else 0
        lines, used = lines + extra, used + taken - extra * room
    return lines


def paper_height(paper: Paper, scale: Scale = COMPACT) -> float:
    """The height of all that stands in a document, in points."""
    whole = measures.TEXT_WIDTH
    head = len(title_lines(paper.title, whole / scale.title)) * scale.title_line
    lines = 2
    return sum(
        (block_height(one, scale) for one in paper.blocks),
        (head + lines * scale.line + 2 * scale.blank + GAP) / 20,
    )


def block_height(block: Block, scale: Scale) -> float:
    """The height of one block in points."""
    room = measures.TEXT_WIDTH / scale.body
    if isinstance(block, Heading):
        return (line_count(block.text, room, 2) * scale.line + scale.blank) / 20
    if isinstance(block, Paragraph):
        indent = 0 if block.style is Style.FLUSH else 2
        return line_count(plain(block.text), room, indent) * scale.line / 20
    if isinstance(block, Bullets):
        return sum(
            line_count(plain(item), room - 2 * depth - 4) * scale.line / 20
            for depth, item in block.items
        )
    if isinstance(block, AnswerLines):
        return block.count * scale.line / 20
    if isinstance(block, PageBreak):
        return measures.TEXT_HEIGHT
    return _table_height(block, scale)


def _table_height(table: Table, scale: Scale) -> float:
    parts = table.widths or (1.0,) * len(table.rows[0])
    rooms = [
        (measures.TEXT_WIDTH * one / sum(parts) - 2 * measures.CELL_SIDE / 20 - _BORDER)
        / scale.table
        for one in parts
    ]
    height = GAP / 20
    for row in table.rows:
        lines = max(_cell_lines(cell, room) for cell, room in zip(row, rooms, strict=True))
        height += (lines * scale.table_line + 2 * measures.CELL_MARGIN) / 20 + _BORDER
    return height


def _cell_lines(cell: Cell, room: float) -> int:
    return max(sum(line_count(plain(one), room) for one in cell), 1)


_BREAKS = re.compile(r"(?<=[：，、])|(?=[（《“—])")


def title_lines(title: str, room: float) -> tuple[str, ...]:
    """A title in as many lines as it needs, of like length and broken where it pauses."""
    count = line_count(title, room)
    if count == 1:
        return (title,)
    places = [one.start() for one in _BREAKS.finditer(title) if 0 < one.start() < len(title)]
    middle = len(title) / count
    near = [one for one in places if middle / 2 <= one and width(title[:one]) <= room]
    nearest = min(near, key=lambda one: (title[one - 1] != "：", abs(one - middle)), default=0)
    place = nearest or round(middle)
    return (title[:place], *title_lines(title[place:], room))
