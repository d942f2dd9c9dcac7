"""The ledger of rectifications as a table for Excel and WPS, one row for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import export_file
from ..base.dates import PartialDate
from ..base.markdown import words
from ..base.page import Asset
from ..editions import Edition
from ..records.rectification import Revisit
from ..rectifications import Standing, standings
from ._csv import table

_HEAD = (
    *("编号", "问题", "单位", "漏洞", "漏洞类型", "发现时间", "发现途径", "措施", "责任人"),
    *("期限", "长期坚持", "进展", "逾期天数", "完成时间", "证据", "回访", "销号时间", "成效"),
)


def export(edition: Edition) -> Iterator[Asset]:
    """Yield the table; it opens by a double click."""
    rows = (_cells(edition, one) for one in standings(edition.library))
    yield Asset(export_file("rectifications.csv"), table(_HEAD, rows))


def _cells(edition: Edition, one: Standing) -> tuple[str, ...]:
    record = one.record
    unit = edition.library.get(record.unit)
    return (
        record.id,
        record.title,
        unit.heading if unit else record.unit.id,
        "、".join(f"{key.id}#{key.part}".rstrip("#") for key in record.loopholes),
        "、".join(one.types),
        str(record.found),
        record.via or "",
        "；".join(record.measures),
        record.owner or "",
        _day(record.due),
        record.lasting,
        record.stage,
        str(one.late or ""),
        _day(record.done),
        "；".join(item.text for item in record.evidence),
        "；".join(map(_visit, record.revisits)),
        _day(record.closed),
        words(record.result or ""),
    )


def _visit(visit: Revisit) -> str:
    who = f" {visit.by}" if visit.by else ""
    return f"{visit.day}{who}：{visit.found}（{'见效' if visit.holds == '是' else '反弹'}）"


def _day(day: PartialDate | None) -> str:
    return str(day) if day else ""
