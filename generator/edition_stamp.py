"""The stamp of an issue: its day and a digest of all that its pages are made from."""

from __future__ import annotations

import hashlib
import json

from .changes import record_digest
from .editions import Edition

_LENGTH = 8


def stamp(edition: Edition) -> str:
    """Return the day and a digest, for example 2026-11-25-3f2a9c1b.

    The same content gives the same digest on every day; what the edition leaves out does not
    count.
    """
    library = edition.library
    covered = [
        edition.rule.name,
        library.site_name,
        library.settings.model_dump(mode="json", exclude={"editions", "waivers", "page_audiences"}),
        {str(key): record_digest(record) for key, record in library.records.items()},
        {path: _digest(text.encode()) for path, text in library.documents.items()},
        {path: _digest(library.attached.get(path, b"")) for path in sorted(library.assets)},
        [[str(one.key), one.reason, str(one.successor)] for one in edition.withdrawn],
    ]
    text = json.dumps(covered, ensure_ascii=False, sort_keys=True)
    return f"{library.today.isoformat()}-{_digest(text.encode())[:_LENGTH]}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
