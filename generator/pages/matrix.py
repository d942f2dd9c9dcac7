"""Trades against levels; empty cells are the gaps in the library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..addresses import facet_index, facet_page, matrix_page
from ..base.page import Page
from ..editions import Edition
from ..facets import LEVELS
from ._frame import render
from ._rows import newest_first


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one matrix page."""
    cells: dict[tuple[str, str], list[Any]] = {}
    for case in newest_first(edition.library.of_kind("case")):
        fields: Any = case
        if fields.industry and fields.level:
            cells.setdefault((fields.industry, fields.level), []).append(case)
    industries = list(edition.library.settings.industries)
    rows = [
        (
            industry,
            facet_page("industry", industry),
            [cells.get((industry, level), []) for level in LEVELS],
        )
        for industry in industries
    ]
    gaps = sum(not cases for _, _, columns in rows for cases in columns)
    unplaced = len(edition.library.of_kind("case")) - sum(len(found) for found in cells.values())
    yield render(
        edition,
        "matrix.md.j2",
        matrix_page(),
        "领域与层级对照表",
        [("按领域", facet_index("industry"))],
        levels=LEVELS,
        rows=rows,
        gaps=gaps,
        unplaced=unplaced,
    )
