"""What authors write as blocks: the same reading of Markdown as on the pages of the site."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

from markdown import Markdown

from ..base.markdown import prose
from ._blocks import Block, Bullets, Heading, Paragraph, Span, Style, Table, Text, plain

_TYPED_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；！？]{1,40}")
_HEADING = re.compile(r"h([1-6])")
_WIDEST, _NARROWEST = 24, 4
_LOWEST_LEVEL = 3


def blocks(words: str | None, style: Style = Style.BODY, label: str = "") -> tuple[Block, ...]:
    """Read a text of an author; links become their words, numbered lines stay as written.

    `label` goes before the first paragraph, such as 讲：.
    """
    if not words or not words.strip():
        return ()
    reader = _Reader()
    # Links lead nowhere on paper: without an address, their words alone are kept.
    reader.feed(_markdown().reset().convert(prose(words, lambda *_: None, 2)))
    reader.close()
    made = [_styled(one, style) for one in reader.blocks]
    if not label:
        return tuple(made)
    first = Span(f"{label}：", strong=True)
    if made and isinstance(made[0], Paragraph):
        return (replace(made[0], text=(first, *made[0].text), style=style), *made[1:])
    return (Paragraph((first,), style), *made)


def paragraphs(words: str | None) -> tuple[Text, ...]:
    """The same as paragraphs of a cell: items of lists and rows of tables are paragraphs too."""
    found: list[Text] = []
    for one in blocks(words):
        if isinstance(one, Bullets):
            found += [(Span("　" * depth + "· "), *item) for depth, item in one.items]
        elif isinstance(one, Table):
            found += [
                (Span("　".join(plain(each) for cell in row for each in cell)),) for row in one.rows
            ]
        elif isinstance(one, Heading):
            found.append((Span(one.text, strong=True),))
        elif isinstance(one, Paragraph):
            found.append(one.text)
    return tuple(found)


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=["tables"])


def _styled(block: Block, style: Style) -> Block:
    if not isinstance(block, Paragraph):
        return block
    typed = _TYPED_HEADING.fullmatch(plain(block.text))
    return replace(block, style=Style.BLACK if typed else style)


class _Reader(HTMLParser):
    """Reads what Python-Markdown makes of our small language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._spans: list[Span] = []
        self._strong = 0
        self._depth = 0
        self._items: list[tuple[int, Text]] = []
        self._rows: list[list[tuple[Text, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "strong":
            self._strong += 1
        elif tag == "ul":
            self._item()
            self._depth += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag == "img":
            self._spans += [Span(value or "") for name, value in attrs if name == "alt"]

    def handle_endtag(self, tag: str) -> None:
        heading = _HEADING.fullmatch(tag)
        if tag == "strong":
            self._strong -= 1
        elif tag in ("p", "li", "ul"):
            self._end_of_text(tag)
        elif heading:
            level = min(int(heading[1]), _LOWEST_LEVEL)
            self.blocks.append(Heading(level, plain(self._taken())))
        elif tag in ("td", "th"):
            self._rows[-1].append((self._taken(),))
        elif tag == "table":
            rows = tuple(map(tuple, self._rows))
            self.blocks.append(Table(rows, head=True, widths=_widths(rows)))
            self._rows = []

    def handle_data(self, data: str) -> None:
        if data.strip("\n"):
            self._spans.append(Span(data.strip("\n"), strong=self._strong > 0))

    def _end_of_text(self, tag: str) -> None:
        if self._depth:
            self._item()
            if tag == "ul":
                self._depth -= 1
                if not self._depth:
                    self.blocks.append(Bullets(tuple(self._items)))
                    self._items = []
        elif found := self._taken():
            self.blocks.append(Paragraph(found))

    def _item(self) -> None:
        if self._depth and (found := self._taken()):
            self._items.append((self._depth - 1, found))

    def _taken(self) -> Text:
        found, self._spans = tuple(self._spans), []
        return found


def _widths(rows: tuple[tuple[tuple[Text, ...], ...], ...]) -> tuple[float, ...]:
    """Columns as wide as what stands in them, within bounds."""
    longest = [
        max(len(plain(each)) for row in rows for each in row[column])
        for column in range(len(rows[0]))
    ]
    return tuple(float(min(max(one, _NARROWEST), _WIDEST)) for one in longest)
