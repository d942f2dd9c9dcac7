"""Tables of a source: from rows to cells and back to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .source import Cell, Paragraph

_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_BAR = re.compile(r"(?<!\\)\|")

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells."""

    rows: tuple[Row, ...]
    line: int = 0


Block = Paragraph | Table


def is_rule(one: Paragraph) -> bool:
    """Whether a row is the line below the head of a Markdown table."""
    return one.row and _RULE.fullmatch(one.text) is not None


def table_lines(rows: Sequence[Row], line: int) -> Iterator[Paragraph]:
    """Yield the rows of a Markdown table, with the line below its head."""
    width = max((sum(one.span for one in row) for row in rows), default=0)
    for number, row in enumerate(rows):
        yield _line(row, width, line)
        if number == 0:
            rule = "|" + " --- |" * width
            yield Paragraph(rule, line, row=True, added=(("表格线", rule),))


def _line(row: Row, width: int, line: int) -> Paragraph:
    """Make one row; bars of the text are escaped."""
    texts: list[str] = []
    added = [("表格线", "|" * (width + 1))]
    for cell in row:
        inner = cell.paragraphs
        texts.append(" ".join(one.text.replace("|", "\\|") for one in inner))
        texts += [""] * (cell.span - 1)
        added += [("表格线", "\\" * sum(one.text.count("|") for one in inner))]
        added += [two for one in inner if not one.mark for two in one.added]
    texts += [""] * (width - len(texts))
    return Paragraph(f"| {' | '.join(texts)} |", line, row=True, cells=row, added=tuple(added))


def blocks(paragraphs: Sequence[Paragraph], dropped: list[tuple[str, str]]) -> list[Block]:
    """Gather rows to tables; bars of Markdown rows count as dropped."""
    found: list[Block] = []
    position = 0
    while position < len(paragraphs):
        if not paragraphs[position].row:
            found.append(paragraphs[position])
            position += 1
            continue
        end = position + 1
        while end < len(paragraphs) and paragraphs[end].row and not _begins(paragraphs, end):
            end += 1
        rows = []
        for one in paragraphs[position:end]:
            if is_rule(one):
                if not one.added:
                    dropped.append(("表格线", one.text))
            elif one.cells or one.added:
                rows.append(one.cells)
            else:
                rows.append(_cells(one, dropped))
        found.append(Table(tuple(rows), paragraphs[position].line))
        position = end
    return found


def _begins(paragraphs: Sequence[Paragraph], position: int) -> bool:
    following = paragraphs[position + 1 : position + 2]
    return bool(following) and is_rule(following[0]) and not is_rule(paragraphs[position])


def _cells(one: Paragraph, dropped: list[tuple[str, str]]) -> Row:
    texts = [text.strip() for text in _BAR.split(one.text.strip()[1:-1])]
    bars = one.text.count("|") - sum(text.count("|") for text in texts)
    plain = [text.replace("\\|", "|") for text in texts]
    escapes = sum(map(len, texts)) - sum(map(len, plain))
    dropped.append(("表格线", "|" * bars + "\\" * escapes))
    return tuple(Cell((Paragraph(text, one.line),) if text else ()) for text in plain)
