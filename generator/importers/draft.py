"""What an importer makes of a source, and how it is counted against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..base.declaration import Part, shapes
from ..base.finding import Finding
from ..base.record import Record
from .source import Account, Paragraph, Source, fingerprint


@dataclass(frozen=True)
class Draft:
    """The values of one record to be, by English field name, with what was noticed."""

    id: str
    values: dict[str, Any]
    paragraphs: tuple[Paragraph, ...]
    """The part of the source that this record is made of."""
    account: Account = field(default_factory=Account)
    sections: tuple[str, ...] = ()
    """Headings found, in their own words."""
    unknown: tuple[str, ...] = ()
    """Headings that stand under 其他章节, or as text, because no field is known for them."""
    findings: tuple[Finding, ...] = ()
    headed: frozenset[str] = field(default=frozenset())
    """Fields whose heading stood in the source."""
    inner: frozenset[tuple[str | int, ...]] = field(default=frozenset())
    """Routes of texts that the importer wrote and the source does not have."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the part of the source."""
        return fingerprint(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of an existing file when a draft met it."""

    text: str | None
    """The new text of the file, None where it stays as it is."""
    findings: tuple[Finding, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Importer:
    """How one kind of record is made of sources; the module has one under the name IMPORTER."""

    kind: str
    model: type[Record]
    drafts: Callable[[Source], list[Draft]]
    """A source to the records in it."""
    stamp: Callable[[Draft, str], dict[str, Any]]
    """The values of a draft with the line that says where they were imported from."""
    merge: Callable[[str, str, Draft, bool], Merged]
    """Text and path of the existing file, a draft, whether to replace: the file as it will be."""
    held: Callable[[Any, Draft], Iterable[str]]
    """The texts of the source that a record holds, labels of headings included."""
    key: Callable[[Draft], str]
    """What two drafts of one run must not share; drafts are written in the order of their keys."""
    fields: tuple[str, ...] = ()
    """Fields that people fill in, `versions.adopted` for one of a version; the report names
    those that are empty."""


def leaves(value: Any, route: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every single value below a value of a record with its route, as text."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*route, name))
    elif isinstance(value, (tuple, list)):
        for position, inner in enumerate(value):
            yield from leaves(inner, (*route, position))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*route, str(key)))
    elif value is not None:
        yield route, str(value)


def signs(texts: Iterable[str]) -> Counter[str]:
    """Count the visible signs of texts; white space of any kind is none."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update("".join(text.split()))
    return counted


@dataclass(frozen=True, slots=True)
class Count:
    """The signs of one record's source and where they are now."""

    came: int
    """Visible signs in the source."""
    marks: int
    """Signs that are marks, separators, comments: in the source only."""
    kept: int
    """Visible signs that the record holds, signs added for form not counted."""
    lost: str
    """Signs of the source that are neither marks nor in the record, sorted."""
    extra: str
    """Signs in the record that the source does not have, sorted."""


def count(raw: Iterable[str], accounts: Sequence[Account], held: Iterable[str]) -> Count:
    """Compare what came in with what is held, sign by sign."""
    came = signs(raw)
    marks = signs(text for account in accounts for _, text in account.dropped)
    added = signs(text for account in accounts for _, text in account.added)
    kept = signs(held)
    expected = came.copy()
    expected.subtract(marks)
    kept.subtract(added)
    lost = expected.copy()
    lost.subtract(kept)
    return Count(
        came.total(),
        marks.total(),
        kept.total(),
        "".join(sorted((+lost).elements())),
        "".join(sorted((-lost).elements())),
    )


def marks_by_kind(accounts: Iterable[Account]) -> Mapping[str, int]:
    """Sum the signs that stand in the source only by their kind, in order of first mention."""
    sums: dict[str, int] = {}
    for account in accounts:
        for kind, text in account.dropped:
            sums[kind] = sums.get(kind, 0) + len("".join(text.split()))
    return sums


def empty_fields(importer: Importer, draft: Draft) -> tuple[str, ...]:
    """Return the labels of the fields that people fill in and that this draft leaves empty."""
    labels = []
    for name in importer.fields:
        values: Any = draft.values
        model: type[Part] = importer.model
        *outer, last = name.split(".")
        for step in outer:
            values = (values.get(step) or [{}])[0]
            model = shapes(model)[step].part or model
        if not values.get(last):
            labels.append(shapes(model)[last].label)
    return tuple(labels)
