"""A report on the ledgers as values: sections of sentences and tables, for a page and for Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words, and the page that they lead to; "" where they lead nowhere."""

    text: str
    path: str = ""


Words = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first column names what stands beside it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    sums: tuple[str, ...] = ()
    """The last row, "" where nothing is summed."""
    widths: tuple[float, ...] = ()
    """Parts of the width of a sheet."""


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under a heading, then a table."""

    title: str
    paragraphs: tuple[Words, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report."""

    name: str
    """For the address of its page, e.g. notice-2026-10."""
    file: str
    """For the name of its file, e.g. 月报通报-2026-10."""
    title: str
    opening: Words
    sections: tuple[Section, ...]
    made_up: bool
    """Whether it is made from records that are made up."""


def said(*parts: str | Mention | Sequence[Mention]) -> Words:
    """Words from texts, mentions and lists of mentions."""
    found: list[Mention] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Mention(part))
        elif isinstance(part, Mention):
            found.append(part)
        else:
            found.extend(part)
    return tuple(found)


def listed(mentions: Iterable[Mention | Words], between: str = "、") -> Words:
    """Mentions with a sign between them."""
    found: list[Mention] = []
    for one in mentions:
        if found:
            found.append(Mention(between))
        found.extend((one,) if isinstance(one, Mention) else one)
    return tuple(found)


def plain_text(words: Words) -> str:
    """The words alone."""
    return "".join([one.text for one in words])
