"""One cell as it was read, and what a number in it means by its format."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..base.dates import PartialDate


class Form(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    UNKNOWN = "unknown"
    """A formula that no program has worked out yet."""


class Cell(NamedTuple):
    """One cell with something in it."""

    text: str
    """What it says: a number in digits, a date as 2026-03-15 or 2026-03."""
    form: Form = Form.TEXT


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY, _MONTH, _YEAR = "day", "month", "year"
_SHIPPED = {
    **dict.fromkeys((14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58), _DAY),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), _MONTH),
}
"""Formats that have a number and no code. Source: ECMA-376 part 1, 18.8.30, with those of zh-cn."""
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(20_000, 110_000)
"""Days that ledgers speak of, 1954 to 2201; smaller numbers are years or counts."""


@lru_cache(maxsize=1024)
def precision(code: str) -> str:
    """How precise the dates are that a number format shows: "" for none, else day, month or year.

    Excel turns a month that somebody types into the first day of it and shows no day.
    """
    if code.startswith("#") and code[1:].isdigit():
        return _SHIPPED.get(int(code[1:]), "")
    plain = _LITERAL.sub("", code.partition(";")[0]).lower()
    if "general" in plain or not re.search("[ymd]", plain):
        return ""
    if "d" in plain:
        return _DAY
    if "h" in plain or "s" in plain:
        return ""
    return _MONTH if "m" in plain else _YEAR


def serial_date(number: float, precise: str, *, from_1904: bool) -> str | None:
    """The date of a serial number as text, None for one that no calendar of ledgers has."""
    days = int(number) + ((_EPOCH_1904 - _EPOCH).days if from_1904 else 0)
    if days not in _SERIALS:
        return None
    whole = PartialDate.of(_EPOCH + timedelta(days=days))
    if precise == _MONTH:
        return str(PartialDate(whole.year, whole.month))
    return str(PartialDate(whole.year)) if precise == _YEAR else str(whole)


def number_text(raw: str) -> str:
    """A number as people write it: 3 for 3.0, 45.6 for 45.600000000000001."""
    number = float(raw)
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def unescaped(text: str) -> str:
    """A text of the file with its escaped characters, and with plain line ends."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def column_letters(number: int) -> str:
    """The name of a column: 7 is G, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=4096)
def column_number(letters: str) -> int:
    """The number of a column: G is 7, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
