"""The monthly notice: a page for every month."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import ledger_page, list_page
from ..base.months import label
from ..base.page import Page
from ..editions import Edition
from ..month_grid import grid
from ..month_notices import notice_name, notices
from ._ledger_report import report_page

_CRUMB = ("零通报", list_page("month"))


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per month."""
    months = grid(edition.library).months
    for at, report in enumerate(notices(edition.library)):
        around = [
            (f"{way}：{label(months[place])}", ledger_page("month", notice_name(months[place])))
            for way, place in (("上月", at - 1), ("下月", at + 1))
            if 0 <= place < len(months)
        ]
        yield report_page(edition, report, _CRUMB, around)
