"""Tables of a lesson plan: the whole plan as one form, a timetable, a board plan."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..base.text import fold_word
from .lesson_ledger import Ledger
from .lesson_marks import split_number
from .lesson_minutes import Duration
from .lesson_words import column_of, section_of
from .source import Cell, Paragraph
from .tables import Block, Row, Table, blocks

_LONGEST_LABEL = 14
_ENDING = ("board", "notes", "references", "citations", "homework")


@dataclass
class Section:
    """One part of a lesson plan as it stands in the source."""

    heading: str
    """As written, without minutes and the colon behind it."""
    words: str
    """The heading without its number."""
    field: str | None
    """The part that it is; `step`, `loose` for text without a heading, None where unknown."""
    body: list[Block] = dataclasses.field(default_factory=list)
    line: int = 0
    label: bool = False
    """Whether the heading is a label before its text rather than a line above it."""
    minutes: Duration | None = None


def text_of(cell: Cell) -> str:
    """The text of a cell in one piece."""
    return "".join(one.text for one in cell.paragraphs)


def header_of(row: Row, *, board: bool = False) -> list[str | None]:
    """Return what each column of a head row is for; nothing where it is no such row."""
    kinds = [column_of(text_of(cell), board=board) for cell in row]
    known = [kind for kind in kinds if kind]
    if board:
        return kinds if {"link", "loophole", "measure"} <= set(known) else []
    if "name" not in known and "minutes" not in known:
        return []
    short = all(len(fold_word(text_of(cell))) <= _LONGEST_LABEL for cell in row)
    return kinds if short and len(set(known)) >= 2 and len(known) * 2 >= len(row) else []


def read_form(table: Table, ledger: Ledger, divide: Callable[..., Any]) -> list[Section] | None:
    """Take a table apart into parts; None where it is a table like any other.

    `divide` divides the paragraphs of a cell that spans the whole table.
    """
    reader = _Reader(table, ledger, divide)
    return reader.sections if reader.is_form() and reader.read() else None


class _Reader:
    def __init__(self, table: Table, ledger: Ledger, divide: Callable[..., Any]) -> None:
        self.table = table
        self.rows = [row for row in table.rows if any(text_of(cell) for cell in row)]
        self.ledger = ledger
        self.divide = divide
        self.sections: list[Section] = []

    def is_form(self) -> bool:
        labels = {text_of(cell): self._label(cell) for row in self.rows for cell in row}
        known = [one for one in labels.values() if one]
        own = [one for one in known if one not in ("about", "content")]
        heads = any(self._head(number)[1] for number in range(min(3, len(self.rows))))
        return heads or (len(known) >= 2 and bool(own)) or (len(own) == 1 and self._begins(own[0]))

    def _begins(self, label: str) -> bool:
        """Whether the table begins with the one label that it has."""
        return bool(self.rows) and self._label(self.rows[0][0]) == label

    def read(self) -> bool:
        position = 0
        while position < len(self.rows):
            position = self._row(position)
        return bool(self.sections)

    def _row(self, position: int) -> int:
        row = self.rows[position]
        offset, kinds = self._head(position)
        if kinds:
            return self._part_table(position, offset, kinds)
        filled = [cell for cell in row if text_of(cell)]
        if len(filled) == 1 and (len(row) == 1 or not self._label(filled[0])):
            self._wide(filled[0])
        elif row[0].below and self.sections:
            self._more(row[1:])
        else:
            self._pairs(row)
        return position + 1

    def _head(self, position: int) -> tuple[int, list[str | None]]:
        """Return where the head of a timetable or board plan begins, and its columns."""
        row = self.rows[position]
        following = self.rows[position + 1 : position + 2]
        beside = bool(following) and (following[0][0].below or not text_of(following[0][0]))
        for offset in (1, 0):
            rest = row[offset:]
            if len(rest) < 2 or (offset and not (beside and self._label(row[0]))):
                continue
            kinds = header_of(rest) or header_of(rest, board=True)
            if kinds:
                return offset, kinds
        return 0, []

    def _part_table(self, position: int, offset: int, kinds: list[str | None]) -> int:
        head = self.rows[position]
        field = "board" if "loophole" in kinds else "process"
        if offset:
            self._open(head[0], field)
        elif not self.sections or self.sections[-1].field not in (field, "content"):
            self.sections.append(Section("", "", field, [], self.table.line))
        end = position + 1
        while end < len(self.rows) and self._goes_on(self.rows[end], offset, len(head)):
            end += 1
        rows = tuple(
            row[1:] if offset and len(row) == len(head) else row
            for row in self.rows[position:end]
        )  # fmt: skip
        self.sections[-1].body.append(Table(rows, self.table.line))
        return end

    def _goes_on(self, row: Row, offset: int, width: int) -> bool:
        if offset and not row[0].below and text_of(row[0]):
            return False
        label = self._label(row[0])
        if label in _ENDING and (label != "homework" or len(row) != width):
            return False
        return abs(len(row) - width) <= offset or (len(row) > 2 and not label)

    def _wide(self, cell: Cell) -> None:
        label = self._label(cell)
        if label:
            self._open(cell, label)
            return
        inner = blocks(cell.paragraphs, self.ledger.dropped)
        parts = self.divide(inner, self.ledger)
        if parts.top:
            self._put(parts.top)
        self.sections += parts.sections

    def _pairs(self, row: Row) -> None:
        labels = [self._label(cell) for cell in row]
        known = any(labels)
        for index, cell in enumerate(row):
            if labels[index]:
                self._open(cell, str(labels[index]))
            elif self._is_new_label(row, index, known=known):
                self._open(cell, None)
            elif text_of(cell):
                self._put(blocks(cell.paragraphs, self.ledger.dropped))

    def _is_new_label(self, row: Row, index: int, *, known: bool) -> bool:
        """Whether a cell with words that no table knows labels the one after it."""
        text = fold_word(text_of(row[index]))
        if not text or len(text) > 10 or index + 1 >= len(row) or len(row[index].paragraphs) > 4:
            return False
        if any(one.picture or one.row for one in row[index].paragraphs):
            return False
        after = row[index + 1]
        if self._label(after) or text[-1] in "。；，":
            return False
        return index % 2 == 0 and (known or len(row) == 2 or len(row) % 2 == 0)

    def _more(self, row: Sequence[Cell]) -> None:
        filled = [cell for cell in row if text_of(cell)]
        if len(filled) > 1:
            self._put([Table((tuple(row),), self.table.line)])
        for cell in filled if len(filled) == 1 else ():
            self._put(blocks(cell.paragraphs, self.ledger.dropped))

    def _put(self, found: Sequence[Block]) -> None:
        if not self.sections:
            self.sections.append(Section("", "", "loose", [], self.table.line))
        self.sections[-1].body += found

    def _open(self, cell: Cell, name: str | None) -> None:
        heading = text_of(cell)
        line = cell.paragraphs[0].line
        words = split_number(heading.rstrip("：:"))[2]
        self.ledger.drop("章节标题", heading, heading.rstrip("：:"))
        self.sections.append(Section(heading.rstrip("：:"), words, name, [], line, label=True))

    @staticmethod
    def _label(cell: Cell) -> str | None:
        if any(one.row or one.picture for one in cell.paragraphs) or cell.below:
            return None
        text = fold_word(text_of(cell)).rstrip(":")
        return section_of(split_number(text)[2]) if 0 < len(text) <= _LONGEST_LABEL else None


def paragraphs_of(body: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body, tables left out."""
    yield from (one for one in body if isinstance(one, Paragraph))
