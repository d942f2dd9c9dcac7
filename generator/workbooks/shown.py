"""Values of a record as cells show them, so that they are read back as the same values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..base.declaration import Part
from ..base.record import Record
from ..base.reference import Reference
from ..edition_rules import EditionRule
from .cell_values import AS_IT_WAS, MAX_CELL, joined
from .layout import Column, Form, Sort
from .names import Names
from .plain import plain


def shown_columns(form: Form, rule: EditionRule | None) -> tuple[Column, ...]:
    """The columns of a sheet: those of the template that an edition may show."""
    lecturer = rule is None or rule.lecturer_fields
    return tuple(
        column
        for column in form.columns
        if column.offered and not column.shape.hidden and (lecturer or not column.shape.lecturer)
    )


def shown_rows(
    form: Form, columns: Sequence[Column], records: Sequence[Record], names: Names
) -> Iterator[list[str | int]]:
    """Yield the rows of a sheet as texts and numbers, the links of a list first."""
    for record in records:
        for links, part in _parts(record, form.route, (record.id,)):
            numbered = [*links] if form.number else list(links[: len(form.links)])
            yield [*numbered, *(_cell(part, column, names) for column in columns)]


def _parts(
    part: Part, route: tuple[str, ...], links: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Part]]:
    if not route:
        yield (), part
        return
    for number, one in enumerate(getattr(part, route[0]), 1):
        if len(route) == 1:
            yield (*links, str(number)), one
        else:
            yield from _parts(one, route[1:], (*links, str(number)))


def _cell(part: Part, column: Column, names: Names) -> str | int:
    value: Any = part
    for step in column.route:
        value = getattr(value, step, None)
    if value is None or value == ():
        return ""
    if column.sort is Sort.NUMBER and not column.many:
        return int(value)
    if column.many:
        texts = [str(plain(one, column.model, column.route[-1])) for one in value]
        text = joined(texts, sentences=column.sentences)
    elif isinstance(value, Reference):
        text = names.shown(value) if value.kind == column.target else str(value)
    else:
        text = str(value)
    return AS_IT_WAS if len(text) > MAX_CELL else text
