"""The issue before, and what has changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from .base.by_identity import by_identity
from .base.record import Record
from .base.reference import Reference


@dataclass(frozen=True)
class Previous:
    """What an earlier bundle says of itself: title and digest of each record's page."""

    title: str
    stamp: str
    day: str
    records: Mapping[Reference, tuple[str, str]]


@by_identity
def record_digest(record: Record) -> str:
    """The SHA-256 of what an edition holds of a record, over its JSON in the order declared."""
    return hashlib.sha256(record.model_dump_json(exclude_defaults=True).encode()).hexdigest()


@dataclass(frozen=True)
class Changes:
    """What became of the records of the issue before; nothing of one that this issue leaves out."""

    new: tuple[Reference, ...]
    changed: tuple[Reference, ...]
    withdrawn: tuple[Reference, ...]
    """Those whose address says that they were taken down."""
    gone: int
    """How many others the issue before held and this one does not."""


def compare(
    previous: Previous, records: Mapping[Reference, Record], withdrawn: Collection[Reference]
) -> Changes:
    """Say what has changed since `previous`, in the order of `records` and of `withdrawn`.

    A record that was given another id is a changed one, not a new one.
    """
    before = dict(previous.records)
    new, changed = [], []
    for key, record in records.items():
        known = [one for one in (key, *_former(record)) if one in before]
        digests = [before.pop(one)[1] for one in known]
        if not known:
            new.append(key)
        elif digests[0] != record_digest(record):
            changed.append(key)
    taken_down = tuple(key for key in withdrawn if before.pop(key, None) is not None)
    return Changes(tuple(new), tuple(changed), taken_down, len(before))


def _former(record: Record) -> Iterator[Reference]:
    for former in record.former_ids:
        yield Reference(record.kind, former)
