"""The audit sheet as a Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ..base.archive import packed_again
from .sheet import PRINCIPLES, Sheet

_SONG, _HEI = "宋体", "黑体"
_NO_TIME = datetime(2000, 1, 1, tzinfo=timezone.utc)
"""Word wants a time in the properties; the day of the sheet stands on it where it was signed."""


def word(sheet: Sheet) -> bytes:
    """Return a .docx on A4 with the margins of official documents; same sheet, same bytes."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    _font(document.styles["Normal"], _SONG, 12)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, "案例库内容审核表", _HEI, 18)
    _run(document.add_paragraph(), sheet.state, _HEI, 12)
    _table(document, [("标题", sheet.title), *(one for one in sheet.facts if one[1])])
    _heading(document, "一、逐项审核")
    _table(document, [("原则", "要求", "意见"), *((*one, "") for one in PRINCIPLES)], head=True)
    _heading(document, "二、程序检查发现的问题")
    _table_or_none(document, ("程度", "代码", "位置", "内容"), sheet.found)
    _heading(document, "三、豁免")
    _table_or_none(document, ("代码", "位置", "理由", "批准人"), sheet.waived)
    if sheet.attachments:
        _heading(document, "四、附件")
        _table(document, sheet.attachments)
    _heading(document, f"{'五' if sheet.attachments else '四'}、签批")
    _table(document, [*sheet.signatures, ("时间", sheet.date), ("结论", sheet.verdict)])
    note = "表式参照 GB/T 38862-2020 附录 A。签批只对上面的「内容指纹」有效，内容一改就要重签。"
    _run(document.add_paragraph(), note, _SONG, 10.5)
    return _written(document)


def _heading(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.paragraph_format.keep_with_next = True
    _run(paragraph, text, _HEI, 12)


def _table_or_none(document: Any, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        _table(document, [head, *rows], head=True)
    else:
        document.add_paragraph("没有。")


def _table(document: Any, rows: Iterable[Sequence[str]], *, head: bool = False) -> None:
    listed = list(rows)
    table = document.add_table(rows=0, cols=len(listed[0]))
    table.style = "Table Grid"
    for number, row in enumerate(listed):
        cells = table.add_row().cells
        for position, text in enumerate(row):
            bold = (head and number == 0) or (not head and position == 0)
            _run(cells[position].paragraphs[0], text, _HEI if bold else _SONG, 11)


def _run(paragraph: Any, text: str, font: str, size: float) -> None:
    _font(paragraph.add_run(text), font, size)


def _font(of: Any, name: str, size: float) -> None:
    of.font.name = name
    of.font.size = Pt(size)
    properties = of.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _written(document: Any) -> bytes:
    core = document.core_properties
    core.author = core.title = core.comments = core.last_modified_by = ""
    core.created = core.modified = _NO_TIME
    target = io.BytesIO()
    document.save(target)
    with zipfile.ZipFile(target) as archive:
        return packed_again({name: archive.read(name) for name in archive.namelist()})
