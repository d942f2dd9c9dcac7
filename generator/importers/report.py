"""The loss report of a run as plain values, for a table and for JSON."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..base.finding import Finding
from .outcome import KEPT, MERGED, REFUSED, SAME, WRITTEN, FileReport, RecordReport

COLUMNS = (
    *("文件", "结果", "编号", "原文字数", "记号", "写入字数", "差"),
    *("章节", "未识别的标题", "空着的项"),
)
"""Headings of the table, one per text of a row."""


def table_rows(reports: Sequence[FileReport]) -> list[tuple[str, ...]]:
    """Return one row of texts per file, in the order of COLUMNS."""
    paths = [one.path for one in reports]
    common = posixpath.commonprefix([posixpath.join(posixpath.dirname(path), "") for path in paths])
    begin = common.rfind("/") + 1 if len(paths) > 1 else 0
    return [_row(one, one.path[begin:]) for one in reports]


def _row(report: FileReport, path: str) -> tuple[str, ...]:
    records = report.records
    statuses = "、".join(dict.fromkeys(one.status for one in records))
    ids = "、".join(one.id for one in records if one.id)
    unknown = "、".join(word for one in records for word in one.unknown) or "—"
    sections = str(sum(len(one.sections) for one in records))
    empty = "、".join(dict.fromkeys(word for one in records for word in one.empty)) or "—"
    if report.count is None:
        return (path, statuses, ids or "—", "—", "—", "—", "—", sections, unknown, empty)
    found = report.count
    return (
        path,
        statuses,
        ids,
        str(found.came),
        str(found.marks),
        str(found.kept),
        difference(report),
        sections,
        unknown,
        empty,
    )


def difference(report: FileReport) -> str:
    """Say how many signs are missing or too many: 0 where none is."""
    if report.count is None:
        return "—"
    parts = [f"少{len(report.count.lost)}"] if report.count.lost else []
    parts += [f"多{len(report.count.extra)}"] if report.count.extra else []
    return "".join(parts) or "0"


def needs_a_look(report: FileReport) -> bool:
    """Whether a person should look at this file: refused, something lost, a heading not known."""
    unknown = any(one.unknown for one in report.records)
    return report.refused or unknown or difference(report) not in ("0", "—")


def summary(reports: Sequence[FileReport]) -> str:
    """Return the sum of a run in one sentence."""
    records = Counter(one.status for report in reports for one in report.records)
    came = sum(one.count.came for one in reports if one.count)
    marks = sum(one.count.marks for one in reports if one.count)
    kept = sum(one.count.kept for one in reports if one.count)
    lost = sum(len(one.count.lost) for one in reports if one.count)
    said = [f"{records[word]} 条{word}" for word in (WRITTEN, MERGED, SAME, KEPT) if records[word]]
    said += [f"{records[REFUSED]} 个拒绝"] if records[REFUSED] else []
    text = f"{len(reports)} 个文件：{'、'.join(said) or '没有记录'}。"
    if came:
        text += f"原文 {came} 字，其中记号 {marks} 字；写入 {kept} 字，丢失 {lost} 字。"
    return text


def as_json(reports: Sequence[FileReport]) -> dict[str, Any]:
    """Return the report as values for JSON, names in English."""
    return {"summary": summary(reports), "files": [_file(one) for one in reports]}


def _file(report: FileReport) -> dict[str, Any]:
    found = report.count
    counts: dict[str, Any] | None = None
    if found is not None:
        counts = {
            "characters_in": found.came,
            "marks": found.marks,
            "characters_out": found.kept,
            "lost": found.lost,
            "extra": found.extra,
        }
    return {
        "file": report.path,
        "counts": counts,
        "marks_by_kind": dict(report.marks),
        "records": [_record(one) for one in report.records],
        "findings": [_finding(one) for one in report.findings],
    }


def _record(record: RecordReport) -> dict[str, Any]:
    return {
        "id": record.id,
        "path": record.path,
        "status": record.status,
        "sections": list(record.sections),
        "unknown_headings": list(record.unknown),
        "empty_fields": list(record.empty),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.path,
        "line": finding.place.line,
        "code": finding.code,
        "level": finding.level.name.lower(),
        "message": finding.message,
        "hint": finding.hint,
    }
