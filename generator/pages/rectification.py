"""The ledger of rectifications: of all units, of each one, what is late, and the board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from ..addresses import (
    board_page,
    export_file,
    ledger_page,
    list_page,
    measures_page,
    overdue_page,
)
from ..base.dates import PartialDate
from ..base.page import Page
from ..base.record import Source
from ..base.reference import Reference
from ..editions import Edition
from ..records.rectification import STAGES, Rectification
from ..rectifications import Standing, by_unit, counts, overdue, standings
from ._citations import Clauses
from ._frame import render
from ._ledger_cells import ANCHORS, FULL_TABLE, SIGNS, STATES, joined
from ._rectification_rows import Rows

_CSV = "rectifications_csv"
_CRUMB = ("整改台账", list_page("rectification"))


@dataclass(frozen=True)
class Figures:
    """How many rectifications there are, in which stage, and with which of them something is."""

    total: int
    stages: dict[str, int]
    late: int
    unvisited: int
    relapsed: int


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the ledger of all units, the board, the list of what is late, a page per unit."""
    found = standings(edition.library)
    rows = Rows(edition, overdue_page())
    units = by_unit(found)
    yield _index(edition, rows, found, units)
    yield _board(edition, rows, found, units)
    yield _late(edition, rows, found, units)
    clauses = Clauses(edition)
    for key, some in units.items():
        yield _unit(edition, rows, clauses, key, some)


def _figures(some: Iterable[Standing]) -> Figures:
    every = list(some)
    return Figures(
        len(every),
        counts(every),
        sum(one.late > 0 for one in every),
        sum(one.unvisited for one in every),
        sum(one.relapsed for one in every),
    )


def _by_unit(rows: Rows, units: dict[Reference, list[Standing]]) -> list[tuple[str, str, Figures]]:
    """Name, page and figures of every unit."""
    return [
        (rows.owner(key).name, ledger_page("rectification", key.id), _figures(some))
        for key, some in units.items()
    ]


def _index(
    edition: Edition, rows: Rows, found: tuple[Standing, ...], units: dict[Any, list[Standing]]
) -> Page:
    exports = edition.rule.exports
    return render(
        edition,
        "rectification.md.j2",
        list_page("rectification"),
        "整改台账",
        figures=_figures(found),
        anchors=ANCHORS,
        units=_by_unit(rows, units),
        rows=joined(map(rows.brief, found)) if len(found) <= FULL_TABLE else None,
        states=STATES,
        overdue=overdue_page(),
        board=board_page(),
        measures=measures_page(),
        csv=export_file("rectifications.csv") if exports is None or _CSV in exports else "",
        today=PartialDate.of(edition.library.today),
    )


def _board(
    edition: Edition, rows: Rows, found: tuple[Standing, ...], units: dict[Any, list[Standing]]
) -> Page:
    """What is late comes first in its column, then the newest."""
    ordered = sorted(found, key=lambda one: (-one.late, -one.record.found.first().toordinal()))
    whole = len(found) <= FULL_TABLE
    figures = _figures(found)
    columns = [
        (
            stage,
            SIGNS[stage],
            ANCHORS[stage],
            figures.stages[stage],
            joined(rows.way(one) for one in ordered if one.stage == stage) if whole else "",
        )
        for stage in STAGES
    ]
    return render(
        edition,
        "rectification_board.md.j2",
        board_page(),
        "整改看板",
        [_CRUMB],
        columns=columns,
        figures=figures,
        whole=whole,
        units=_by_unit(rows, units),
        today=PartialDate.of(edition.library.today),
    )


def _late(
    edition: Edition, rows: Rows, found: tuple[Standing, ...], units: dict[Any, list[Standing]]
) -> Page:
    late = overdue(found)
    waiting = sorted(
        (one for one in found if one.unvisited),
        key=lambda one: (str(one.record.done), one.record.id),
    )
    return render(
        edition,
        "rectification_overdue.md.j2",
        overdue_page(),
        "逾期清单",
        [_CRUMB],
        figures=_figures(found),
        most=FULL_TABLE,
        late=joined(map(rows.late, late[:FULL_TABLE])),
        waiting=joined(map(rows.waiting, waiting[:FULL_TABLE])),
        units=[one for one in _by_unit(rows, units) if one[2].late or one[2].unvisited],
        months=edition.library.settings.ledgers.revisit_months,
        states=STATES,
        today=PartialDate.of(edition.library.today),
    )


def _unit(
    edition: Edition, rows: Rows, clauses: Clauses, key: Reference, some: list[Standing]
) -> Page:
    path = ledger_page("rectification", key.id)
    records, notes = clauses.cite_all((one.record for one in some), path)
    made = render(
        edition,
        "rectification_unit.md.j2",
        path,
        f"{rows.owner(key).title}整改台账",
        [_CRUMB],
        unit=key,
        figures=_figures(some),
        overdue=overdue_page(),
        rows=joined(map(rows.whole, some, records)),
        states=STATES,
        notes=notes,
        sources=list(_sources(some)),
        fictional=all(one.record.fictional == "是" for one in some),
        today=PartialDate.of(edition.library.today),
    )
    return replace(made, filed=Rectification.label)


def _sources(some: Iterable[Standing]) -> Iterator[tuple[Source, int]]:
    """Where the rows come from, each source once with how many rows it has."""
    sources = [one.record.source for one in some if one.record.source]
    for source, same in groupby(sorted(sources, key=str)):
        yield source, len(list(same))
