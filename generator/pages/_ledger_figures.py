"""Figures about ledgers: how far rectifications are, and what was reported month by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..addresses import (
    board_page,
    facet_index,
    ledger_page,
    list_page,
    overdue_page,
    record_page,
)
from ..base.months import YearMonth, label
from ..base.reference import Reference
from ..library import Library, page_of
from ..month_grid import BEFORE, WAITING, Grid
from ..month_grid import MISSING as UNREPORTED
from ..month_grid import ZERO as ALL_ZERO
from ..month_grid import Cell as Report
from ..month_grid import Row as UnitRow
from ..month_notices import notice_name
from ..rectifications import Standing, counts, funnel, overdue
from ._figures import BARS, HEAT, MISSING, SOME, ZERO, Cell, Column, Figure, Row
from ._ledger_cells import ANCHORS

_MONTHS = 12
_SIGNS = {WAITING: "待", BEFORE: "—"}
_UNITS = 40
"""More units than these make a picture in which nobody finds anything."""


def loop(library: Library, found: Sequence[Standing]) -> Iterator[Figure]:
    """From the loopholes in the cases to what is closed."""
    if not found:
        return
    stages = counts(found)
    late = len(overdue(found))
    yield Figure(
        "loop",
        f"{len(found)} 项整改，{stages['已销号']} 项已销号，"
        + (f"{late} 项逾期" if late else "没有逾期"),
        BARS,
        "走到哪一步",
        (Column("数量"),),
        tuple(
            Row(step, (Cell(str(count), path),), path)
            for step, count in funnel(library, found)
            for path in [_step_page(step)]
        ),
        note="前两条数的是案例里的漏洞，后面数的是整改任务；每一步只数走到这一步的。",
        links=(
            ("整改台账", list_page("rectification")),
            ("进展一览", board_page()),
            ("逾期清单", overdue_page()),
        ),
    )


def _step_page(step: str) -> str:
    if "漏洞" in step:
        return facet_index("loophole")
    return board_page(ANCHORS.get(step, ""))


def months(library: Library, found: Grid) -> Iterator[Figure]:
    """What the units reported in the last twelve months; the rest is on the ledger's pages."""
    if not found.months:
        return
    shown = found.months[-_MONTHS:]
    start = len(found.months) - len(shown)
    names = {row.unit: _name(library, row.unit) for row in found.rows}
    missing = {row.unit: _missing(row.cells[start:]) for row in found.rows}
    rows = sorted(found.rows, key=lambda row: -missing[row.unit])[:_UNITS]
    kept = {row.unit for row in rows}
    yield Figure(
        "months",
        _finding(library, found, missing, len(shown)),
        HEAT,
        "单位",
        tuple(_column(month, month == shown[0]) for month in shown),
        tuple(_row(library, row, names, start) for row in found.rows if row.unit in kept),
        note=f"{label(shown[0])}到{label(shown[-1])}，数字是发现问题、立案、处置线索三项之和。"
        "「零」是报了零；画斜线、写着「未报」（窄格里写「缺」）的是没有报。"
        + (f"这里只列漏报最多的 {_UNITS} 个单位。" if len(found.rows) > _UNITS else ""),
        links=(("零通报", list_page("month")), ("单位", list_page("unit"))),
    )


def _column(month: YearMonth, first: bool) -> Column:  # noqa: FBT001 - one place
    """The head of a month; the year stands where it begins."""
    words = label(month) if first or month[1] == 1 else f"{month[1]}月"
    return Column(words, ledger_page("month", notice_name(month)))


def _name(library: Library, unit: Reference) -> str:
    record = library.get(unit)
    return record.mention if record else unit.id


def _missing(cells: Sequence[Report]) -> int:
    return sum(cell.state == UNREPORTED for cell in cells)


def _finding(library: Library, found: Grid, missing: Mapping[Reference, int], count: int) -> str:
    least = library.settings.ledgers.zero_streak
    months = set(found.months[-count:])
    quiet = sum(any(last in months for _, last, _ in row.streaks(least)) for row in found.rows)
    gaps = sum(missing.values())
    units = sum(bool(one) for one in missing.values())
    told = f"{units} 个单位漏报 {gaps} 次" if gaps else "没有漏报"
    zeros = f"{quiet} 个单位连续 {least} 个月以上零报告" if quiet else "没有长期零报告的单位"
    return f"最近 {count} 个月，{told}，{zeros}"


def _row(library: Library, row: UnitRow, names: Mapping[Reference, str], start: int) -> Row:
    return Row(
        names[row.unit],
        tuple(_cell(cell) for cell in row.cells[start:]),
        record_page(row.unit) if library.get(row.unit) else "",
    )


def _cell(cell: Report) -> Cell:
    path = page_of(cell.record) if cell.record is not None else list_page("month")
    if cell.state == UNREPORTED:
        return Cell(UNREPORTED, path, MISSING, "缺")
    if cell.state == ALL_ZERO:
        return Cell(ALL_ZERO, path, ZERO)
    if cell.state in _SIGNS:
        return Cell(cell.state, sign=_SIGNS[cell.state])
    return Cell(str(cell.total), path, SOME)
