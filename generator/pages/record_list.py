"""The list of all records of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page
from ..base.page import Page
from ..editions import Edition
from ._frame import render
from ._rows import newest_first, rows_of


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one list per kind that the library knows, empty ones included."""
    for name, kind in edition.library.kinds.items():
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
