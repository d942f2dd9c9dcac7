"""What tells one row from another where it has no id, and the id that it is given then."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from ..base.declaration import shapes
from ..base.record import Record
from ..base.reference import MAX_IDENTIFIER, identifier_problem
from .names import fold
from .plain import plain

_TELLING = ("unit", "month", "period", "title", "name", "mentor", "learner")
"""Fields that name what a row is about, in this order; a kind has some of them."""


@cache
def key_fields(model: type[Record]) -> tuple[str, ...]:
    """The fields by which rows of a kind are told apart: 单位 and 月份, 单位 and 问题."""
    return tuple(name for name in _TELLING if name in shapes(model) and shapes(model)[name].bare)


def key_labels(model: type[Record]) -> str:
    """These fields in words."""
    return "＋".join(shapes(model)[name].label for name in key_fields(model))


def key_of_texts(model: type[Record], texts: Mapping[str, str]) -> tuple[str, ...] | None:
    """The key of a row, None where one of the required fields in it is empty."""
    table = shapes(model)
    key = []
    for name in key_fields(model):
        text = texts.get(name, "")
        if not text and table[name].required:
            return None
        key.append(fold(text))
    return tuple(key) or None


def key_of_record(record: Record) -> tuple[str, ...]:
    """The key of a record that is there."""
    model = type(record)
    values = {name: getattr(record, name) for name in key_fields(model)}
    return tuple(
        "" if value is None else fold(str(plain(value, model, name)))
        for name, value in values.items()
    )


def new_id(model: type[Record], key: tuple[str, ...], unit: str) -> str:
    """The id of a row by its key: the same one each time that the row comes again."""
    named = "-".join(one for one in key if one)
    if model.ledger_year and named.isascii() and identifier_problem(named) is None:
        return named
    digest = sha256("\n".join(key).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    prefix = unit if unit and identifier_problem(unit) is None else model.kind
    return f"{prefix[: MAX_IDENTIFIER - 9].rstrip('-')}-{digest}"
