"""Writing a Word file in the layout of official documents; same calls, same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

from ..base.archive import packed_again
from . import measures
from .fonts import HEI
from .measures import OFFICIAL, Scale
from .package import blank

HEADINGS = ("heading 1", "heading 2", "heading 3")
_TOGETHER = 12
"""Rows up to which a table is not divided between pages."""
NO_DAY = date(2000, 1, 1)
"""Word wants a day in the properties, also where there is none."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph, all in one typeface."""

    text: str
    strong: bool = False


class OfficialDocument:
    """A Word file that grows from top to bottom."""

    def __init__(self, scale: Scale = OFFICIAL) -> None:
        self._document = docx.Document(io.BytesIO(blank(scale)))
        styles = self._document.styles
        self._styles = {one.name.lower(): one for one in styles}
        self._after_table = self._after_line = self._break = False

    def paragraph(self, style: str, *runs: Run) -> Any:
        """Add a paragraph in a style of the layout, named as Word names it."""
        if self._after_table:
            self._gap()
        self._after_line = style == "answer line"
        made = self._document.add_paragraph()
        self._fill(made, style, runs)
        if self._break:
            made.paragraph_format.page_break_before = True
            self._break = False
        return made

    def text(self, style: str, text: str) -> None:
        """Add a paragraph of plain words."""
        self.paragraph(style, Run(text))

    def bullet(self, depth: int, *runs: Run) -> None:
        """Add an item of a list; `depth` counts from 0 and ends at 2."""
        made = self.paragraph("list bullet", *runs)
        if depth:
            numbering = made._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
            numbering.get_or_add_ilvl().val = min(depth, 2)
            numbering.get_or_add_numId().val = 1

    def answer_lines(self, count: int) -> None:
        """Add empty lines to write on."""
        for _ in range(count):
            self.paragraph("answer line")

    def page_break(self) -> None:
        """Let the paragraph that follows begin on a new page."""
        self._break = True

    def table(
        self,
        rows: Sequence[Sequence[Sequence[Sequence[Run]]]],
        *,
        head: bool = False,
        labels: Collection[int] = (),
        widths: Sequence[float] = (),
    ) -> None:
        """Add a table: rows of cells of paragraphs of runs.

        `head` sets the first row apart and repeats it on each page, `labels` some columns;
        `widths` are parts of the width of the text, in any unit.
        """
        columns = len(rows[0])
        self._gap()
        table = self._document.add_table(len(rows), columns)
        table.style = self._styles["table grid"]
        table.autofit = False
        sizes = _widths(widths, columns)
        for column, width in zip(table.columns, sizes, strict=True):
            column.width = width
        for number, (row, given) in enumerate(zip(table.rows, rows, strict=True)):
            first = head and number == 0
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001
            properties.append(OxmlElement("w:cantSplit"))
            if first:
                properties.append(OxmlElement("w:tblHeader"))
            together = len(rows) <= _TOGETHER and number < len(rows) - 1
            for position, cell in enumerate(row.cells):
                cell.width = sizes[position]
                style = "table head" if first or position in labels else "table text"
                self._cell(cell, given[position], style, together=together)
        self._after_table = True

    def _cell(
        self, cell: Any, paragraphs: Sequence[Sequence[Run]], style: str, *, together: bool
    ) -> None:
        for number, runs in enumerate(paragraphs or ((),)):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            self._fill(paragraph, style, runs)
            if together:
                paragraph.paragraph_format.keep_with_next = True

    def _gap(self) -> None:
        """Keep a table away from what stands before or behind it."""
        if self._after_table or self._after_line:
            self._after_table = self._after_line = False
            self._fill(self._document.add_paragraph(), "gap", ())

    def _fill(self, paragraph: Any, style: str, runs: Sequence[Run]) -> None:
        paragraph.style = self._styles[style]
        for one in runs:
            made = paragraph.add_run(one.text)
            if one.strong:
                made.bold = True
                fonts = made._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
                for place in ("ascii", "hAnsi", "eastAsia", "cs"):
                    fonts.set(qn(f"w:{place}"), HEI.name)
                fonts.set(qn("w:hint"), "eastAsia")

    def written(self, title: str, author: str = "", day: date = NO_DAY, subject: str = "") -> bytes:
        """Return the file; its properties hold what is given here and nothing else."""
        core = self._document.core_properties
        core.title, core.author, core.subject = title[:255], author[:255], subject[:255]
        core.comments = core.last_modified_by = core.keywords = ""
        core.language = "zh-CN"
        core.created = core.modified = datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
        target = io.BytesIO()
        if self._after_table:
            self._gap()
        self._document.save(target)
        with zipfile.ZipFile(target) as archive:
            return packed_again({name: archive.read(name) for name in archive.namelist()})


def _widths(parts: Sequence[float], columns: int) -> list[Any]:
    given = list(parts) or [1.0] * columns
    whole = measures.TEXT_WIDTH * 20
    return [Twips(int(whole * one / sum(given))) for one in given]
