"""The page of a unit: where it stands in every ledger, what is late, and the way to the rows."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import facet_page, ledger_page, list_page, overdue_page, record_page
from ..base.months import label
from ..base.page import Page
from ..editions import Edition
from ..facets import by_value
from ..library import key_of
from ..records.unit import Unit
from ._citations import Clauses
from ._frame import render
from ._unit_view import UnitViews

MOST = 10
"""How many rows of one ledger the page shows; the rest is a link away."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per unit."""
    library = edition.library
    units = [one for one in library.of_kind("unit") if isinstance(one, Unit)]
    if not units:
        return
    views = UnitViews(edition)
    clauses = Clauses(edition)
    trades = by_value(library, "industry")
    for unit in units:
        path = record_page(key_of(unit))
        cited = clauses.cite(unit, path)
        yield render(
            edition,
            "unit.md.j2",
            path,
            unit.heading,
            [("单位", list_page("unit"))],
            unit=cited.record,
            notes=cited.notes,
            view=views.of(unit),
            trades=[
                (str(one), facet_page("industry", one) if one in trades else "")
                for one in unit.industries
            ],
            rectifications=ledger_page("rectification", unit.id),
            overdue=overdue_page(),
            assessed=list_page("assessment"),
            month_label=label,
            most=MOST,
        )
