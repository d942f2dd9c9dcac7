"""The issue before, and what has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from .base.record import Record
from .base.reference import Reference


@dataclass(frozen=True)
class Previous:
    """What an earlier bundle says of itself: title and digest of each record's page."""

    title: str
    stamp: str
    day: str
    records: Mapping[Reference, tuple[str, str]]


def record_digest(record: Record) -> str:
    """The SHA-256 of what an edition holds of a record, over canonical JSON."""
    values = record.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
