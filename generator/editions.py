"""A Library to the view of one audience; what is not in it exists nowhere downstream."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from .addresses import record_page
from .answers import AnswerDigests, digests_of
from .base.declaration import Part, Shape, holders, shapes
from .base.record import Record
from .base.reference import Reference
from .base.text import Line
from .changes import Previous
from .edition_rules import EDITIONS, EditionRule
from .library import Library, linked, page_of
from .named_files import named_files
from .sign_off import sign_off_problem, was_signed

__all__ = ["EDITIONS", "Edition", "EditionRule", "LeftOut", "Rule", "Withdrawn", "take"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `check` looks at, for the page that lists them."""

    code: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that an edition does not hold, and why in words."""

    key: Reference
    reason: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A record that was taken down: its address says why and leads to what came after it."""

    key: Reference
    reason: Line
    successor: Reference | None


@dataclass(frozen=True)
class Edition:
    """What one audience may see: a library without the rest."""

    rule: EditionRule
    library: Library
    withdrawn: tuple[Withdrawn, ...] = ()
    """Records that were taken down; nothing else is left of them."""
    left_out: int = 0
    """How many records this edition does not hold; for the terminal, never for a page."""
    rules: tuple[Rule, ...] = ()
    omissions: tuple[LeftOut, ...] = ()
    """Those records and the withdrawn ones, each with the reason; for the terminal alone."""
    stamp: str = ""
    """The day and a digest of the content, which name this issue."""
    previous: Previous | None = None
    """The issue before, where this one says what has changed."""
    answers: Mapping[Reference, AnswerDigests] = field(default_factory=dict)
    """What the browser compares answers with; the answers themselves may be left out."""

    def page_of(self, reference: Reference) -> str | None:
        """The page that shows a record, or that it was taken down; None where there is neither."""
        key = reference.bare()
        record = self.library.records.get(key)
        if record is not None:
            return page_of(record, reference.part)
        return record_page(key) if any(one.key == key for one in self.withdrawn) else None


def take(library: Library, rule: EditionRule, rules: tuple[Rule, ...] = ()) -> Edition:
    """Return the view of `library` that `rule` allows.

    Records that are left out are gone from every table; references to them are dropped, and so
    are pages for others and files that nothing in the edition names.
    """
    kept: dict[Reference, Record] = {}
    withdrawn = []
    omissions = []
    for key, record in library.records.items():
        reason = _left_out(record, library, rule)
        if not reason:
            kept[key] = record
        elif _leaves_address(record, rule):
            withdrawn.append(record)
        if reason:
            omissions.append(LeftOut(key, reason))
    for key in [key for key, record in kept.items() if not _has_ledger(record, kept)]:
        del kept[key]
        omissions.append(LeftOut(key, "台账所属的单位不在本版"))
    trimmer = _Trimmer(kept, rule, library.today)
    seen = {key: trimmer.trimmed(record) for key, record in kept.items()}
    origins = {key: library.origins[key] for key in seen}
    documents = _documents(library, rule)
    assets = named_files(
        seen.values(), documents, library.site_files, library.assets, library.attached
    )
    view = linked(
        replace(
            library,
            records=seen,
            origins=origins,
            documents=documents,
            assets=assets,
            hidden=frozenset(),
            broken=frozenset(),
        )
    )
    left_out = len(library.records) - len(seen) - len(withdrawn)
    gone = tuple(_withdrawn(record, kept) for record in withdrawn)
    answers = digests_of(kept.values())
    return Edition(rule, view, gone, left_out, rules, tuple(omissions), answers=answers)


def _left_out(record: Record, library: Library, rule: EditionRule) -> str:
    """Why an edition does not hold a record, "" where it does."""
    if record.audience not in rule.audiences:
        return f"范围是{record.audience}"
    if record.status not in rule.states:
        return f"状态是{record.status}"
    return sign_off_problem(record, library.attached) if rule.signed else ""


def _has_ledger(record: Record, kept: Container[Reference]) -> bool:
    """Whether a record has its own page, or all that it needs to stand on that of its ledger."""
    return record.paged or all(
        getattr(record, name).bare() in kept for name in _needed(type(record))
    )


@cache
def _needed(model: type[Record]) -> tuple[str, ...]:
    wanted: Any = Reference
    named = shapes(model)
    return tuple(
        name for name in holders(model, wanted) if named[name].required and named[name].bare
    )


def _leaves_address(record: Record, rule: EditionRule) -> bool:
    """Whether a record was there for this audience before and is taken down."""
    return (
        record.status == "已撤下"
        and record.paged
        and record.audience in rule.audiences
        and (was_signed(record) or not rule.signed)
    )


def _withdrawn(record: Record, kept: Mapping[Reference, Record]) -> Withdrawn:
    successor = record.successor if record.successor in kept else None
    return Withdrawn(
        Reference(record.kind, record.id), record.withdrawn_reason or Line(""), successor
    )


def _documents(library: Library, rule: EditionRule) -> dict[str, str]:
    """The hand-written pages that the audience may see: all that the settings do not restrict."""
    restricted = {str(one.path): one.audience for one in library.settings.page_audiences}
    return {
        path: text
        for path, text in library.documents.items()
        if restricted.get(path, "公开") in rule.audiences
    }


class _Trimmer:
    """Drops what an edition must not hold from its records; unchanged parts are shared."""

    def __init__(self, kept: Mapping[Reference, Record], rule: EditionRule, today: date) -> None:
        self.kept = kept
        self.rule = rule
        self.today = today

    def trimmed(self, part: Part) -> Any:
        """Drop what the edition must not hold from one record or part."""
        changed: dict[str, Any] = {}
        model: type[Part] = type(part)
        for name, shape in _trimmable(model).items():
            value = getattr(part, name)
            if not value:
                continue
            if self.rule.drops(part, shape):
                changed[name] = model.model_fields[name].get_default()
                continue
            new = self._value(value)
            if new is not value:
                changed[name] = new
        return part.model_copy(update=changed) if changed else part

    def _value(self, value: Any) -> Any:
        if isinstance(value, Reference):
            return value if value.bare() in self.kept else None
        if isinstance(value, Part):
            return self._part(value)
        if isinstance(value, tuple) and value and not isinstance(value[0], str):
            new = tuple(one for one in map(self._value, value) if one is not None)
            same = len(new) == len(value) and all(a is b for a, b in zip(new, value, strict=False))
            return value if same else new
        return value

    def _part(self, part: Part) -> Any:
        """Trim a part; one that needs a reference to a left-out record goes with it."""
        if self.rule.waits(part, self.today):
            return None
        new = self.trimmed(part)
        if new is not part:
            model: type[Part] = type(part)
            for name, shape in shapes(model).items():
                if shape.required and getattr(new, name) is None:
                    return None
        return new


@cache
def _trimmable(model: type[Part]) -> dict[str, Shape]:
    """The fields in which an edition can have something to drop."""
    wanted: Any = Reference
    referring = holders(model, wanted)
    return {
        name: shape
        for name, shape in shapes(model).items()
        if shape.lecturer
        or shape.hidden
        or name in referring
        or (shape.part and (shape.part.embargo or _trimmable(shape.part)))
    }
