"""Index pages of cases: by trade, discipline, level, year, post, loophole and keyword."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import FACETS, facet_index, facet_page, measures_page, post_page
from ..base.page import Page
from ..editions import Edition
from ..facets import by_value
from ._frame import Frame, render
from ._rows import newest_first, rows_of

_SUFFIX = {"discipline": "纪律", "year": "年"}


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the index of each facet and one page per value; keywords share one page."""
    newest = newest_first(edition.library.of_kind("case"))
    # Every value page lies in a folder beside the others, so a case has one row for all of them.
    beside = Frame(edition, facet_page("industry", "any"), "")
    rows = {row.record.id: beside.row(row) for row in rows_of(newest)}
    for facet, label in FACETS.items():
        groups = by_value(edition.library, facet, newest)
        title = f"按{label}看案例"
        suffix = _SUFFIX.get(facet, "")
        if facet == "keyword":
            ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
            yield render(edition, "keyword.md.j2", facet_index(facet), title, keywords=ordered)
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
                groups=[("", [rows[case.id] for case in cases_of])],
                label="案例",
                note=f"{label}为「{value}{suffix}」的案例，共 {len(cases_of)} 件",
                more=_more(facet, value),
            )


def _more(facet: str, value: str) -> list[tuple[str, str]]:
    """What else there is about one value."""
    if facet == "loophole":
        return [("别处怎么办", measures_page(value))]
    return [("这个岗位的风险、条款和自查清单", post_page(value))] if facet == "post" else []
