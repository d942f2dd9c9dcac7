"""What an audit sheet says: the record, what was found, what was waived, who signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..attachments import examine
from ..base.finding import Finding, Level
from ..base.reference import Reference
from ..library import Library
from ..named_files import files_of_record
from ..sign_off import ROLES, content_digest, sign_off_problem

PRINCIPLES = (
    ("政治性", "立场、提法准确，导向正确"),
    ("科学性", "事实、数字、条款有依据，引用准确"),
    ("完整性", "案情、处理、成因、启示齐全"),
    ("合理性", "层次清楚，适合所定的对象"),
    ("标准符合性", "范围、密级、个人信息、格式符合要求"),
)
"""The principles of an audit; the sheet has the parts of the sample form.

Source: GB/T 38862-2020 (online training of cadres, audit of courses), annex A.
"""


@dataclass(frozen=True)
class Sheet:
    """One audit sheet; every text is Chinese and plain."""

    title: str
    facts: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, str, str, str], ...]
    """Level, code, place and message of what is open."""
    waived: tuple[tuple[str, str, str, str], ...]
    """Code, place, reason and approver."""
    attachments: tuple[tuple[str, str], ...]
    """Files with what was done about them."""
    signatures: tuple[tuple[str, str], ...]
    """Role and name, "" where nobody has signed."""
    verdict: str
    date: str
    state: str
    """Whether the sign-off holds, in words."""


def sheet_of(library: Library, findings: Iterable[Finding], key: Reference) -> Sheet:
    """Return the audit sheet of one record."""
    record = library.records[key]
    origin = library.origins[key]
    review = record.review
    source = record.source
    problem = sign_off_problem(record, library.attached)
    about = [one for one in findings if one.path == origin.path and _within(library, key, one)]
    files = sorted(set(files_of_record(record)) & library.attached.keys())
    facts = (
        ("种类", record.label),
        ("编号", key.id),
        ("文件", origin.path),
        ("范围", record.audience),
        ("状态", record.status),
        ("来源", "　".join(str(one) for one in (source.publisher, source.title) if one))
        if source
        else ("来源", ""),
        ("内容指纹", content_digest(record, library.attached)),
    )
    return Sheet(
        record.heading,
        facts,
        tuple(
            (one.level.label, one.code, f"第 {one.place.line} 行", one.message)
            for one in about
            if one.level >= Level.WARNING
        ),
        tuple(
            (str(one.code), str(one.place), str(one.reason), str(one.approver))
            for one in record.waivers
        ),
        tuple((name, _said_of(name, library.attached[name])) for name in files),
        tuple((label, str(getattr(review, field) or "")) for field, label in ROLES.items())
        if review
        else tuple((label, "") for label in ROLES.values()),
        str((review.verdict if review else "") or ""),
        review.date.chinese() if review and review.date else "",
        f"不能公开：{problem}" if problem else "签批有效，内容与签批时一致",
    )


def _within(library: Library, key: Reference, finding: Finding) -> bool:
    """Whether a finding is about this record and not about another row of its file."""
    origin = library.origins[key]
    starts = sorted(
        one.node.place.line for one in library.origins.values() if one.path == origin.path
    )
    if len(starts) == 1:
        return True
    first = origin.node.place.line
    after = next((line for line in starts if line > first), None)
    return first <= finding.place.line and (after is None or finding.place.line < after)


def _said_of(name: str, raw: bytes) -> str:
    examined = examine(name, raw)
    said = "；".join(one.message for one in examined.problems)
    if examined.published is None:
        return f"不发布。{said}"
    return f"可以发布。{said}" if said else "可以发布，没有发现问题"
