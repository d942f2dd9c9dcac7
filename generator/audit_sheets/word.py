"""The audit sheet as a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..office_layout.measures import COMPACT
from ..office_layout.word import OfficialDocument, Run
from .sheet import PRINCIPLES, Sheet

_NAME = "案例库内容审核表"
_NOTE = "表式参照 GB/T 38862-2020 附录 A。签批只对上面的「内容指纹」有效，内容一改就要重签。"


def word(sheet: Sheet) -> bytes:
    """Return a .docx with the page of official documents; same sheet, same bytes."""
    document = OfficialDocument(COMPACT)
    document.text("title", _NAME)
    document.text("subtitle", sheet.state)
    facts = [("标题", sheet.title), *(one for one in sheet.facts if one[1])]
    _table(document, facts, widths=(1, 4))
    document.text("heading 1", "一、逐项审核")
    principles = [("原则", "要求", "意见"), *((*one, "") for one in PRINCIPLES)]
    _table(document, principles, head=True, widths=(2, 5, 4))
    document.text("heading 1", "二、程序检查发现的问题")
    _table_or_none(document, ("程度", "代码", "位置", "内容"), sheet.found, (1, 1, 2, 6))
    document.text("heading 1", "三、豁免")
    _table_or_none(document, ("代码", "位置", "理由", "批准人"), sheet.waived, (1, 2, 5, 2))
    if sheet.attachments:
        document.text("heading 1", "四、附件")
        _table(document, sheet.attachments, widths=(2, 3))
    document.text("heading 1", f"{'五' if sheet.attachments else '四'}、签批")
    signed = [*sheet.signatures, ("时间", sheet.date), ("结论", sheet.verdict)]
    _table(document, signed, widths=(1, 4))
    document.text("body text", _NOTE)
    return document.written(_NAME)


def _table_or_none(
    document: OfficialDocument,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
) -> None:
    if rows:
        _table(document, [head, *rows], head=True, widths=widths)
    else:
        document.text("body text", "没有。")


def _table(
    document: OfficialDocument,
    rows: Iterable[Sequence[str]],
    *,
    head: bool = False,
    widths: Sequence[float],
) -> None:
    cells = [[[[Run(text)]] for text in row] for row in rows]
    document.table(cells, head=head, labels=() if head else (0,), widths=widths)
