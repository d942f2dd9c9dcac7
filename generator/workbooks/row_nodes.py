"""The cells of one row to a node that the declaration is read from, with the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..base.declaration import Part, shapes
from ..base.node import Mapping, Node, Scalar, Sequence
from ..base.unusable import UnusableError
from .cell_values import AS_IT_WAS, cell_texts
from .cells import Cell, Form
from .heads import Head
from .layout import Column, Sort
from .ledger_dates import is_lasting
from .names import Names
from .plain import node_of
from .row_groups import Group
from .told import CellPlace, Told

_LASTING = ("lasting",)
"""The field that is 是 where 长期坚持 stands in the column of the date that is due."""
_DUE = ("due",)
_CODES = {Sort.DATE: "I311", Sort.NUMBER: "I312", Sort.REFERENCE: "I315"}

Columns = dict[tuple[str, ...], frozenset[tuple[str, ...]]]
"""By the route of a sheet, the fields that it has a column for."""


@dataclass
class Row:
    """One record, or one group of a list in it, as texts with their places."""

    place: CellPlace
    texts: dict[tuple[str, ...], list[tuple[str, CellPlace]]] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    """Fields that stay as they are: no cell can hold them."""
    also: set[str] = field(default_factory=set)
    """Fields without a column that the cell of another one speaks of."""
    wrong: set[tuple[str, ...]] = field(default_factory=set)
    """Fields of which something has been said already."""
    links: dict[str, str] = field(default_factory=dict)
    inner: dict[str, list[Row]] = field(default_factory=dict)
    """The groups of each list in it, by field; a list without a sheet is not here."""

    def text(self, *route: str) -> str:
        """The one text of a field, "" where there is none."""
        found = self.texts.get(route)
        return found[0][0].strip() if found else ""


def row_of(group: Group, head: Head, names: Names, told: Told) -> Row:
    """Read the cells of one group of rows; what cannot be read is said and left out."""
    title = head.sheet.title
    row = Row(CellPlace.of(title, group.row, 0))
    for number, link in head.links.items():
        cells = group.cells.get(number)
        row.links[link] = cells[0][1].text.strip() if cells else ""
    may_last = any(column.route == _LASTING for column in head.form.columns)
    for number, column in head.columns.items():
        cells = group.cells.get(number, [])
        if len({cell.text for _, cell in cells}) > 1 and not column.many:
            place = CellPlace.of(title, cells[1][0], number)
            hint = "合并的几行是一条记录，这一列只写一处；是几条记录就取消合并。"
            told.say("I314", f"「{column.heading}」在合并的几行里写得不同", hint, place)
            row.wrong.add(column.route)
            continue
        for line, cell in cells if column.many else cells[:1]:
            place = CellPlace.of(title, line, number)
            if cell.text == AS_IT_WAS:
                row.kept.add(column.route[0])
            elif may_last and column.route == _DUE and is_lasting(cell.text):
                row.texts[_LASTING] = [("是", place)]
            else:
                _take(row, cell, column, place, names, told, from_1904=head.sheet.from_1904)
    if may_last and (row.texts.get(_LASTING) or row.texts.get(_DUE)):
        row.also.update(_LASTING)
    return row


def _take(
    row: Row,
    cell: Cell,
    column: Column,
    place: CellPlace,
    names: Names,
    told: Told,
    *,
    from_1904: bool,
) -> None:
    try:
        texts = cell_texts(cell, column, names, from_1904=from_1904)
    except UnusableError as error:
        broken = cell.form in (Form.UNKNOWN, Form.ERROR)
        code = "I313" if broken else _CODES.get(column.sort, "I314")
        told.say(code, str(error), error.hint, place)
        row.wrong.add(column.route)
        return
    if column.route == _LASTING and row.texts.get(_LASTING):
        return
    row.texts.setdefault(column.route, []).extend((text, place) for text in texts)


def node_of_row(
    row: Row,
    model: type[Part],
    columns: Columns,
    known: Part | None,
    route: tuple[str, ...] = (),
) -> Mapping:
    """Make the node of a row of the sheet of `route`.

    `columns` are the fields that each sheet has a column for; `known` is the group that is there
    already, whose other fields stay. Those of a record are given to the decoder by the caller.
    """
    present = {one for one in columns[route] if one[0] not in row.kept}
    present |= {(name,) for name in row.also}
    entries: list[tuple[Scalar, Node]] = []
    for name, shape in shapes(model).items():
        before = getattr(known, name) if known is not None else None
        if name in row.inner and shape.part is not None:
            entries += _entry(name, _groups(row, name, shape.part, columns, before, route))
        elif (name,) in present:
            entries += _entry(name, _leaf(row, (name,), many=shape.many))
        elif shape.part is not None and any(one[0] == name for one in present):
            entries += _entry(name, _group(row, name, shape.part, present, before))
        elif route and before not in (None, ()):
            entries += _entry(name, node_of(before, model, name, row.place))
    return Mapping(entries, row.place)


def _entry(name: str, node: Node | None) -> list[tuple[Scalar, Node]]:
    return [] if node is None else [(Scalar(name, node.place), node)]


def _leaf(row: Row, route: tuple[str, ...], *, many: bool) -> Node | None:
    texts = row.texts.get(route)
    if not texts:
        return None
    nodes: list[Node] = [Scalar(text, place, plain=False) for text, place in texts]
    return Sequence(nodes, texts[0][1]) if many else nodes[0]


def _group(
    row: Row, name: str, part: type[Part], present: set[tuple[str, ...]], before: Any
) -> Node | None:
    """A group that is not a list: 期间·自 and 期间·至."""
    entries: list[tuple[Scalar, Node]] = []
    for inner, shape in shapes(part).items():
        value = getattr(before, inner) if before is not None else None
        if (name, inner) in present:
            entries += _entry(inner, _leaf(row, (name, inner), many=shape.many))
        elif value not in (None, ()):
            entries += _entry(inner, node_of(value, part, inner, row.place))
    return Mapping(entries, entries[0][0].place) if entries else None


def _groups(
    row: Row, name: str, part: type[Part], columns: Columns, before: Any, route: tuple[str, ...]
) -> Node | None:
    items: list[Node] = [
        node_of_row(
            one,
            part,
            columns,
            before[position] if before and position < len(before) else None,
            (*route, name),
        )
        for position, one in enumerate(row.inner[name])
    ]
    return Sequence(items, row.place) if items else None
