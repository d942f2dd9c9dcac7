"""The page of any record whose kind has no page of its own: every field under its label."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from ..addresses import list_page, record_page
from ..base.declaration import Part, shapes
from ..base.page import Page
from ..base.record import Record
from ..base.reference import Reference
from ..base.text import Prose
from ..editions import Edition
from ..library import key_of
from ..records.case import Period
from ._citations import Clauses
from ._frame import render

_COMMON = frozenset(shapes(Record))


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per record of the kinds without a module of their own."""
    library = edition.library
    clauses = Clauses(edition)
    for name, kind in library.kinds.items():
        if not kind.paged or find_spec(f"{__package__}.{name}") is not None:
            continue
        for record in library.of_kind(name):
            path = record_page(key_of(record))
            cited = clauses.cite(record, path)
            users = [link.source for link in library.backlinks.get(key_of(record), ())]
            yield render(
                edition,
                "record.md.j2",
                path,
                record.heading,
                [(kind.label, list_page(name))],
                record=cited.record,
                fields=list(_fields(cited.record)),
                notes=cited.notes,
                users=list(dict.fromkeys(users)),
            )


def _fields(part: Part) -> Iterator[tuple[str, str, str, Any]]:
    """Name, label, form and value of every filled field.

    The forms: line, prose, items, reference, references, groups.
    """
    for name, shape in shapes(type(part)).items():
        value = getattr(part, name)
        if value in (None, (), "", {}) or (isinstance(part, Record) and name in _COMMON):
            continue
        if isinstance(part, Record) and value == part.heading:
            continue
        if isinstance(value, Prose):
            yield name, shape.label, "prose", value
        elif isinstance(value, Reference):
            yield name, shape.label, "reference", value
        elif isinstance(value, tuple) and isinstance(value[0], Reference):
            yield name, shape.label, "references", value
        elif isinstance(value, Period):
            yield name, shape.label, "line", value.chinese()
        elif isinstance(value, Part):
            yield name, shape.label, "groups", [list(_fields(value))]
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            yield name, shape.label, "groups", [list(_fields(one)) for one in value]
        elif isinstance(value, tuple):
            yield name, shape.label, "items", value
        elif isinstance(value, dict):
            yield name, shape.label, "items", tuple(f"{key}：{one}" for key, one in value.items())
        else:
            yield name, shape.label, "line", value
