"""A Library to the view of one audience; what is not in it exists nowhere downstream."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from .base.declaration import Part, Shape, holders, shapes
from .base.record import Record
from .base.reference import Reference
from .library import Library, linked


@dataclass(frozen=True, slots=True)
class EditionRule:
    """Which records and which fields an edition takes."""

    name: str
    title: str
    audiences: frozenset[str]
    states: frozenset[str]
    lecturer_fields: bool
    banner: str = ""


_PUBLISHED = frozenset(("已发布", "待复核"))
EDITIONS = {
    rule.name: rule
    for rule in (
        EditionRule("public", "公开版", frozenset(("公开",)), _PUBLISHED, False),
        EditionRule(
            "internal",
            "内部版",
            frozenset(("公开", "内部")),
            _PUBLISHED | {"草稿"},
            False,
            "内部版，请勿外传",
        ),
        EditionRule(
            "lecturer",
            "教员版",
            frozenset(("公开", "内部", "教员")),
            _PUBLISHED | {"草稿"},
            True,
            "教员版，含参考答案，请勿外传",
        ),
    )
}


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


@dataclass(frozen=True)
class Edition:
    """What one audience may see: a library without the rest."""

    rule: EditionRule
    library: Library
    withdrawn: tuple[Reference, ...] = ()
    """Records that were taken down: their address says so, nothing else is left of them."""
    left_out: int = 0
    """How many records this edition does not hold; for the terminal, never for a page."""
    rules: tuple[Rule, ...] = ()
    omissions: tuple[LeftOut, ...] = ()
    """Those records and the withdrawn ones, each with the reason; for the terminal alone."""


def take(library: Library, rule: EditionRule, rules: tuple[Rule, ...] = ()) -> Edition:
    """Return the view of `library` that `rule` allows.

    Records that are left out are gone from every table; references to them are dropped.
    """
    kept: dict[Reference, Record] = {}
    withdrawn = []
    omissions = []
    for key, record in library.records.items():
        if record.audience not in rule.audiences:
            omissions.append(LeftOut(key, f"范围是{record.audience}"))
        elif record.status in rule.states:
            kept[key] = record
        else:
            if record.status == "已撤下":
                withdrawn.append(key)
            omissions.append(LeftOut(key, f"状态是{record.status}"))
    seen = {key: _trimmed(record, kept, rule) for key, record in kept.items()}
    origins = {key: library.origins[key] for key in seen}
    view = linked(replace(library, records=seen, origins=origins))
    left_out = len(library.records) - len(seen) - len(withdrawn)
    return Edition(rule, view, tuple(withdrawn), left_out, rules, tuple(omissions))


def _trimmed(part: Part, kept: dict[Reference, Record], rule: EditionRule) -> Any:
    """Drop what the edition must not hold from one record; unchanged parts are shared."""
    changed: dict[str, Any] = {}
    model: type[Part] = type(part)
    for name, shape in _trimmable(model).items():
        value = getattr(part, name)
        if shape.lecturer and not rule.lecturer_fields:
            if value:
                changed[name] = model.model_fields[name].get_default()
            continue
        new = _value(value, kept, rule)
        if new is not value:
            changed[name] = new
    return part.model_copy(update=changed) if changed else part


@cache
def _trimmable(model: type[Part]) -> dict[str, Shape]:
    """The fields in which an edition can have something to drop."""
    wanted: Any = Reference
    referring = holders(model, wanted)
    return {
        name: shape
        for name, shape in shapes(model).items()
        if shape.lecturer or name in referring or (shape.part and _trimmable(shape.part))
    }


def _value(value: Any, kept: dict[Reference, Record], rule: EditionRule) -> Any:
    if isinstance(value, Reference):
        bare = value.bare()
        return value if bare in kept else None
    if isinstance(value, Part):
        return _part(value, kept, rule)
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        new = tuple(one for one in (_value(item, kept, rule) for item in value) if one is not None)
        same = len(new) == len(value) and all(a is b for a, b in zip(new, value, strict=False))
        return value if same else new
    return value


def _part(part: Part, kept: dict[Reference, Record], rule: EditionRule) -> Any:
    """Trim a part; one that needs a reference to a left-out record goes with it."""
    new = _trimmed(part, kept, rule)
    if new is not part:
        model: type[Part] = type(part)
        for name, shape in shapes(model).items():
            if shape.required and getattr(new, name) is None:
                return None
    return new
