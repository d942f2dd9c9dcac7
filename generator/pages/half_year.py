"""The summary for the half-year meeting: a page for every half year."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import assessment_page, ledger_page, list_page
from ..base.page import Page
from ..editions import Edition
from ..half_year_summaries import summaries
from ..half_years import halves
from ._ledger_report import report_page

_CRUMB = ("零通报", list_page("month"))


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per half year."""
    every = halves(edition.library)
    for at, report in enumerate(summaries(edition.library)):
        around = [
            (every[place].label, ledger_page("month", every[place].name))
            for place in (at - 1, at + 1)
            if 0 <= place < len(every)
        ]
        around.append((f"{every[at].year}年考核", assessment_page(every[at].year)))
        yield report_page(edition, report, _CRUMB, around)
