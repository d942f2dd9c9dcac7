"""One bank as text: numbered stems, lettered options, then 答案、解析、难度 on own lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..answers import LETTERS
from ..base.numerals import to_chinese
from ._bank import Bank
from ._exam_row import ExamRow, exam_rows


def text(bank: Bank) -> bytes:
    """Write one bank; with the mark that Notepad and Excel know UTF-8 by."""
    parts = []
    for part, (kind, rows) in enumerate(groupby(exam_rows(bank), key=lambda one: one.type), 1):
        parts.append(f"{to_chinese(part)}、{kind}")
        parts += ["\n".join(_lines(number, row)) for number, row in enumerate(rows, 1)]
    return ("\n\n".join(parts) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _lines(number: int, row: ExamRow) -> Iterator[str]:
    """A stem is one line: a paragraph that begins with a number would be the next question."""
    yield f"{number}. {_joined(row.stem)}"
    for letter, option in zip(LETTERS, row.options, strict=False):
        yield f"{letter}. {option}"
    yield f"答案：{_joined(row.answer.splitlines())}"
    if row.explanation:
        yield f"解析：{_joined(row.explanation)}"
    yield f"难度：{row.difficulty}"
    yield f"分值：{row.points}"
    if row.keywords:
        yield f"知识点：{row.keywords}"


def _joined(lines: tuple[str, ...] | list[str]) -> str:
    return " ".join(lines)
