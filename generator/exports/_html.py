"""Documents as elements of HTML that are well-formed XML too: for PDF and for books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from ._blocks import (
    AnswerLines,
    Block,
    Bullets,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Style,
    Table,
    Text,
)


def elements(blocks: Iterable[Block], below: int = 1) -> str:
    """Return the blocks one element a line; headings come below one of level `below`."""
    return "\n".join(element for block in blocks for element in _element(block, below))


def _element(block: Block, below: int) -> Iterator[str]:
    if isinstance(block, Heading):
        level = min(below + block.level, 6)
        yield f'<h{level} class="level-{block.level}">{escape(block.text)}</h{level}>'
    elif isinstance(block, Paragraph):
        name = "" if block.style is Style.BODY else f' class="{block.style.value}"'
        yield f"<p{name}>{_words(block.text)}</p>"
    elif isinstance(block, Bullets):
        yield _list(block.items)
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, AnswerLines):
        yield '<div class="answer">' + "<p>&#160;</p>" * block.count + "</div>"
    elif isinstance(block, PageBreak):
        yield '<hr class="page"/>'


def _list(items: tuple[tuple[int, Text], ...]) -> str:
    """A list in lists: an item holds the deeper ones that follow it."""
    depth = items[0][0]
    made = []
    for deeper, group in groupby(items, lambda one: one[0] > depth):
        some = tuple(group)
        if not deeper:
            made += [_words(text) for _, text in some]
        else:
            made[-1] += _list(some)
    return "<ul>" + "".join(f"<li>{one}</li>" for one in made) + "</ul>"


def _table(table: Table) -> str:
    widths = table.widths or (1.0,) * len(table.rows[0])
    columns = "".join(f'<col style="width: {one / sum(widths):.2%}"/>' for one in widths)
    rows = [_row(table, number, row) for number, row in enumerate(table.rows)]
    head = f"<thead>{rows.pop(0)}</thead>" if table.head else ""
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{''.join(rows)}</tbody></table>"


def _row(table: Table, number: int, row: tuple[Cell, ...]) -> str:
    first = table.head and number == 0
    made = []
    for position, cell in enumerate(row):
        if first:
            opened, closed = '<th scope="col">', "</th>"
        elif position in table.labels:
            opened, closed = '<th scope="row">', "</th>"
        else:
            opened, closed = "<td>", "</td>"
        made.append(opened + "".join(f"<p>{_words(one)}</p>" for one in cell) + closed)
    return f"<tr>{''.join(made)}</tr>"


def _words(text: Text) -> str:
    return "".join(
        f"<strong>{escape(one.text)}</strong>" if one.strong else escape(one.text) for one in text
    )
