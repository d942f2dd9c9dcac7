"""The rows below the headings that are records: no totals, no notes, merged ones together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .cells import Cell
from .heads import Head
from .layout import help_of
from .sheet import Area

_TOTAL = re.compile(
    r"(?:本?[页月季年]|全[年部市县区]|上半年|下半年|累计)?(?:合计|总计|小计|共计|累计|总数):?"
)
_SUBTOTAL = re.compile(r".{0,30}(?:合计|总计|小计|共计):?")
_REMARK = re.compile(
    r"(?:注|备注|说明|填表|制表|填报|审核|负责人|联系|单位负责人|附)[^:]{0,8}:|注\d?[.:、]"
)


@dataclass
class Group:
    """The rows of one record: one, or several whose first cell is merged."""

    row: int
    cells: dict[int, list[tuple[int, Cell]]]
    """By column: row and cell, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A row that is no record."""

    row: int
    text: str


def row_groups(head: Head, anchors: tuple[int, ...]) -> Iterator[Group | Dropped]:
    """Yield the records of a sheet, and the rows that are none.

    `anchors` are the columns that name a record: rows whose cells there are merged are one.
    """
    sheet = head.sheet
    areas = [area for area in sheet.areas if area.top > head.last]
    down = _reach_down(areas)
    wide = {(area.top, area.left) for area in areas if area.right > area.left}
    helps = {number: said for number in head.columns if (said := help_of(head.columns[number]))}
    group: Group | None = None
    for row in sorted(sheet.rows):
        if row <= head.last:
            continue
        own = sheet.rows[row]
        tops = {
            column: top
            for column in {*head.columns, *head.links}
            if column not in own and (top := down.get((row, column))) is not None
        }
        continued = group is not None and any(
            column in tops and group.row <= tops[column] for column in anchors
        )
        used = {c: cell for c, cell in own.items() if c in head.columns or c in head.links}
        if not used:
            told = [cell.text for cell in own.values() if not _is_count(cell.text)]
            if told:
                yield Dropped(row, told[0])
            continue
        if _is_help(used, helps):
            continue
        why = None if continued else _no_record(head, row, own, wide)
        if why is not None:
            yield Dropped(row, why)
            continue
        if group is not None and continued:
            for column, cell in used.items():
                group.cells.setdefault(column, []).append((row, cell))
            continue
        if group is not None:
            yield group
        filled = {c: sheet.rows[top][c] for c, top in tops.items() if c in sheet.rows.get(top, {})}
        group = Group(row, {c: [(row, cell)] for c, cell in {**used, **filled}.items()})
    if group is not None:
        yield group


def _reach_down(areas: list[Area]) -> dict[tuple[int, int], int]:
    """The row in which the merged cell begins that covers a cell of the column it stands in."""
    return {
        (row, area.left): area.top
        for area in areas
        for row in range(area.top + 1, min(area.bottom, area.top + 10_000) + 1)
    }


def _is_help(cells: dict[int, Cell], helps: dict[int, str]) -> bool:
    """Whether this is the row of our own template that says how a column is filled in."""
    told = [_plain(cells[one].text) == _plain(text) for one, text in helps.items() if one in cells]
    return len(told) > 1 and all(told)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _no_record(
    head: Head, row: int, own: dict[int, Cell], wide: set[tuple[int, int]]
) -> str | None:
    """The first text of a row that is a total or a note, None for one that is a record."""
    first = min((c for c in own if not _is_count(own[c].text)), default=min(own))
    text = own[first].text
    plain = _plain(text)
    if _TOTAL.fullmatch(plain):
        return text
    required = [number for number, one in head.columns.items() if one.required]
    lacks = any(number not in own for number in required)
    if lacks and _SUBTOTAL.fullmatch(plain):
        return text
    says_nothing = all(number not in own or number == first for number in required)
    if says_nothing and _REMARK.match(plain):
        return text
    return text if len(own) == 1 and (row, first) in wide else None


def _is_count(text: str) -> bool:
    return text.strip().isdigit()
