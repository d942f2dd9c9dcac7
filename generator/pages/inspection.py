"""The page of cooperation in an inspection: its three phases side by side, the ledger after it."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page, record_page
from ..base.page import Page
from ..coordination import Task, tasks
from ..editions import Edition
from ..library import key_of
from ..records.inspection import PHASES, Inspection
from ..records.rectification import Rectification
from ..rectifications import standings
from ._citations import Clauses
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per inspection."""
    library = edition.library
    found = [one for one in library.of_kind("inspection") if isinstance(one, Inspection)]
    if not found:
        return
    clauses = Clauses(edition)
    standing = {key_of(one.record): one for one in standings(library)}
    own: dict[str, list[Task]] = {}
    for task in tasks(library):
        own.setdefault(task.inspection.id, []).append(task)
    for record in found:
        path = record_page(key_of(record))
        cited = clauses.cite(record, path)
        mine = own.get(record.id, [])
        ledger = [library.get(key) for key in record.rectifications]
        yield render(
            edition,
            "inspection.md.j2",
            path,
            record.heading,
            [("巡察协作", list_page("inspection"))],
            record=cited.record,
            notes=cited.notes,
            phases=[(phase, [one for one in mine if one.task.phase == phase]) for phase in PHASES],
            ledger=[
                standing[key_of(one)]
                for one in ledger
                if isinstance(one, Rectification) and key_of(one) in standing
            ],
            total=len(mine),
            done=sum(one.task.done is not None for one in mine),
            late=sum(bool(one.late) for one in mine),
        )
