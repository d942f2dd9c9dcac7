"""How a kind is laid out in a workbook: a sheet of records, and one for each list of groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from ..base.dates import PartialDate
from ..base.declaration import Part, Shape, holders, shapes
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import OneOf, Prose
from ..base.yaml_writer import field_order
from ..schema import marks
from ..settings import WORD_LISTS

JOIN = "·"
"""Between the name of a group and that of a field in it: 期间·自."""
_LATER = ("audience", "status", "fictional", "review_due")
"""Fields that every record has and that a sheet may have a column for."""
_WORD_FIELDS = frozenset(
    ("skills", "supervised", "subject", "subjects", "keywords", "loophole_types", *WORD_LISTS)
)
"""Lists of words, which stand in one line; the items of other lists are sentences."""
_MONTHS = frozenset(("month", "period"))
"""Dates that are months: Excel makes the first of it of a month that somebody types."""


class Sort(Enum):
    """What the cells of a column hold."""

    LINE = "line"
    PROSE = "prose"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a field of a record, or of a group in it."""

    heading: str
    route: tuple[str, ...]
    """English names from the record, or from the group that a row of the sheet is."""
    shape: Shape
    model: type[Part]
    """What the field is declared in."""
    sort: Sort
    words: tuple[str, ...] = ()
    target: str = ""
    """The kind that a bare id in it names."""
    required: bool = False
    many: bool = False
    sentences: bool = False
    """Whether the items of a list are sentences, which 、 does not divide."""
    monthly: bool = False
    """Whether it names a month, so that a cell of the first of it means the month."""
    offered: bool = True
    """Whether the template has it; the others are read where somebody has added them."""


@dataclass(frozen=True)
class Form:
    """One sheet: the records, or the groups of one list in them."""

    title: str
    columns: tuple[Column, ...]
    route: tuple[str, ...] = ()
    """The lists from the record down to the groups, () for the sheet of the records."""
    links: tuple[str, ...] = ()
    """Headings of the columns that say which record, and which group of it, a row belongs to."""
    number: str = ""
    """The heading of the column that counts the groups, where there are groups in them."""


@dataclass(frozen=True)
class Layout:
    """The sheets of a kind, the records first."""

    model: type[Record]
    forms: tuple[Form, ...]

    @property
    def main(self) -> Form:
        """The sheet of the records."""
        return self.forms[0]


def help_of(column: Column) -> str:
    """What a template says below the heading: how the column is filled in."""
    if column.route == ("id",) and issubclass(column.model, Record):
        return "没有就空着，导入时自动编号"
    return " ".join(column.shape.help.split())


@cache
def layout_of(model: type[Record]) -> Layout:
    """The sheets for the fields that a kind itself declares."""
    names = [name for name in field_order(model) if name == "id" or name not in Record.model_fields]
    columns = tuple(_columns(model, names, ()))
    later = tuple(_columns(model, _LATER, (), offered=False))
    main = Form(model.label, columns + later)
    return Layout(model, (main, *_lists(model, names, f"{model.label}编号", (), ())))


def _columns(
    model: type[Part],
    names: Iterator[str] | tuple[str, ...] | list[str],
    above: tuple[str, ...],
    prefix: str = "",
    *,
    offered: bool = True,
) -> Iterator[Column]:
    for name in names:
        shape = shapes(model)[name]
        if shape.part is not None:
            if not shape.many:
                inner = field_order(shape.part)
                yield from _columns(shape.part, inner, (*above, name), f"{shape.label}{JOIN}")
        elif not shape.table:
            yield _column(model, shape, above, prefix, offered=offered)


def _column(
    model: type[Part], shape: Shape, above: tuple[str, ...], prefix: str, *, offered: bool
) -> Column:
    name = shape.name
    found = list(marks(model, name))
    target = next((one.kind for one in found if isinstance(one, To)), "")
    choice = next((one for one in found if isinstance(one, OneOf)), None)
    sort = Sort.LINE
    if target or name in holders(model, Reference):
        sort = Sort.REFERENCE
    elif choice:
        sort = Sort.CHOICE
    elif name in holders(model, PartialDate):
        sort = Sort.DATE
    elif name in holders(model, int):
        sort = Sort.NUMBER
    elif name in holders(model, Prose):
        sort = Sort.PROSE
    identity = name == "id" and issubclass(model, Record)
    return Column(
        heading=prefix + shape.label,
        route=(*above, name),
        shape=shape,
        model=model,
        sort=sort,
        words=choice.words if choice else (),
        target=target,
        required=shape.required and not identity and not above,
        many=shape.many,
        sentences=shape.many and sort in (Sort.LINE, Sort.PROSE) and name not in _WORD_FIELDS,
        monthly=sort is Sort.DATE and name in _MONTHS,
        offered=offered,
    )


def _lists(
    model: type[Part],
    names: list[str],
    link: str,
    above: tuple[str, ...],
    links: tuple[str, ...],
) -> Iterator[Form]:
    for name in names:
        shape = shapes(model)[name]
        if shape.part is None or not shape.many:
            continue
        inner = field_order(shape.part)
        nested = [one for one in inner if _is_list(shape.part, one)]
        form = Form(
            title=shape.label,
            columns=tuple(_columns(shape.part, inner, ())),
            route=(*above, name),
            links=(*links, link),
            number=f"{shape.label}序号" if nested else "",
        )
        yield form
        yield from _lists(shape.part, nested, form.number, form.route, form.links)


def _is_list(model: type[Part], name: str) -> bool:
    shape = shapes(model)[name]
    return shape.part is not None and shape.many
