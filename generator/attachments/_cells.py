"""The cells of a worksheet: their text, and which of them nobody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..base.xml_elements import child, local
from ._xml import Element, attribute, children, every, is_on, words

_LETTERS = re.compile("[A-Z]+")
_LAST_COLUMN = 16_384


@dataclass(frozen=True)
class Looks:
    """Which cell formats, by number, show nothing on a white page."""

    invisible: frozenset[int] = frozenset()


def read_looks(root: Element) -> Looks:
    """Find the formats with white letters on no fill, and those that show no value."""
    formats = {
        attribute(one, "numFmtId"): attribute(one, "formatCode")
        for one in every(root, "numFmt")
        if local(one.getparent().tag) == "numFmts"
    }
    blank = {key for key, code in formats.items() if code and not code.strip("; ")}
    fonts = child(root, "fonts")
    white = {
        number
        for number, font in enumerate([] if fonts is None else children(fonts, "font"))
        if _is_white(child(font, "color"))
    }
    fills = child(root, "fills")
    filled = {
        number
        for number, fill in enumerate([] if fills is None else children(fills, "fill"))
        if _is_filled(fill)
    }
    styles = child(root, "cellXfs")
    return Looks(
        frozenset(
            number
            for number, style in enumerate([] if styles is None else children(styles, "xf"))
            if attribute(style, "numFmtId") in blank
            or (
                _number(attribute(style, "fontId")) in white
                and _number(attribute(style, "fillId")) not in filled
            )
        )
    )


class Sheet:
    """The cells of one worksheet, each row a line, and what of them is hidden."""

    def __init__(self, root: Element, strings: list[str], looks: Looks) -> None:
        """Read the sheet; `strings` are the shared texts that cells refer to by number."""
        self.used: set[int] = set()
        self.hidden_rows: list[str] = []
        self.hidden_columns: list[str] = []
        self.faint: list[str] = []
        self._strings = strings
        columns = _hidden_columns(root)
        without_height = child(root, "sheetFormatPr")
        all_hidden = without_height is not None and is_on(without_height.get("zeroHeight", "0"))
        lines, rest = [], []
        for row_number, row in enumerate(every(root, "row"), 1):
            number = attribute(row, "r") or str(row_number)
            values = []
            for cell in children(row, "c"):
                value = self._value(cell)
                formula = child(cell, "f")
                if formula is not None and formula.text:
                    rest.append(formula.text)
                if not value and formula is None:
                    continue
                values.append(value)
                place = attribute(cell, "r")
                column = _LETTERS.match(place)
                if column and _column_number(column[0]) in columns:
                    self.hidden_columns.append(column[0])
                if value and _number(attribute(cell, "s") or "0") in looks.invisible:
                    self.faint.append(place)
            if values and _is_hidden(row, all_hidden=all_hidden):
                self.hidden_rows.append(number)
            lines.append("\t".join(values))
        self.hidden_columns = sorted(dict.fromkeys(self.hidden_columns), key=_column_number)
        self.text = "\n".join(line for line in lines if line.strip())
        outside = [one for one in root if local(one.tag) not in ("sheetData", "")]
        rest += [piece for one in outside if (piece := words(one))]
        self.rest = "\n".join(dict.fromkeys(rest))

    def _value(self, cell: Element) -> str:
        kind = attribute(cell, "t")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return "" if inline is None else "".join(one.text or "" for one in every(inline, "t"))
        value = child(cell, "v")
        text = "" if value is None else (value.text or "")
        if kind == "s":
            number = _number(text)
            if not 0 <= number < len(self._strings):
                return ""
            self.used.add(number)
            return self._strings[number]
        return text


def _hidden_columns(root: Element) -> frozenset[int]:
    hidden: set[int] = set()
    for one in every(root, "col"):
        first, last = _number(attribute(one, "min")), _number(attribute(one, "max"))
        narrow = _is_zero(one.get("width"))
        if narrow or is_on(one.get("hidden", "0")):
            hidden.update(range(max(first, 1), min(last, _LAST_COLUMN) + 1))
    return frozenset(hidden)


def _is_hidden(row: Element, *, all_hidden: bool) -> bool:
    if is_on(row.get("hidden", "0")) or _is_zero(row.get("ht")):
        return True
    return all_hidden and row.get("ht") is None and row.get("hidden") is None


def _is_zero(size: str | None) -> bool:
    return size is not None and bool(size.strip()) and not size.strip("0. ")


def _is_white(color: Element | None) -> bool:
    if color is None:
        return False
    if attribute(color, "rgb").upper()[-6:] == "FFFFFF":
        return True
    # The first colour of a theme is that of the page.
    return attribute(color, "theme") == "0" and not attribute(color, "tint").strip("0.")


def _is_filled(fill: Element) -> bool:
    pattern = child(fill, "patternFill")
    if pattern is None:
        return child(fill, "gradientFill") is not None
    return attribute(pattern, "patternType") not in ("", "none") and not _is_white(
        child(pattern, "fgColor")
    )


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 12 else -1
