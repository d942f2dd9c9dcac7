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
    post_index,
    post_page,
    review_page,
    work_page,
)
from ..base.page import Page
from ..editions import Edition
from ..facets import by_value
from ..posts import posts
from ._arrangements import Arrangement, Arrangements
from ._frame import render
from ._rows import newest_first, rows_of

_NEWEST = 8
_LEDGERS = ("整改台账", "逾期", "零通报", "政治监督清单", "订单")
_SHELVES = ("cases", "policies", "materials")
"""What is read and taught is counted at the top; ledgers are below, with what is late."""
_KINDS = ("rectification", "month", "area", "checklist", "inspection", "notice", "order")


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the home page."""
    library = edition.library
    arranged = Arrangements(edition)
    kinds = [
        *(
            kind
            for one in _SHELVES
            for kind in library.kinds.values()
            if kind.folder.startswith(one)
        ),
        *arranged.other_kinds(),
    ]
    counts = [(one.label, list_page(one.kind), len(library.of_kind(one.kind))) for one in kinds]
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
        counts=[one for one in counts if one[2]],
        newest=rows_of(cases[:_NEWEST]),
        total=len(cases),
        industries=industries,
        missing=[name for name in library.settings.industries if name not in covered],
        posts=[
            (one.name, post_page(one.name), len(one.cases) + one.more)
            for one in posts(library).values()
        ],
        post_index=post_index(),
        ledgers=_ledgers(arranged),
        work=work_page(),
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


def _ledgers(arranged: Arrangements) -> list[Arrangement]:
    """The ledgers that the home page names; none where the edition holds none."""
    if not any(arranged.library.of_kind(kind) for kind in _KINDS):
        return []
    found = {one.label: one for _, some in arranged.groups() for one in some}
    return [found[label] for label in _LEDGERS]
