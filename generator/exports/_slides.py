"""Slides as values, cut so that everything on them fits; nothing shrinks on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ._measure import line_count
from ._one_page import shortened

BODY_WIDTH, BODY_HEIGHT = 864, 386
"""The room for text in points; the same as in the template."""
TABLE_SIZE = 18
POINT_SIZES = (28, 25, 22)
CELL_SIDE, CELL_TOP = 8, 5
QUESTION_SIZES = (32, 28, 24, 20)
_LINE, _BEFORE = 1.45, 8
"""The height of a line by the size of its signs; points before each paragraph."""
_SAFE = 0.95
_SENTENCE = re.compile(r"[^。！？；]*(?:[。！？；]+[”’」』）]*|$)")
_CONTINUED = "（续）"


@dataclass(frozen=True, slots=True)
class Points:
    """Paragraphs below each other."""

    lines: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Question:
    """Something to think about, in large type; the first line is asked, the others are choices."""

    lines: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; a cell may hold several lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars, one for each name."""

    names: tuple[str, ...]
    values: tuple[int, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; notes are for the lecturer alone."""

    title: str
    body: Points | Question | Grid | Bars
    notes: tuple[str, ...] = ()


def point_slides(title: str, lines: Iterable[str], notes: Sequence[str] = ()) -> Iterator[Slide]:
    """Yield as many slides of paragraphs as it takes; the notes stand on the first.

    The type is as large as lets all of it stand on one slide, if any does.
    """
    given = list(lines)
    room = BODY_HEIGHT * _SAFE
    fitting = (one for one in POINT_SIZES if sum(_height(line, one) for line in given) <= room)
    size = next(fitting, POINT_SIZES[-1])
    kept: list[list[str]] = [[]]
    used = 0.0
    for line in (piece for one in given for piece in _pieces(one, room)):
        height = _height(line, size)
        if kept[-1] and used + height > room:
            kept.append([])
            used = 0
        kept[-1].append(line)
        used += height
    made = [Slide(title, Points(tuple(one), size)) for one in kept if one]
    yield from _continued(made, notes)


def grid_slides(
    title: str,
    head: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    widths: tuple[float, ...],
    notes: Sequence[str] = (),
) -> Iterator[Slide]:
    """Yield as many slides of a table as it takes, the head on each."""
    room = BODY_HEIGHT * _SAFE - _row_height(head, widths)
    kept: list[list[tuple[str, ...]]] = [[]]
    used = 0.0
    for given in rows:
        row = given if _row_height(given, widths) <= room else _cut(given, widths, room)
        height = _row_height(row, widths)
        if kept[-1] and used + height > room:
            kept.append([])
            used = 0
        kept[-1].append(row)
        used += height
    made = [Slide(title, Grid(head, tuple(one), widths)) for one in kept if one]
    yield from _continued(made, notes)


def question_slide(title: str, lines: Sequence[str], notes: Sequence[str] = ()) -> Slide:
    """A question as large as it fits; what is too long even in the smallest type is cut."""
    for size in QUESTION_SIZES:
        if sum(_height(one, size) for one in lines) <= BODY_HEIGHT * _SAFE:
            return Slide(title, Question(tuple(lines), size), tuple(notes))
    size = QUESTION_SIZES[-1]
    most = 400 // max(len(lines), 1)
    return Slide(title, Question(tuple(shortened(one, most) for one in lines), size), tuple(notes))


def line_height(size: float) -> int:
    """The height of a line in points for signs of a size."""
    return round(size * _LINE)


def row_heights(grid: Grid) -> tuple[float, ...]:
    """The height of the head and of each row in points."""
    return tuple(_row_height(one, grid.widths) for one in (grid.head, *grid.rows))


def _continued(made: list[Slide], notes: Sequence[str]) -> Iterator[Slide]:
    for number, one in enumerate(made):
        if number:
            yield replace(one, title=one.title + _CONTINUED)
        else:
            yield replace(one, notes=tuple(notes))


def _height(line: str, size: float = POINT_SIZES[-1]) -> float:
    return line_count(line, BODY_WIDTH / size) * line_height(size) + _BEFORE


def _row_height(row: tuple[str, ...], widths: tuple[float, ...]) -> float:
    lines = 1
    for words, part in zip(row, widths, strict=True):
        room = (BODY_WIDTH * part / sum(widths) - 2 * CELL_SIDE) / TABLE_SIZE
        lines = max(lines, sum(line_count(one, room) for one in words.split("\n")))
    return lines * line_height(TABLE_SIZE) + 2 * CELL_TOP


def _cut(row: tuple[str, ...], widths: tuple[float, ...], room: float) -> tuple[str, ...]:
    """A row that is higher than a slide, with as many signs as it may have."""
    for most in range(200, 10, -10):
        found = tuple(
            "\n".join(shortened(one, most) for one in words.split("\n")[:4]) for words in row
        )
        if _row_height(found, widths) <= room:
            return found
    return tuple(shortened(words, 10) for words in row)


def _pieces(line: str, room: float) -> Iterator[str]:
    """A paragraph, or its sentences in groups that fit a slide each."""
    if _height(line) <= room:
        yield line
        return
    piece = ""
    for found in _SENTENCE.finditer(line):
        if piece and _height(piece + found[0]) > room:
            yield piece
            piece = ""
        piece += found[0]
    yield from _hard_pieces(piece, room)


def _hard_pieces(line: str, room: float) -> Iterator[str]:
    """One sentence that no slide holds, in halves."""
    if not line:
        return
    if _height(line) <= room:
        yield line
        return
    middle = len(line) // 2
    yield from _hard_pieces(line[:middle], room)
    yield from _hard_pieces(line[middle:], room)
