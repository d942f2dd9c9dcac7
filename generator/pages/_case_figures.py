"""Figures about cases: by trade and year, by outcome, and where there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..addresses import facet_index, facet_page, list_page, matrix_page, outcome_page
from ..base.record import Record
from ..coverage import Coverage
from ..facets import LEVELS, by_value, values
from ..library import Library
from ..outcomes import OUTCOMES, by_outcome
from ._figures import BARS, HEAT, MISSING, SOME, Cell, Column, Figure, Row, named

_YEARS = 7
"""As many years as can be told apart in one bar; the older ones are taken together."""
_EARLIER = "更早"


def by_trade(library: Library, cases: Sequence[Record]) -> Iterator[Figure]:
    """Cases by trade, each bar divided by the year of the decision."""
    groups = by_value(library, "industry", cases)
    if not groups:
        return
    years = sorted(by_value(library, "year", [case for some in groups.values() for case in some]))
    undated = any(not case.date for some in groups.values() for case in some)
    shown = years[-_YEARS:] if len(years) <= _YEARS else years[1 - _YEARS :]
    heads = [
        *([_EARLIER] if len(shown) < len(years) else []),
        *shown,
        *([_UNDATED] if undated else []),
    ]
    rows = []
    for trade, some in sorted(groups.items(), key=lambda one: -len(one[1])):
        counted = Counter(_year(case, shown) for case in some)
        path = facet_page("industry", trade)
        rows.append(Row(trade, tuple(Cell(str(counted[head])) for head in heads), path))
    top = [trade for trade, some in groups.items() if len(some) == max(map(len, groups.values()))]
    yield Figure(
        "trades",
        f"案例最多的领域：{named(top)}，{'各 ' if len(top) > 1 else ''}{len(groups[top[0]])} 件",
        BARS,
        "领域",
        tuple(_year_column(head) for head in heads),
        tuple(rows),
        note="每一条是一个领域，按处理时间的年份分段。",
        search=("领域", "年份"),
        links=(("按领域看案例", facet_index("industry")), ("按年份看案例", facet_index("year"))),
    )


_UNDATED = "未注明"


def _year(case: Record, shown: Sequence[str]) -> str:
    year = next(iter(values(case, "year")), _UNDATED)
    return year if year in shown or year == _UNDATED else _EARLIER


def _year_column(head: str) -> Column:
    if not head.isdigit():
        return Column(head)
    return Column(f"{head}年", facet_page("year", head), head)


def outcomes(cases: Sequence[Record]) -> Iterator[Figure]:
    """What was decided, one figure for each system of measures."""
    for name, groups in by_outcome(cases).items():
        label = OUTCOMES[name][0]
        found = {value: len(some) for value, some in groups.items()}
        if not any(found.values()):
            continue
        most = max(found.values())
        top = [value for value, count in found.items() if count == most]
        yield Figure(
            f"outcome-{name}",
            f"{label}：{named(top)}最多，{'各 ' if len(top) > 1 else ''}{most} 件",
            BARS,
            label,
            (Column("件数"),),
            tuple(
                Row(value, (Cell(str(count), path),), path)
                for value, count in found.items()
                for path in [outcome_page(label, value) if count else ""]
            ),
        )


def gaps(found: Coverage) -> Iterator[Figure]:
    """Trades against levels, with the posts of each trade."""
    if not found.rows:
        return
    total = len(found.rows) * len(LEVELS)
    empty = found.trades_without
    yield Figure(
        "coverage",
        f"领域与层级的 {total} 格里有 {found.gaps} 格是缺口"
        + (f"，{len(empty)} 个领域完全没有案例" if empty else ""),
        HEAT,
        "领域",
        tuple(
            Column(
                level,
                facet_page("level", level) if any(row.cells[at] for row in found.rows) else "",
                level,
            )
            for at, level in enumerate(LEVELS)
        ),
        tuple(
            Row(
                row.trade,
                tuple(
                    Cell(str(len(cases)), "", SOME) if cases else Cell("缺", "", MISSING, "缺")
                    for cases in row.cells
                ),
                facet_page("industry", row.trade) if row.total else "",
                tuple((f"{post} {count}", facet_page("post", post)) for post, count in row.posts),
            )
            for row in found.rows
        ),
        note="数字是案例件数；画斜线、写着「缺」的格子还没有案例。",
        search=("领域", "层级"),
        more="涉及的岗位和件数",
        links=(("领域与层级对照表", matrix_page()), ("案例目录", list_page("case"))),
    )
