"""A report on the ledgers as a page: its words with their links."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ..addresses import ledger_page
from ..base.markdown import Raw, plain
from ..base.page import Page
from ..editions import Edition
from ..ledger_report import Report, Section, Words
from ..records.month import Month
from ._frame import Frame, render

_SHORT = 12
_NOWRAP = ' class="aj-nowrap"'


class SectionView(NamedTuple):
    """A section whose texts are HTML."""

    title: str
    paragraphs: tuple[Raw, ...]
    heads: tuple[str, ...]
    rows: Raw
    sums: tuple[str, ...]


def report_page(
    edition: Edition, report: Report, crumb: tuple[str, str], around: list[tuple[str, str]]
) -> Page:
    """The page of a report; `around` are those before and after it."""
    path = ledger_page("month", report.name)
    frame = Frame(edition, path, report.title)
    made = render(
        edition,
        "ledger_report.md.j2",
        path,
        report.title,
        (crumb,),
        opening=linked(frame, report.opening),
        sections=[_section(frame, one) for one in report.sections],
        made_up=report.made_up,
        around=around,
        file=report.file,
    )
    return replace(made, filed=Month.label)


def linked(frame: Frame, words: Words) -> Raw:
    """Words as HTML, each a link where it has a page."""
    return Raw(
        "".join([frame.a(one.path, one.text) if one.path else plain(one.text) for one in words])
    )


def _section(frame: Frame, section: Section) -> SectionView:
    paragraphs = tuple(linked(frame, one) for one in section.paragraphs)
    table = section.table
    if table is None:
        return SectionView(section.title, paragraphs, (), Raw(""), ())
    rows = "\n".join(_row(frame, row) for row in table.rows)
    return SectionView(section.title, paragraphs, table.heads, Raw(rows), table.sums)


def _row(frame: Frame, row: tuple[Words, ...]) -> str:
    first, *others = row
    cells = "".join([_cell(frame, words) for words in others])
    return f'<tr><th scope="row">{linked(frame, first)}</th>{cells}</tr>'


def _cell(frame: Frame, words: Words) -> str:
    """A cell; what is short, such as a date, stays on one line."""
    short = len(words) == 1 and len(words[0].text) <= _SHORT
    return f"<td{_NOWRAP if short else ''}>{linked(frame, words)}</td>"
