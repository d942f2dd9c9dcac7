"""Months one after another: zeros that go on, gaps, rows that another edition does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.finding import Finding, Level
from ..base.record import Record
from ..library import Library, key_of
from ..month_grid import MISSING, Cell, Row, grid
from ..month_words import span
from ._finding import about

RULES = (
    ("C531", "没有单位连续几个月都是零报告"),
    ("C532", "两条月报之间没有漏报的月份"),
    ("C534", "一个单位的月报范围和状态一致"),
)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the reports of each unit in their order."""
    for row in grid(library).rows:
        yield from _streaks(library, row)
        yield from _gaps(library, row)
        yield from _audiences(library, row)


def _streaks(library: Library, row: Row) -> Iterator[Finding]:
    by_month = {cell.month: cell.record for cell in row.cells}
    for first, last, length in row.streaks(library.settings.ledgers.zero_streak):
        record = by_month[last]
        if record is not None:
            message = f"连续 {length} 个月零报告：{span(first, last)}"
            yield about(
                library,
                key_of(record),
                ("month",),
                "C531",
                message,
                level=Level.NOTICE,
                hint="去看一看：是没有问题，还是没有发现问题。",
            )


def _gaps(library: Library, row: Row) -> Iterator[Finding]:
    run: list[Cell] = []
    for cell in row.cells:
        if cell.state == MISSING and cell.record is None:
            run.append(cell)
            continue
        if run and cell.record is not None:
            message = f"{span(run[0].month, run[-1].month)}没有月报"
            yield about(
                library,
                key_of(cell.record),
                ("month",),
                "C532",
                message,
                level=Level.WARNING,
                hint="补上；没有情况的各项写 0，那是零报告，不是不报。",
            )
        run = []


def _audiences(library: Library, row: Row) -> Iterator[Finding]:
    """What an edition leaves out of the reports of a unit looks there like a gap."""
    records = [cell.record for cell in row.cells if cell.record is not None]
    wanted = max(records, key=_breadth)
    for record in records:
        if _breadth(record) < _breadth(wanted):
            said = record.audience if record.audience != "公开" else record.status
            message = f"这个月的月报是「{said}」，同一单位别的月份是「公开」，公开版里会像漏报"
            yield about(
                library,
                key_of(record),
                ("month",),
                "C534",
                message,
                level=Level.WARNING,
                hint="一个单位的月报要么都公开，要么都不公开。",
            )


def _breadth(record: Record) -> int:
    return record.audience == "公开" and record.status == "已发布"
