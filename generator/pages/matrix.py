"""Trades against levels; empty cells are the gaps in the library."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import facet_index, facet_page, matrix_page
from ..base.page import Page
from ..coverage import coverage
from ..editions import Edition
from ..facets import LEVELS
from ._frame import render
from ._rows import newest_first


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one matrix page."""
    found = coverage(edition.library, newest_first(edition.library.of_kind("case")))
    yield render(
        edition,
        "matrix.md.j2",
        matrix_page(),
        "领域与层级对照表",
        [("按领域", facet_index("industry"))],
        levels=LEVELS,
        rows=[(row.trade, facet_page("industry", row.trade), row.cells) for row in found.rows],
        gaps=found.gaps,
        unplaced=found.unplaced,
    )
