"""What the detectors find in records and pages, made once for all checks that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

from ..base.by_identity import by_identity
from ..base.declaration import shapes, walk
from ..base.decoding import place_of
from ..base.finding import Finding, Level, Route
from ..base.record import Record
from ..base.reference import Reference
from ..library import Library
from ..privacy import Hit, scan, scan_record, scan_records
from ._finding import about

OFFICIAL_FIELDS = frozenset(("review", "waivers", "imported"))
"""Fields in which officials stand by name, or what a program wrote."""

_LONG, _MIDDLE = 12, 6
_BATCH = 20


def record_hits(
    library: Library, codes: frozenset[str]
) -> Iterator[tuple[Reference, Record, Route, str, Hit]]:
    """Yield what every record holds of some codes: its route, the text and the find."""
    for key, number, found in _hits(library):
        if found.code in codes:
            record = library.records[key]
            routes, texts = record_texts(record)
            yield key, record, routes[number], texts[number], found


@by_identity
def _hits(library: Library) -> tuple[tuple[Reference, int, Hit], ...]:
    allowed = allowed_names(library)
    return tuple(
        (batch[record], number, found)
        for batch in _batches(library.records)
        for record, number, found in _scan_records(
            tuple(record_texts(library.records[key])[1] for key in batch), allowed
        )
    )


def _batches(keys: Iterable[Reference]) -> Iterator[list[Reference]]:
    """Yield records by the score; their ids say where one ends, so that a new record moves none."""
    batch: list[Reference] = []
    for key in keys:
        batch.append(key)
        if not crc32(key.id.encode()) % _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def joint_hits(library: Library) -> Iterator[tuple[Reference, Record, Route, str, Hit]]:
    """Yield what only the texts of a record together show."""
    allowed = allowed_names(library)
    for key, record in library.records.items():
        routes, texts = record_texts(record)
        for number, found in scan_record(texts, allowed):
            yield key, record, routes[number], texts[number], found


def page_hits(library: Library, codes: frozenset[str]) -> Iterator[tuple[str, str, Hit]]:
    """Yield what every hand-written page holds: its path below docs/, its text and the find."""
    allowed = allowed_names(library)
    for path, text in library.documents.items():
        for found in _scan(text, allowed):
            if found.code in codes:
                yield path, text, found


@by_identity
def record_texts(record: Record) -> tuple[list[Route], tuple[str, ...]]:
    """Every text of a record but those of its sign-off, with its route."""
    found: list[tuple[Route, str]] = [
        (route, text) for route, text in walk(record, str) if route[0] not in OFFICIAL_FIELDS
    ]
    for name, shape in shapes(type(record)).items():
        if shape.table:
            found += [((name, key), text) for key, text in getattr(record, name).items()]
    return [route for route, _ in found], tuple(text for _, text in found)


def allowed_names(library: Library) -> frozenset[str]:
    """The names that the settings let stand."""
    return frozenset(str(name) for name in library.settings.named_persons)


def is_public_page(library: Library, path: str) -> bool:
    """Whether everybody may read a hand-written page."""
    return all(
        one.audience == "公开" for one in library.settings.page_audiences if str(one.path) == path
    )


def shown(found: Hit) -> str:
    """The words of a find for a message: of a number the ends alone, so that no log spreads it."""
    text = found.text
    if found.code in ("P110", "P111", "P201", "P202"):
        return text
    keep = 4 if len(text) >= _LONG else 2 if len(text) >= _MIDDLE else 1
    return f"{text[:keep]}…{text[-keep:]}"


def in_record(
    library: Library,
    key: Reference,
    route: Route,
    text: str,
    found: Hit,
    message: str,
    level: Level,
    hint: str,
) -> Finding:
    """Make a finding at the words that were found in a text of a record."""
    line, column = place_of(text, found.start)
    return about(
        library,
        key,
        route,
        found.code,
        message,
        level=level,
        hint=hint,
        within=(line - 1, column - 1),
    )


def on_page(
    path: str, text: str, found: Hit, message: str, level: Level, hint: str, *, publishing: bool
) -> Finding:
    """Make a finding at the words that were found on a hand-written page."""
    place = place_of(text, found.start)
    return Finding(
        f"docs/{path}",
        found.code,
        message,
        level,
        hint=hint,
        place=place,
        publishing=publishing,
    )


@lru_cache(maxsize=20_000)
def _scan_records(
    records: tuple[tuple[str, ...], ...], allowed: frozenset[str]
) -> tuple[tuple[int, int, Hit], ...]:
    """A preview asks again for nearly all batches."""
    return scan_records(records, allowed)


@lru_cache(maxsize=2_000)
def _scan(text: str, allowed: frozenset[str]) -> tuple[Hit, ...]:
    return scan(text, allowed)
