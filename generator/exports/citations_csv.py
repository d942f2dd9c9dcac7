"""Citations as a table for Excel and WPS: UTF-8 with a mark that they look for."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import export_file
from ..base.numerals import to_chinese
from ..base.page import Asset
from ..citations import label
from ..editions import Edition
from ._citation_rows import CitationRow, citation_rows
from ._csv import table

_HEAD = (
    *("来源种类", "来源编号", "来源标题", "位置", "引用原文"),
    *("法规", "版本", "条", "款", "项", "结果", "原因", "候选版本"),
)


def export(edition: Edition) -> Iterator[Asset]:
    """Yield the table; it opens by a double click."""
    rows = map(_cells, citation_rows(edition))
    yield Asset(export_file("citations.csv"), table(_HEAD, rows))


def _cells(row: CitationRow) -> tuple[str, ...]:
    link, clause = row.link, row.clause
    article = paragraphs = items = ""
    if clause is not None:
        article = str(clause.number) + (f"至{clause.last}" if clause.last else "")
        paragraphs = "、".join(f"第{to_chinese(one)}款" for one in clause.paragraphs)
        items = "、".join(f"第（{to_chinese(one)}）项" for one in clause.items)
    return (
        row.source.kind,
        link.source.id,
        row.source.title,
        row.place,
        row.written,
        row.regulation,
        label(link.version) if link.version else "",
        article,
        paragraphs,
        items,
        "已落到版本" if link.version else "未解决",
        row.reason,
        "、".join(label(one) for one in link.candidates),
    )
