"""What a cell says as the text that a field takes; lists in one cell, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..base.numerals import to_int
from ..base.unusable import UnusableError
from .cells import Cell, Form
from .layout import Column, Sort
from .ledger_dates import number_date, text_date
from .names import Names

AS_IT_WAS = "（太长，没有导出；导入时保持原样）"
"""Stands in a cell for a text that no cell can hold."""
MAX_CELL = 32_767
"""Characters of a cell. Source: the limits of Excel; LibreOffice and WPS have the same."""
_NOTHING = frozenset(("/", "／", "—", "——", "-", "－", "--", "\\", "无"))
"""What people write into a cell where there is nothing to say."""
_LINES, _CLAUSES, _WORDS = re.compile(r"\n"), re.compile("[；;]"), re.compile("[、，,]")
_COUNTED = re.compile(r"([-+]?[\d,]+(?:\.0+)?) *[件人次个起条名份项分]*")
_WHOLE = len("2026-03-01")
_LONG_NUMBER = 15
"""Digits of a number that a spreadsheet keeps; the others become zeros."""


def joined(items: Iterable[str], *, sentences: bool) -> str:
    """The items of a list as one cell, so that `divided` finds the same ones."""
    texts = list(items)
    marks = _CLAUSES if sentences else re.compile("[、，,；;]")
    if sentences or any(marks.search(text) for text in texts):
        alone = len(texts) == 1 and marks.search(texts[0])
        return "\n".join(texts) + ("\n" if alone else "")
    return "、".join(texts)


def divided(text: str, *, sentences: bool) -> list[str]:
    """The items of a list in one cell: by lines, else by ；, else by 、 where they are words."""
    for mark in (_LINES, _CLAUSES, *(() if sentences else (_WORDS,))):
        if mark.search(text):
            return [one.strip() for one in mark.split(text) if one.strip()]
    return [text.strip()] if text.strip() else []


def cell_texts(cell: Cell, column: Column, names: Names, *, from_1904: bool) -> list[str]:
    """What a cell says, as texts for its field; none where it says that there is nothing.

    Raises UnusableError with a Chinese sentence where it cannot be used.
    """
    if cell.form is Form.UNKNOWN:
        hint = "用 WPS 或 Excel 打开一次再保存，结果就会存下来；或者把公式换成它的结果。"
        raise UnusableError("这一格是公式，没有存下结果", hint)
    if cell.form is Form.ERROR:
        raise UnusableError(f"这一格的公式出错「{cell.text}」", "改正公式，或者直接写结果。")
    if column.sort not in (Sort.LINE, Sort.PROSE) and cell.text.strip() in _NOTHING:
        if column.sort is Sort.NUMBER and cell.text.strip() == "无":
            raise UnusableError("「无」看不出是 0 还是没有报", "没有就写 0；没有报就空着。")
        return []
    if column.sort is Sort.DATE:
        day = _date(cell, from_1904=from_1904)
        first = cell.form is not Form.TEXT and len(day) == _WHOLE and day.endswith("-01")
        return [day[:-3] if first and column.monthly else day]
    if column.sort is Sort.NUMBER:
        return [_number(cell.text)]
    if cell.form is Form.NUMBER and len(cell.text.strip("-")) > _LONG_NUMBER:
        message = f"「{cell.text}」是数字格式，超过 15 位，后面几位已经不对"
        raise UnusableError(message, "把这一列设成文本格式，再重新填写。")
    texts = divided(cell.text, sentences=column.sentences) if column.many else [cell.text]
    if column.sort is Sort.REFERENCE:
        return [names.resolved(text, column.target) for text in texts]
    return texts


def _date(cell: Cell, *, from_1904: bool) -> str:
    if cell.form is Form.DATE:
        return cell.text
    if cell.form is Form.NUMBER:
        return number_date(cell.text, from_1904=from_1904)
    return text_date(cell.text)


def _number(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).strip()
    found = _COUNTED.fullmatch(folded)
    if found:
        return str(int(float(found[1].replace(",", ""))))
    try:
        return str(to_int(folded.rstrip("件人次个起条名份项分")))
    except (ValueError, KeyError):
        message = f"数字无效「{text.strip()[:20]}」"
        raise UnusableError(message, "只写整数，例如 12；没有就写 0，没有报就空着。") from None
