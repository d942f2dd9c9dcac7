"""The home page: what is here, in numbers that lead to what they count."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import (
    FACETS,
    HOME,
    citations_page,
    facet_index,
    facet_page,
    list_page,
    matrix_page,
    review_page,
)
from ..base.page import Page
from ..editions import Edition
from ..facets import by_value
from ._frame import render
from ._rows import newest_first, rows_of

_NEWEST = 8


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the home page."""
    library = edition.library
    counts = [
        (kind.label, list_page(name), len(library.of_kind(name)))
        for name, kind in library.kinds.items()
        if library.of_kind(name)
    ]
    cases = newest_first(library.of_kind("case"))

    def tiles(facet: str) -> list[tuple[str, str, int]]:
        groups = by_value(library, facet)
        return [(value, facet_page(facet, value), len(found)) for value, found in groups.items()]

    industries = tiles("industry")
    covered = {value for value, _, _ in industries}
    yield render(
        edition,
        "home.md.j2",
        HOME,
        library.site_name or "案鉴",
        counts=counts,
        newest=rows_of(cases[:_NEWEST]),
        total=len(cases),
        industries=industries,
        missing=[name for name in library.settings.industries if name not in covered],
        posts=tiles("post"),
        loopholes=sorted(tiles("loophole"), key=lambda tile: (-tile[2], tile[0]))[:12],
        ways=[(f"按{label}", facet_index(facet)) for facet, label in FACETS.items()]
        + [
            ("领域与层级对照表", matrix_page()),
            ("引用统计", citations_page()),
            ("待复核", review_page()),
        ],
        introduction=library.settings.introduction
        or "从一个岗位、一个领域、一个漏洞走进案例，对照条款，带走自查清单。",
    )
