"""The page of the full search, and a list of all index pages for whoever reads without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import (
    FACETS,
    HOME,
    LIBRARY,
    citations_page,
    facet_index,
    list_page,
    matrix_page,
    review_page,
    search_page,
)
from ..base.page import Page
from ..citing import page_title
from ..editions import Edition
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one page of the search."""
    library = edition.library
    lists = [(f"{kind.label}目录", list_page(name)) for name, kind in library.kinds.items()]
    cases = [(f"按{label}看案例", facet_index(facet)) for facet, label in FACETS.items()]
    citations = [("引用统计", citations_page()), ("待复核", review_page())]
    rules = [("检查项目一览", f"{LIBRARY}/rules.md")] if edition.rules else []
    written = [
        (page_title(text, path), path) for path, text in library.documents.items() if path != HOME
    ]
    groups = [
        ("全部记录", lists),
        ("案例", [*cases, ("领域与层级对照表", matrix_page())]),
        ("法规引用", citations),
        ("说明", written + rules),
    ]
    yield render(
        edition,
        "search.md.j2",
        search_page(),
        "搜索",
        groups=[(heading, links) for heading, links in groups if links],
    )
