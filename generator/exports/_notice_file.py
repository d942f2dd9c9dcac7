"""A report on the ledgers as blocks, and as a Word file."""

from __future__ import annotations

from ..ledger_report import Report, Section, plain_text
from ..ledger_report import Table as Rows
from ..lesson_set import Issue
from ._blocks import Block, Paper, Paragraph, Table, row, text
from ._sections import Sections
from ._word_files import word_file


def report_file(report: Report, issue: Issue) -> bytes:
    """Return a notice or a summary as a Word file."""
    return word_file(report_paper(report, issue))


def report_paper(report: Report, issue: Issue) -> Paper:
    """The document that a report becomes."""
    made = Sections()
    made.plain((Paragraph(text(plain_text(report.opening))),))
    for section in report.sections:
        made.add(section.title, _blocks(section))
    return Paper("通报", report.title, tuple(_about(report, issue)), made.blocks, issue)


def _about(report: Report, issue: Issue) -> list[str]:
    """Whose it is, whether it is made up, who may have it."""
    first = "　".join(one for one in (issue.unit, "虚构台账" if report.made_up else "") if one)
    return [one for one in (first, issue.banner) if one]


def _blocks(section: Section) -> list[Block]:
    blocks: list[Block] = [Paragraph(text(plain_text(one))) for one in section.paragraphs]
    if section.table is not None:
        blocks.append(_table(section.table))
    return blocks


def _table(table: Rows) -> Table:
    rows = [row(*table.heads), *(row(*map(plain_text, one)) for one in table.rows)]
    if table.sums:
        rows.append(row(*table.sums))
    return Table(tuple(rows), head=True, labels=(0,), widths=table.widths)
