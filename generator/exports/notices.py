"""Monthly notices and half-year summaries as Word files in the layout of official documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.months import YearMonth
from ..base.reference import Reference
from ..editions import Edition
from ..half_year_summaries import summaries
from ..half_years import Half
from ..ledger_report import Report
from ..lesson_set import Issue, digest
from ..library import key_of
from ..month_grid import BEFORE, grid
from ..month_notices import notices
from . import Document, Format
from ._later import later

FORMAT = Format("Word 文档：每月的月报通报、半年总结")


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield a notice for each month and a summary for each half year.

    With `only`, those in which one of these reports or units is spoken of.
    """
    wanted = _months(edition, only)
    issue = Issue.of(edition)
    months = grid(edition.library).months
    for month, report in zip(months, notices(edition.library), strict=True):
        if month in wanted:
            yield _document(report, issue)
    named = {Half.of(month).name for month in wanted}
    for report in summaries(edition.library):
        if report.name in named:
            yield _document(report, issue)


def _months(edition: Edition, only: Collection[Reference]) -> frozenset[YearMonth]:
    """The months that are asked for."""
    found = grid(edition.library)
    return frozenset(
        cell.month
        for row in found.rows
        for cell in row.cells
        if not only
        or (row.unit in only and cell.state != BEFORE)
        or (cell.record and key_of(cell.record) in only)
    )


def _document(report: Report, issue: Issue) -> Document:
    inputs = digest(report, issue)
    return Document(
        f"notices/{report.file}.docx", inputs, later("_notice_file", "report_file", report, issue)
    )
