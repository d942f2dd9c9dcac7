"""A document as values: what stands in it and in which order, for every format the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ..lesson_set import Issue


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a paragraph."""

    text: str
    strong: bool = False


Text = tuple[Span, ...]
Cell = tuple[Text, ...]
"""The paragraphs of one cell."""


class Style(Enum):
    """What a paragraph is."""

    BODY = "body"
    FLUSH = "flush"
    """Begins at the edge: the answers to choose from."""
    SPOKEN = "spoken"
    """For the lecturer alone."""
    BLACK = "black"
    """A line of the author that is a heading by its number, such as 一、."""
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 一、, level 2 （一）, level 3 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; every item has its depth from 0."""

    items: tuple[tuple[int, Text], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; widths are parts of the width of the page in any unit."""

    rows: tuple[tuple[Cell, ...], ...]
    head: bool = False
    """Whether the first row names the columns."""
    labels: tuple[int, ...] = ()
    """The columns that name what stands beside them."""
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Table | AnswerLines | PageBreak


@dataclass(frozen=True)
class Paper:
    """One document."""

    kind: str
    """For its file name and below its title: 教案, 讲义……"""
    title: str
    about: tuple[str, ...]
    """Lines below the title."""
    blocks: tuple[Block, ...]
    issue: Issue
    one_page: bool = False
    """Whether it was cut to fit one page in small type."""

    @property
    def below_title(self) -> tuple[str, ...]:
        """The same as one line where there is little room."""
        return ("　".join(self.about),) if self.one_page else self.about

    @property
    def closing(self) -> str:
        """The last line: where it is from, in which edition, on which day."""
        issue, day = self.issue, self.issue.day
        return f"{issue.site}　{issue.title}　{day.year}年{day.month}月{day.day}日"


def text(words: str) -> Text:
    """Plain words."""
    return (Span(words),)


def cell(words: str) -> Cell:
    """A cell of one paragraph of plain words."""
    return (text(words),)


def row(*words: str) -> tuple[Cell, ...]:
    """A row of cells of plain words."""
    return tuple(map(cell, words))


def lines(words: Iterable[str], style: Style = Style.BODY) -> tuple[Paragraph, ...]:
    """A paragraph of plain words for each line."""
    return tuple(Paragraph(text(one), style) for one in words)


def plain(given: Text) -> str:
    """The words alone."""
    return "".join(one.text for one in given)
