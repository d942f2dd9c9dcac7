"""The cells of one sheet: only those that say something, and the areas that are merged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from ..base.xml_elements import local
from .cells import Cell, Form, column_number, number_text, precision, serial_date, unescaped
from .package import Package, SheetPart, attribute, guarded, text_of
from .refusals import RefusedError

_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_ROW = re.compile(rb"<row\b")
_TRUE = {"1": "是", "0": "否"}


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged into one; rows and columns from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet as rows of cells, by number."""

    title: str
    hidden: bool
    rows: dict[int, dict[int, Cell]]
    areas: tuple[Area, ...]
    from_1904: bool = False


def read_sheet(part: SheetPart, package: Package, row_limit: int) -> Sheet:
    """Read a sheet; raises RefusedError where it is broken or has more rows than allowed."""
    with guarded():
        raw = part.raw()
        _refuse_long(part, sum(_holds_something(one) for one in _ROW.split(raw)[1:]), row_limit)
        rows = dict(_rows(raw, package))
        _refuse_long(part, len(rows), row_limit)
        areas = tuple(
            Area(
                int(one[2]),
                column_number(one[1].decode()),
                int(one[4]),
                column_number(one[3].decode()),
            )
            for one in _MERGED.finditer(raw, max(raw.rfind(b"sheetData"), 0))
        )
    return Sheet(part.title, part.hidden, rows, areas, package.from_1904)


def _refuse_long(part: SheetPart, count: int, row_limit: int) -> None:
    if count > row_limit:
        message = f"工作表「{part.title}」有 {count} 行，超过上限 {row_limit} 行，没有导入"
        hint = "拆成几份再导入；或在 mkdocs.yml 的「台账: {行数上限: …}」里改大。"
        raise RefusedError("I303", message, hint)


def _holds_something(row: bytes) -> bool:
    """Whether there is a value in a row, as far as can be told before it is parsed."""
    return b"<v" in row or b"<is" in row


def _rows(raw: bytes, package: Package) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Yield the rows that say something."""
    number = 0
    data: Element | None = None
    for event, element in iterparse(BytesIO(raw), ("start", "end")):
        name = local(element.tag)
        if event == "start":
            if name == "sheetData":
                data = element
            continue
        if name != "row":
            continue
        number = int(element.get("r") or number + 1)
        cells = dict(_cells(element, package))
        if cells:
            yield number, cells
        if data is not None:
            data.clear()


def _cells(row: Element, package: Package) -> Iterator[tuple[int, Cell]]:
    column = 0
    for element in row:
        address = _ADDRESS.fullmatch(element.get("r", ""))
        column = column_number(address[1]) if address else column + 1
        cell = _cell(element, package)
        if cell is not None:
            yield column, cell


def _cell(element: Element, package: Package) -> Cell | None:
    form = element.get("t", "n")
    value, formula, inline = None, False, ""
    for one in element:
        name = local(one.tag)
        if name == "v":
            value = one.text
        elif name == "f":
            formula = True
        elif name == "is":
            inline = text_of(one)
    if form == "inlineStr":
        return _text(inline)
    if value is None:
        # An empty text is what such a formula came to; a number is never empty.
        return Cell("", Form.UNKNOWN) if formula and form != "str" else None
    if form == "s":
        return _text(package.strings[int(value)])
    if form == "str":
        return _text(value)
    if form == "b":
        return Cell(_TRUE.get(value.strip(), value))
    if form == "e":
        return Cell(value, Form.ERROR)
    if form == "d":
        return Cell(value.partition("T")[0], Form.DATE)
    return _number(value.strip(), attribute(element, "s"), package)


def _text(text: str) -> Cell | None:
    text = unescaped(text)
    return Cell(text) if text.strip() else None


def _number(value: str, style: str, package: Package) -> Cell | None:
    if not value:
        return None
    index = int(style or 0)
    code = package.formats[index] if index < len(package.formats) else ""
    precise = precision(code)
    if precise:
        day = serial_date(float(value), precise, from_1904=package.from_1904)
        if day is not None:
            return Cell(day, Form.DATE)
    return Cell(number_text(value), Form.NUMBER)
