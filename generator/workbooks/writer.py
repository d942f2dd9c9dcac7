"""Records of a kind to a workbook with drop-downs, or a workbook to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..base.record import Record
from ..edition_rules import EditionRule
from ..records import all_kinds
from ..settings import Settings
from ..skeleton import words_of
from ..workbook_file import lines_of, set_text, settled
from . import FORMAT
from .book import DIRECTORY, INSTRUCTIONS, MARK, OPTIONS
from .instructions import instructions
from .layout import Column, Form, Sort, help_of, layout_of
from .names import Names
from .shown import shown_columns, shown_rows

_WIDTHS = {
    Sort.LINE: 16,
    Sort.PROSE: 34,
    Sort.DATE: 12,
    Sort.NUMBER: 9,
    Sort.CHOICE: 10,
    Sort.REFERENCE: 18,
}
_TITLE_WIDTH, _LIST_WIDTH, _LINK_WIDTH = 28, 32, 16
_WIDE = 150
"""Columns that take more digits than this together are printed on A3."""
_LINE, _SMALL_LINE, _HIGHEST = 17, 13, 409
"""Heights in points: of a line, of a small one, and the most that a row may be high."""
_BLANK = 2000
"""Rows below the records that have drop-downs."""
_LONGEST_PROMPT = 255
_FIRST = 3
"""The first row of records: above it are the headings and what they mean."""
_SIDE = Side("thin", "00BFBFBF")
_BORDER = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_NAME = "宋体"


def _styles() -> list[NamedStyle]:
    """The styles by name; a style belongs to one workbook."""
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    blue, grey = PatternFill("solid", "00DCE6F1"), PatternFill("solid", "00F2F2F2")
    bold, dark_red = Font(_NAME, 11, b=True), Font(_NAME, 11, b=True, color="009C0006")
    plain, small = Font(_NAME, 11), Font(_NAME, 9, color="00595959")
    return [
        NamedStyle("文字", plain, None, _BORDER, _WRAPPED, "@"),
        NamedStyle("数字", plain, None, _BORDER, _WRAPPED, "0"),
        NamedStyle("标题", bold, blue, _BORDER, middle, "@"),
        NamedStyle("必填", dark_red, blue, _BORDER, middle, "@"),
        NamedStyle("提示", small, grey, _BORDER, _WRAPPED, "@"),
        NamedStyle(
            "大标题", Font(_NAME, 14, b=True), None, None, Alignment(vertical="bottom"), "@"
        ),
        NamedStyle("段落", plain, None, None, Alignment(vertical="top"), "@"),
    ]


@dataclass(frozen=True)
class Contents:
    """What a workbook is made of."""

    model: type[Record]
    settings: Settings
    names: Names
    day: date
    site: str = ""
    records: Sequence[Record] = ()
    rule: EditionRule | None = None
    """The edition that the records are taken from."""


def workbook(contents: Contents) -> bytes:
    """Write the workbook of a kind with the records in it."""
    return settled(_Maker(contents).book())


@dataclass
class _Maker:
    contents: Contents
    lists: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Where the words of a drop-down stand."""

    def book(self) -> Workbook:
        contents = self.contents
        layout = layout_of(contents.model)
        book = Workbook()
        for style in _styles():
            book.add_named_style(style)
        book.properties.created = datetime.combine(contents.day, time())
        book.properties.creator = contents.site or "案鉴"
        book.properties.title = f"{contents.model.label}台账"
        sheets = [(form, shown_columns(form, contents.rule)) for form in layout.forms]
        pages = [book.active, *(book.create_sheet() for _ in sheets[1:])]
        notes, directory = book.create_sheet(INSTRUCTIONS), book.create_sheet(DIRECTORY)
        self.options = book.create_sheet(OPTIONS)
        self.options.sheet_state = "veryHidden"
        edition = contents.rule.name if contents.rule else ""
        self._line(self.options, 1, [MARK, contents.model.kind, FORMAT, edition], "段落")
        for (form, columns), page in zip(sheets, pages, strict=True):
            page.title = form.title
            self._form(page, form, columns)
        self._instructions(notes, instructions(contents.model, sheets))
        targets = [column.target for _, columns in sheets for column in columns if column.target]
        self._directory(directory, {kind: contents.names.by_id.get(kind, {}) for kind in targets})
        return book

    def _form(self, page: Worksheet, form: Form, columns: Sequence[Column]) -> None:
        links = [one for one in (*form.links, form.number) if one]
        for number, link in enumerate(links, 1):
            self._put(page.cell(1, number), f"{link}*", "必填")
            self._put(page.cell(2, number), "", "提示")
            self._column(page, number, _LINK_WIDTH, "文字")
        for number, column in enumerate(columns, len(links) + 1):
            star = "*" if column.required else ""
            self._put(page.cell(1, number), column.heading + star, "必填" if star else "标题")
            self._put(page.cell(2, number), help_of(column), "提示")
            self._column(page, number, _width(column), _style(column))
        widths = [_LINK_WIDTH] * len(links) + [_width(column) for column in columns]
        texts = [*links, *(column.heading for column in columns)]
        page.row_dimensions[1].height = 4 + _LINE * max(map(lines_of, texts, widths))
        helps = [*links, *(help_of(column) for column in columns)]
        page.row_dimensions[2].height = 4 + _SMALL_LINE * max(map(lines_of, helps, widths))
        rows = shown_rows(form, columns, self.contents.records, self.contents.names)
        styles = ["文字"] * len(links) + [_style(column) for column in columns]
        last = _FIRST - 1
        for last, values in enumerate(rows, _FIRST):
            for number, (value, style) in enumerate(zip(values, styles, strict=True), 1):
                if value != "":  # an empty cell looks as its column does
                    self._put(page.cell(last, number), value, style)
            lines = max(map(lines_of, values, widths))
            page.row_dimensions[last].height = min(_HIGHEST, _LINE * lines)
        for number, column in enumerate(columns, len(links) + 1):
            self._drop_down(page, column, number, last + _BLANK)
        page.freeze_panes = page.cell(_FIRST, 2)
        page.print_title_rows = "1:1"
        _for_print(page, wide=sum(widths) > _WIDE)

    def _drop_down(self, page: Worksheet, column: Column, number: int, last: int) -> None:
        words = self._words(column)
        prompt = help_of(column)[:_LONGEST_PROMPT]
        if not words and not prompt:
            return
        rule = DataValidation(
            type="list" if words else None,
            formula1=self._list(words) if words else None,
            allow_blank=True,
            showErrorMessage=bool(column.words) and not column.many,
            showInputMessage=bool(prompt),
            promptTitle=column.heading[:32] if prompt else None,
            prompt=prompt or None,
            errorTitle="不在可选范围",
            error=f"请从下拉框里选：{'、'.join(column.words)}"[:_LONGEST_PROMPT],
        )
        letter = get_column_letter(number)
        rule.add(f"{letter}{_FIRST}:{letter}{last}")
        page.add_data_validation(rule)

    def _words(self, column: Column) -> tuple[str, ...]:
        if column.words:
            return column.words
        if column.target:
            known = self.contents.names.by_id.get(column.target, {})
            return tuple(f"{key} {' '.join(name.split())}" for key, name in known.items())
        return words_of(column.model, column.route[-1], self.contents.settings)

    def _list(self, words: tuple[str, ...]) -> str:
        """Write the words of a drop-down into the hidden sheet, each list once."""
        if words not in self.lists:
            number = len(self.lists) + 1
            letter = get_column_letter(number)
            for row, word in enumerate(words, _FIRST):
                self._put(self.options.cell(row, number), word, "段落")
            end = _FIRST + len(words) - 1
            self.lists[words] = f"'{OPTIONS}'!${letter}${_FIRST}:${letter}${end}"
        return self.lists[words]

    def _instructions(self, page: Worksheet, rows: Iterable[tuple[str, ...]]) -> None:
        widths = (18, 6, 40, 60)
        for number, width in enumerate(widths, 1):
            page.column_dimensions[get_column_letter(number)].width = width
        for row, cells in enumerate(rows, 1):
            if cells[0] in ("#", ""):
                self._put(page.cell(row, 1), cells[1], "大标题" if cells[0] else "段落")
                page.row_dimensions[row].height = 2 * _LINE if cells[0] else _LINE
            else:
                style = "标题" if cells == ("列", "必填", "怎样填", "说明") else "文字"
                self._line(page, row, cells, style)
                page.row_dimensions[row].height = _LINE * max(map(lines_of, cells, widths))
        _for_print(page)

    def _directory(self, page: Worksheet, known: Mapping[str, Mapping[str, str]]) -> None:
        page.column_dimensions["A"].width, page.column_dimensions["B"].width = 14, 30
        page.column_dimensions["C"].width = 60
        self._line(page, 1, ("种类", "编号", "名称"), "标题")
        row, labels = 1, all_kinds()
        for kind, names in known.items():
            for key, name in names.items():
                row += 1
                self._line(page, row, (labels[kind].label, key, name), "文字")
        page.freeze_panes = "A2"
        _for_print(page)

    def _line(self, page: Worksheet, row: int, texts: Iterable[str], style: str) -> None:
        for number, text in enumerate(texts, 1):
            self._put(page.cell(row, number), text, style)

    def _put(self, cell: Any, value: str | int, style: str) -> None:
        cell.style = style
        if isinstance(value, int):
            cell.value = value
        elif value:
            set_text(cell, value)

    def _column(self, page: Worksheet, number: int, width: int, style: str) -> None:
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = width
        # Cells that nobody has written in yet: what is typed there must not become a date.
        dimension.number_format = "@" if style == "文字" else "0"
        dimension.alignment, dimension.border, dimension.font = _WRAPPED, _BORDER, Font(_NAME, 11)


def _style(column: Column) -> str:
    return "数字" if column.sort is Sort.NUMBER and not column.many else "文字"


def _width(column: Column) -> int:
    if column.many:
        return _LIST_WIDTH if column.sentences else _WIDTHS[Sort.REFERENCE]
    if column.route[-1] in ("title", "text", "found") and column.sort is Sort.LINE:
        return _TITLE_WIDTH
    return _WIDTHS[column.sort]


def _for_print(page: Worksheet, *, wide: bool = False) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3 if wide else page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.page_margins.left = page.page_margins.right = 0.4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
