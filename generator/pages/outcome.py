"""Lists of cases by what was decided in them."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import dashboard_page, outcome_page
from ..base.page import Page
from ..editions import Edition
from ..outcomes import OUTCOMES, by_outcome
from ._frame import Frame, render
from ._rows import newest_first, rows_of


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one list for every outcome that some case has."""
    newest = newest_first(edition.library.of_kind("case"))
    beside = Frame(edition, outcome_page("any", "any"), "")
    rows = {row.record.id: beside.row(row) for row in rows_of(newest)}
    for name, groups in by_outcome(newest).items():
        label = OUTCOMES[name][0]
        for value, cases in groups.items():
            if cases:
                yield render(
                    edition,
                    "record_list.md.j2",
                    outcome_page(label, value),
                    f"{label}：{value}" if value not in label else value,
                    [("仪表盘", f"{dashboard_page()}#outcomes")],
                    groups=[("", [rows[case.id] for case in cases])],
                    label="案例",
                    note=f"{label}为「{value}」的案例，共 {len(cases)} 件",
                )
