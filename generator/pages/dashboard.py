"""The dashboard: what the library holds, in findings, charts and the tables they are drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import dashboard_page, list_page, matrix_page, overdue_page, search_page
from ..base.page import Page
from ..coverage import Coverage, coverage
from ..editions import Edition
from ..month_grid import MISSING, REPORTED, ZERO, Grid, grid
from ..rectifications import Standing, overdue, standings
from . import _case_figures, _ledger_figures
from ._figures import named
from ._frame import render
from ._rows import newest_first


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one page; what the edition holds no records of is not on it."""
    library = edition.library
    cases = newest_first(library.of_kind("case"))
    covered = coverage(library, cases)
    found = standings(library)
    months = grid(library)
    page = render(
        edition,
        "dashboard.md.j2",
        dashboard_page(),
        "仪表盘",
        numbers=list(_numbers(len(cases), found, months, covered)),
        cases=list(_case_figures.by_trade(library, cases)),
        outcomes=list(_case_figures.outcomes(cases)),
        loop=list(_ledger_figures.loop(library, found)),
        months=list(_ledger_figures.months(library, months)),
        gaps=list(_case_figures.gaps(covered)) if cases else [],
        gap_words=list(_gap_words(covered)),
        search=search_page(),
    )
    yield Page(page.path, page.title, page.body, searchable=False)


def _numbers(
    cases: int, found: tuple[Standing, ...], months: Grid, covered: Coverage
) -> Iterator[tuple[str, str, int]]:
    yield "案例", list_page("case"), cases
    if cases:
        yield "领域与层级的缺口", matrix_page(), covered.gaps
    if found:
        yield "整改", list_page("rectification"), len(found)
        yield "逾期", overdue_page(), len(overdue(found))
    if months.rows:
        states = [cell.state for row in months.rows for cell in row.cells]
        yield "月报", list_page("month"), sum(one in (ZERO, REPORTED) for one in states)
        yield "漏报", list_page("month"), states.count(MISSING)


def _gap_words(found: Coverage) -> Iterator[str]:
    """The gaps as sentences."""
    if found.trades_without:
        yield f"完全没有案例的领域：{'、'.join(found.trades_without)}。"
    some = [row for row in found.rows if row.total]
    for level in found.levels_by_gaps:
        lacking = [row.trade for row in some if level in row.gaps]
        if len(lacking) == len(some):
            yield f"层级「{level}」没有任何案例。"
        elif lacking:
            yield f"层级「{level}」还缺：{named(lacking, 8)}。"
    if found.posts_without:
        lead = f"{found.post_count} 个岗位里有 {len(found.posts_without)} 个没有案例"
        yield f"{lead}：{'、'.join(found.posts_without)}。"
    if found.unplaced:
        yield f"另有 {found.unplaced} 件案例没有填写领域或层级，不在图和表里。"
