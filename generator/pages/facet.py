"""Index pages of cases: by trade, discipline, level, year, post, loophole and keyword."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import FACETS, facet_index, facet_page
from ..base.page import Page
from ..editions import Edition
from ..facets import by_value
from ._frame import render
from ._rows import newest_first, rows_of

_SUFFIX = {"discipline": "纪律", "year": "年"}


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the index of each facet and one page per value; keywords share one page."""
    rows = {row.record.id: row for row in rows_of(edition.library.of_kind("case"))}
    for facet, label in FACETS.items():
        groups = by_value(edition.library, facet)
        title = f"按{label}看案例"
        suffix = _SUFFIX.get(facet, "")
        if facet == "keyword":
            ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
            cases = [(word, newest_first(found)) for word, found in ordered]
            yield render(edition, "keyword.md.j2", facet_index(facet), title, keywords=cases)
            continue
        counted = [
            (value + suffix, facet_page(facet, value), len(groups[value])) for value in groups
        ]
        yield render(edition, "facet.md.j2", facet_index(facet), title, values=counted, label=label)
        for value, cases_of in groups.items():
            yield render(
                edition,
                "record_list.md.j2",
                facet_page(facet, value),
                value + suffix,
                [(f"按{label}", facet_index(facet))],
                groups=[("", [rows[case.id] for case in newest_first(cases_of)])],
                label="案例",
                note=f"{label}为「{value}{suffix}」的案例，共 {len(cases_of)} 件",
            )
