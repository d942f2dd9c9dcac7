"""A figure: a finding in words, and the table that a chart is drawn from in the browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BARS, HEAT = "bars", "heat"
MISSING, ZERO, SOME = "missing", "zero", "some"
"""The states of a cell in a heat map: never told by colour alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it says, and the list of what it counts."""

    text: str
    path: str = ""
    state: str = ""
    sign: str = ""
    """What the chart says where the text has no room."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one column; `value` is the word by which the search knows it."""

    label: str
    path: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, its cells, and links that the chart leaves out."""

    label: str
    cells: tuple[Cell, ...]
    path: str = ""
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart and its table."""

    id: str
    finding: str
    kind: str
    label: str
    """What the rows are."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    search: tuple[str, str] = ("", "")
    """The facets of the search that rows and columns are values of."""
    more: str = ""
    """The head of the column of links; "" where there is none."""
    links: tuple[tuple[str, str], ...] = ()
    """The lists that the figure is about."""


def named(words: Sequence[str], most: int = 3) -> str:
    """The first of several words, and how many there are where they are more."""
    shown = "、".join(words[:most])
    return f"{shown}等 {len(words)} 个" if len(words) > most else shown
