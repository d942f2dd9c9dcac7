"""What was done elsewhere: by type of loophole every case, every measure tried, and its result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..addresses import facet_page, list_page, measures_page
from ..base.page import Page
from ..base.record import Record
from ..base.reference import Reference
from ..editions import Edition
from ..facets import by_value
from ..records.rectification import STAGES
from ..rectifications import CLOSED, Standing, by_type, standings
from ._frame import render
from ._ledger_cells import FULL_TABLE, STATES, joined
from ._rectification_rows import Rows
from ._rows import newest_first

WORKED, RELAPSED, NOT_SEEN, OPEN = RESULTS = ("见效", "反弹", "等待回访", "还没有完成")


class Tried(NamedTuple):
    """How much was tried against one type of loophole, and what came of it."""

    tasks: int
    units: int
    closed: int
    worked: int
    relapsed: int


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all types of loophole and a page for each."""
    library = edition.library
    cases = by_value(library, "loophole", newest_first(library.of_kind("case")))
    tried = by_type(standings(library))
    kinds = sorted({*cases, *tried})
    rows = Rows(edition, measures_page())
    table = [(kind, len(cases.get(kind, ())), _figures(tried.get(kind, []))) for kind in kinds]
    yield render(
        edition,
        "measures_list.md.j2",
        measures_page(),
        "别处怎么办",
        kinds=sorted(table, key=lambda one: (-one[2].tasks, -one[1], one[0])),
        page=measures_page,
    )
    for kind in kinds:
        yield _kind(edition, rows, kind, cases.get(kind, []), tried.get(kind, []))


def _kind(
    edition: Edition, rows: Rows, kind: str, cases: list[Record], some: list[Standing]
) -> Page:
    ordered = sorted(
        some,
        key=lambda one: (
            RESULTS.index(_result(one)), -STAGES.index(one.stage), one.record.id,
        ),
    )  # fmt: skip
    return render(
        edition,
        "measures.md.j2",
        measures_page(kind),
        kind,
        [("别处怎么办", measures_page())],
        kind=kind,
        cases=[(case, list(_loopholes(case, kind))) for case in cases],
        cases_page=facet_page("loophole", kind) if cases else "",
        figures=_figures(some),
        rows=joined(rows.tried(one, _result(one)) for one in ordered[:FULL_TABLE]),
        most=FULL_TABLE,
        ledger=list_page("rectification"),
        results="|".join(RESULTS),
        states=STATES,
    )


def _loopholes(case: Any, kind: str) -> Iterator[tuple[Reference, Any]]:
    """The loopholes of one type in a case, each with the way to it."""
    for one in case.loopholes:
        if one.type == kind:
            yield Reference(case.kind, case.id, str(one.id)), one


def _result(one: Standing) -> str:
    """What came of a rectification, in a word."""
    if one.record.revisits:
        return RELAPSED if one.relapsed else WORKED
    return NOT_SEEN if one.stage in STAGES[2:] else OPEN


def _figures(some: list[Standing]) -> Tried:
    results = [_result(one) for one in some]
    return Tried(
        tasks=len(some),
        units=len({one.record.unit for one in some}),
        closed=sum(one.stage == CLOSED for one in some),
        worked=results.count(WORKED),
        relapsed=results.count(RELAPSED),
    )
