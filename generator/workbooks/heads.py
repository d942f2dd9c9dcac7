"""Where the headings of a sheet stand, and which column is which field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..base.declaration import keys
from ..base.suggest import nearest
from .cells import Cell
from .layout import JOIN, Column, Form
from .sheet import Sheet

_SEARCHED = 20
"""Rows from the top in which the headings are looked for."""
_SIGNS = re.compile(r"[\s*:·\-—_/.、（）()]+")
_NOTE = re.compile(r"\([^()]*\)$")
_COUNTERS = frozenset(("序号", "序", "no", "编号序", "行号"))


@dataclass
class Head:
    """The headings of one sheet."""

    sheet: Sheet
    form: Form
    row: int
    """The first row of the headings."""
    last: int
    """The last row of the headings; records begin below it."""
    columns: dict[int, Column] = field(default_factory=dict)
    links: dict[int, str] = field(default_factory=dict)
    """Columns that say what a row belongs to, or count the groups, by heading of the form."""
    unknown: dict[int, str] = field(default_factory=dict)
    """Columns with a heading that no field has."""
    meant: dict[int, Column] = field(default_factory=dict)
    """What such a column most likely is: a field without one of its own."""
    repeated: dict[int, int] = field(default_factory=dict)
    """Columns with the heading of an earlier one."""

    @property
    def found(self) -> int:
        """How many columns are known, which is how well the form fits the sheet."""
        return len(self.columns) + len(self.links)

    def column_of(self, route: tuple[str, ...]) -> int | None:
        """The number of the column of a field, None where there is none."""
        return next((n for n, one in self.columns.items() if one.route == route), None)


def best_head(sheet: Sheet, form: Form) -> Head | None:
    """Find the row of headings that fits a form best; None where no two of them fit."""
    found = [head for row in _candidates(sheet) for head in _heads(sheet, form, row)]
    best = max(found, key=lambda head: (head.found, -head.row), default=None)
    if best is None or best.found < min(2, len(form.columns)):
        return None
    return best


def fold_heading(text: str) -> str:
    """A heading without width, white space, signs and the star of a required field."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _candidates(sheet: Sheet) -> list[int]:
    first = min(sheet.rows, default=1)
    return [row for row in sheet.rows if row < first + _SEARCHED]


def _heads(sheet: Sheet, form: Form, row: int) -> Iterator[Head]:
    """The headings as one row, and as two where some of the first cover several columns."""
    texts = {column: cell.text for column, cell in sheet.rows[row].items()}
    wide = [area for area in sheet.areas if area.top == row]
    last = min(row + 1, max((area.bottom for area in wide), default=row))
    yield _head(sheet, form, row, last, texts)
    groups = [area for area in wide if area.right > area.left and area.bottom == row]
    below = sheet.rows.get(row + 1, {})
    if groups and below:
        both = dict(texts)
        for area in groups:
            top = texts.get(area.left, "")
            for column in range(area.left, area.right + 1):
                under = below.get(column, Cell("")).text
                both[column] = f"{top}{JOIN}{under}" if under else top
        both.update({c: cell.text for c, cell in below.items() if c not in both})
        yield _head(sheet, form, row, row + 1, both)


def _head(sheet: Sheet, form: Form, row: int, last: int, texts: Mapping[int, str]) -> Head:
    table = _table(form)
    head = Head(sheet, form, row, last)
    taken: dict[Column | str, int] = {}
    for number, text in sorted(texts.items()):
        plain = unicodedata.normalize("NFKC", text).strip()
        found = table.get(fold_heading(plain)) or table.get(fold_heading(_NOTE.sub("", plain)))
        if found is None and JOIN in text:
            found = table.get(fold_heading(text.rpartition(JOIN)[2]))
        if found is None:
            if fold_heading(plain) not in _COUNTERS:
                head.unknown[number] = text
        elif found in taken:
            head.repeated[number] = taken[found]
        elif isinstance(found, str):
            taken[found] = number
            head.links[number] = found
        else:
            taken[found] = number
            head.columns[number] = found
    _guess(head, {fold_heading(c.heading): c for c in form.columns if c not in taken})
    return head


def _guess(head: Head, free: Mapping[str, Column]) -> None:
    for number, text in head.unknown.items():
        near = nearest(fold_heading(_NOTE.sub("", text)), free)
        if near is not None:
            head.meant[number] = free[near]


def _table(form: Form) -> dict[str, Column | str]:
    """Every way in which a heading may be written, folded."""
    table: dict[str, Column | str] = {}
    for link in (*form.links, form.number):
        if link:
            table[fold_heading(link)] = link
    for column in form.columns:
        table.setdefault(fold_heading(column.heading), column)
    for column in form.columns:
        labels = [key for key, one in keys(column.model).items() if one is column.shape]
        prefix = column.heading.rpartition(JOIN)[0]
        for label in labels:
            table.setdefault(fold_heading(prefix + label), column)
    if form.links and not form.number:
        table.setdefault("编号", form.links[0])
    elif not form.links:
        table.setdefault(fold_heading(f"{form.title}编号"), form.columns[0])
    return table
