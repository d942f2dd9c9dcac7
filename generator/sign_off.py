"""Whether a record was signed off, and for exactly what it holds now."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping

from .base.by_identity import by_identity
from .base.record import Record
from .base.text import fold_word
from .named_files import files_of_record

ROLES = {"collector": "采集人", "secrecy": "保密审查人", "final": "终审人"}
"""Who signs, in this order: English field name and Chinese label."""

CHANGED = "签批后内容改过，签批已失效"
"""What is said of a sign-off that was given for other content."""

_NOT_COVERED = {"review", "status", "withdrawn_reason", "successor"}
"""The sign-off itself, and the state with what belongs to it: taking a record down needs no
new sign-off."""
_BYTES = 10
"""Sixteen letters and digits in Base32: hexadecimal ones can look like the number of a card."""


def content_digest(record: Record, attached: Mapping[str, bytes]) -> str:
    """The digest of what a sign-off covers: all of a record but its review and its state.

    `attached` are the bytes of files below docs/: those that the record names are covered too.
    """
    named = sorted(files_of_record(record))
    return _digest(record, attached, named) if named else _digest_alone(record)


@by_identity
def _digest_alone(record: Record) -> str:
    return _digest(record, {}, ())


def _digest(record: Record, attached: Mapping[str, bytes], named: Iterable[str]) -> str:
    values = record.model_dump(mode="json", exclude=_NOT_COVERED, exclude_defaults=True)
    files = {name: hashlib.sha256(attached[name]).hexdigest() for name in named if name in attached}
    covered = [record.kind, record.id, values, files]
    text = json.dumps(covered, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return base64.b32encode(hashlib.sha256(text.encode()).digest()[:_BYTES]).decode().lower()


def was_signed(record: Record) -> bool:
    """Whether a record was once signed off, whatever became of it since."""
    review = record.review
    return review is not None and bool(review.digest) and not _incomplete(record)


def sign_off_problem(record: Record, attached: Mapping[str, bytes]) -> str:
    """Say in Chinese why the sign-off of a record does not hold, "" where it does."""
    review = record.review
    if review is None or not (review.collector or review.secrecy or review.final or review.digest):
        return "没有签批"
    problem = _incomplete(record)
    if problem:
        return problem
    if not review.digest:
        return "没有用 anjian review 签批"
    if review.digest != content_digest(record, attached):
        return CHANGED
    return ""


def _incomplete(record: Record) -> str:
    review = record.review
    if review is None:
        return "没有签批"
    names = {label: str(getattr(review, field) or "") for field, label in ROLES.items()}
    missing = [label for label, name in names.items() if not name]
    if missing:
        return f"缺{'、'.join(missing)}签批"
    seen: dict[str, str] = {}
    for label, name in names.items():
        other = seen.setdefault(fold_word(name), label)
        if other != label:
            return f"{other}和{label}是同一个人"
    if review.date is None:
        return "签批没有时间"
    if review.verdict != "公开":
        return f"签批结论是{review.verdict}" if review.verdict else "签批没有结论"
    return ""
