"""The page of a list of political supervision: each item, its ledger, how it is urged on."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..coordination import SETTLED, Item, items
from ..editions import Edition
from ..library import key_of
from ..records.checklist import Checklist
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per list."""
    clauses = Clauses(edition)
    own: dict[str, list[Item]] = {}
    for item in items(edition.library):
        own.setdefault(item.checklist.id, []).append(item)
    for record in edition.library.of_kind("checklist"):
        if not isinstance(record, Checklist):
            continue
        path = record_page(key_of(record))
        cited = clauses.cite(record, path)
        mine = own.get(record.id, [])
        yield render(
            edition,
            "checklist.md.j2",
            path,
            record.heading,
            [("政治监督清单", list_page("checklist"))],
            record=cited.record,
            rows=list(zip(cited.record.items, mine, strict=False)),
            notes=cited.notes,
            settled=sum(one.item.urged == SETTLED for one in mine),
            late=sum(bool(one.late) for one in mine),
        )
