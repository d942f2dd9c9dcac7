"""One bank as a workbook: a question per row, and a sheet that says how answers are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..answers import LETTERS
from ..workbook_file import lines_of, set_text, settled
from ._bank import Bank
from ._exam_row import ExamRow, exam_rows

_FEWEST_OPTIONS = 4
_NOTES = (
    ("单选、多选", "答案写字母，例如 B、ABD"),
    ("判断", "答案写 正确 或 错误"),
    ("填空", "题干里空处是 ____；答案里几个空之间用 | 隔开，同一空的几种写法用 ; 隔开"),
    ("简答", "答案是参考要点，由人评分"),
    ("连线", "左栏写在题干里，选项是右栏；答案例如 1-B；2-A"),
    ("排序", "答案是正确的次序，例如 CABD"),
)
_WIDTHS = {
    "题型": 8,
    "题干": 44,
    "答案": 16,
    "解析": 40,
    "难度": 6,
    "分值": 6,
    "知识点": 16,
    "怎样写": 80,
}
_OPTION_WIDTH = 16
_LINE = 16
"""Height of a line in points."""
_TEXT, _HEAD = Font(name="宋体", size=11), Font(name="宋体", size=11, bold=True)
_TOP = Alignment(vertical="top", wrap_text=True)
_BORDER = Border(*[Side("thin", "00999999")] * 4)


def workbook(bank: Bank) -> bytes:
    """Write one bank; dates in the properties are the day of the issue."""
    rows = exam_rows(bank)
    most = max([_FEWEST_OPTIONS, *(len(row.options) for row in rows)])
    letters = [f"选项{letter}" for letter in LETTERS[:most]]
    book = Workbook()
    day = datetime.combine(bank.issue.day, time())
    book.properties.created = day
    book.properties.creator = bank.issue.site
    book.properties.title = bank.title
    sheet = book.active
    sheet.title = "题库"
    head = ("题型", "题干", *letters, "答案", "解析", "难度", "分值", "知识点")
    _fill(sheet, [head, *(tuple(_cells(row, most)) for row in rows)])
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    notes = book.create_sheet("说明")
    _fill(notes, [("题型", "怎样写"), *_NOTES])
    return settled(book)


def _cells(row: ExamRow, most: int) -> Iterator[str | int]:
    yield row.type
    yield "\n".join(row.stem)
    yield from row.options
    yield from [""] * (most - len(row.options))
    yield row.answer
    yield "\n".join(row.explanation)
    yield row.difficulty
    yield row.points
    yield row.keywords


def _fill(sheet: Worksheet, rows: list[tuple[str | int, ...]]) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    widths = [_WIDTHS.get(str(name), _OPTION_WIDTH) for name in rows[0]]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            _write(sheet.cell(number, column), value, head=number == 1)
        lines = max(map(lines_of, values, widths))
        # The most that a row may be high.
        sheet.row_dimensions[number].height = min(409, _LINE * lines)


def _write(cell: Any, value: str | int, *, head: bool) -> None:
    cell.alignment = _TOP
    cell.border = _BORDER
    cell.font = _HEAD if head else _TEXT
    if value == "":
        return
    if isinstance(value, str):
        set_text(cell, value)
    else:
        cell.value = value
