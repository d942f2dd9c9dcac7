"""The list of all records of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from ..addresses import list_page
from ..base.page import Page
from ..editions import Edition
from ._frame import render
from ._rows import newest_first, rows_of


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one list per kind that the library knows, empty ones included.

    A kind with a list of its own has it in a module NAME_list.
    """
    for name, kind in edition.library.kinds.items():
        if not kind.paged or find_spec(f"{__package__}.{name}_list") is not None:
            continue
        records = newest_first(edition.library.of_kind(name))
        groups = [("", rows_of(records))]
        title = f"{kind.label}目录"
        yield render(
            edition,
            "record_list.md.j2",
            list_page(name),
            title,
            groups=groups,
            label=kind.label,
            note="",
        )
