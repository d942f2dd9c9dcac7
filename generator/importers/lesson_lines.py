"""Paragraphs of a lesson plan to lists of lines: objectives, key points, clauses, board rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..base.text import MAX_LINE
from .lesson_form import header_of, text_of
from .lesson_ledger import Ledger
from .lesson_marks import split_number
from .source import Paragraph
from .tables import Block, Row, Table

_ENUMERATOR = re.compile(
    r"[（(]\s*(\d{1,2})\s*[)）]|(?:(?<=[：:；;。，,、\s])|^)(\d{1,2})[.、．](?!\d)|([①-⑨])"
)
_SUB_HEADING = 12
_BAR = re.compile(r"\s*[｜|]\s*")


def lines_of(body: Sequence[Block], ledger: Ledger) -> list[str] | None:
    """Return the lines of a list without their numbers, None where they do not fit.

    A short line over numbered ones (知识目标) goes before each of them.
    """
    if any(isinstance(one, Table) or one.row for one in body):
        return None
    texts = [
        piece
        for one in body
        if isinstance(one, Paragraph) and not one.picture
        for piece in _pieces(one.text, ledger)
    ]
    numbered = [split_number(text) for text in texts]
    if any(len(text) > MAX_LINE - 2 * _SUB_HEADING for _, _, text in numbered):
        return None
    lines: list[str] = []
    over, own_kind = "", ""
    for index, (kind, number, text) in enumerate(numbered):
        ledger.drop("序号", number)
        following = numbered[index + 1][0] if index + 1 < len(numbered) else kind
        if over and kind == own_kind:
            over = ""
        if _is_over(text) and following != kind and index + 1 < len(numbered):
            over, own_kind = text.rstrip("：:"), kind
            ledger.drop("序号", text, over)
            ledger.dropped.append(("小标题", over))
        elif text:
            if over:
                ledger.add("小标题", f"{over}：")
            lines.append(f"{over}：{text}" if over else text)
    return lines


def _is_over(text: str) -> bool:
    return 0 < len(text) <= _SUB_HEADING and not re.search(r"[。；;！？，]$", text)


def _pieces(text: str, ledger: Ledger) -> list[str]:
    """Divide a paragraph that counts 1. 2. 3. within itself; 使学员（1）… goes before each."""
    found = list(_ENUMERATOR.finditer(text))
    values = [_value(one) for one in found]
    if len(found) < 2 or values != list(range(1, len(found) + 1)):
        return [text]
    starts = [one.start() for one in found]
    ends = [*starts[1:], len(text)]
    before = text[: starts[0]].strip()
    pieces = [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    if not before or not _is_over(before) or before[-1] in "：:":
        return [before, *pieces] if before else pieces
    for number, piece in enumerate(pieces):
        ledger.drop("序号", split_number(piece)[1])
        if number:
            ledger.add("小标题", before)
    return [f"{before}{split_number(piece)[2]}" for piece in pieces]


def _value(found: re.Match[str]) -> int:
    digits = found[1] or found[2]
    return int(digits) if digits else ord(found[3]) - ord("①") + 1


def citations_of(body: Sequence[Block], ledger: Ledger) -> list[str] | None:
    """Return the lines of a list of clauses, None where one of them is something else."""
    paragraphs = [one for one in body if isinstance(one, Paragraph)]
    if len(paragraphs) < len(body) or not paragraphs:
        return None
    numbered = [split_number(one.text) for one in paragraphs]
    texts = [text.rstrip("。；;") for _, _, text in numbered]
    if not all(_CLAUSE.fullmatch(text) and len(text) <= MAX_LINE for text in texts):
        return None
    for one, text in zip(paragraphs, texts, strict=True):
        ledger.drop("序号", one.text, text)
    return texts


_CLAUSE = re.compile(
    r"《[^《》]*(?:法|条例|规定|准则|办法|规则|细则|决定|意见|党章|章程|修正案)(?:（[^（）]*）)?》"
    r"[（(\d年〔〕）)第一二三四五六七八九十百零条款项之、，和及至\s]*"
)


def board_rows(body: Sequence[Block], ledger: Ledger) -> list[dict[str, str]] | None:
    """Return the rows of a board plan, None where it is not 环节, 漏洞, 措施."""
    tables = [one for one in body if isinstance(one, Table)]
    if len(tables) == 1 and len(body) == 1:
        return _rows_of_table(tables[0], ledger)
    rows = []
    for one in body:
        cells = _BAR.split(one.text.strip("｜| ")) if isinstance(one, Paragraph) else []
        if len(cells) != 3 or not all(0 < len(cell) <= MAX_LINE for cell in cells):
            return None
        rows.append((one, cells))
    if not rows:
        return None
    for one, cells in rows:
        ledger.drop("板书分栏", one.text if isinstance(one, Paragraph) else "", *cells)
    made = [dict(zip(("link", "loophole", "measure"), cells, strict=True)) for _, cells in rows]
    if [cell.strip() for cell in made[0].values()] == ["环节", "漏洞", "措施"]:
        ledger.dropped.append(("表头", "环节漏洞措施"))
        made = made[1:]
    return made


def _rows_of_table(table: Table, ledger: Ledger) -> list[dict[str, str]] | None:
    kinds = header_of(table.rows[0], board=True)
    fits = kinds and all(kind or text_of(cell) in ("序号", "") for kind, cell in
                         zip(kinds, table.rows[0], strict=True))  # fmt: skip
    if not fits:
        return None
    rows: list[dict[str, str]] = []
    link = ""
    repeated = 0
    for row in table.rows[1:]:
        found = _board_row(row, kinds)
        if found is None:
            return None
        if not found["link"] and link:
            found["link"] = link
            repeated += 1
        link = found["link"]
        if not all(0 < len(text) <= MAX_LINE for text in found.values()):
            return None
        rows.append(found)
    _account(table, kinds, rows, ledger)
    return rows


def _board_row(row: Row, kinds: list[str | None]) -> dict[str, str] | None:
    if len(row) != len(kinds) or any(p.picture or p.row for cell in row for p in cell.paragraphs):
        return None
    return {
        kind: " ".join(one.text for one in cell.paragraphs)
        for kind, cell in zip(kinds, row, strict=True)
        if kind
    }


def _account(
    table: Table, kinds: list[str | None], rows: list[dict[str, str]], ledger: Ledger
) -> None:
    for cell in table.rows[0]:
        ledger.drop("表头", text_of(cell))
    for row, made in zip(table.rows[1:], rows, strict=True):
        for kind, cell in zip(kinds, row, strict=True):
            if kind is None:
                ledger.drop("序号", text_of(cell))
            elif kind == "link" and not text_of(cell):
                ledger.add("合并的格", made["link"])
