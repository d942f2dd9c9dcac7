"""What an edition must not hold, and what it may, as texts with the place they come from.

This is said anew from the rule of the edition and the whole library, not from what `editions`
made of them: who looks for leaks must not ask the one who may have left them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from .base.declaration import Part, shapes
from .base.record import Record
from .base.reference import Reference
from .edition_rules import EditionRule
from .editions import Edition
from .library import Library
from .sign_off import sign_off_problem, was_signed


class HiddenText(NamedTuple):
    """A text that is left out: whose it is, in words, and whether it names something."""

    source: str
    text: str
    name: bool = False


_NAMES = frozenset(
    (
        *("id", "title", "name", "short_name", "former_ids", "aliases"),
        *("collector", "secrecy", "final", "approver"),
    )
)
_STATE = ("withdrawn_reason", "successor", "id")
"""What the address of a record that was taken down says."""


@dataclass(frozen=True)
class Divided:
    """The texts of a library: what an edition may show and what it must not."""

    shown: list[str] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    pages: dict[Reference, str] = field(default_factory=dict)
    """The records that have no page, not even one that says they are gone, with their kind."""


def divided(library: Library, edition: Edition) -> Divided:
    """Divide every text of a library by the rule of an edition."""
    rule = edition.rule
    held = {key for key, record in library.records.items() if _is_held(record, library, rule)}
    kept = {key for key in held if _has_unit(library.records[key], held)}
    made = Divided()
    for key, record in library.records.items():
        source = f"{record.label} {key}"
        divider = _Divider(made, rule, frozenset(kept), library.today, whole=key not in kept)
        if key not in kept and _is_told(record, rule):
            divider.told = _STATE
        elif key not in kept:
            made.pages[key] = record.label
            made.hidden.append(HiddenText(f"{source}的编号", key.id, name=True))
        divider.part(record, source)
        if key in kept:
            made.shown.append(str(key))
    restricted = {str(one.path): one.audience for one in library.settings.page_audiences}
    for path, text in library.documents.items():
        if restricted.get(path, "公开") in rule.audiences:
            made.shown.extend((path, text))
        else:
            made.hidden.append(HiddenText(f"页面 docs/{path}", text))
            made.hidden.append(HiddenText(f"页面 docs/{path}的路径", path, name=True))
    for path in sorted(library.assets):
        if path in edition.library.assets:
            made.shown.append(path)
        else:
            made.hidden.append(HiddenText(f"文件 docs/{path}的名称", path, name=True))
    settings = library.settings.model_copy(
        update={"editions": (), "waivers": (), "page_audiences": ()}
    )
    _Divider(made, rule, frozenset(kept), library.today, whole=False).part(settings, "设置")
    made.shown.append(library.site_name)
    if edition.previous is not None:
        made.shown.extend((edition.previous.title, edition.previous.stamp))
    return made


def _is_held(record: Record, library: Library, rule: EditionRule) -> bool:
    signed = not rule.signed or not sign_off_problem(record, library.attached)
    return record.audience in rule.audiences and record.status in rule.states and signed


def _has_unit(record: Record, held: set[Reference]) -> bool:
    """Whether the unit is held on whose page a record without a page of its own stands."""
    unit = getattr(record, record.ledger_field, None) if record.ledger_field else None
    return record.paged or unit is None or unit.bare() in held


def _is_told(record: Record, rule: EditionRule) -> bool:
    """Whether the address of a record says that it was taken down."""
    there = was_signed(record) or not rule.signed
    told = record.status == "已撤下" and record.audience in rule.audiences
    return told and there and record.paged


class _Divider:
    def __init__(
        self,
        made: Divided,
        rule: EditionRule,
        kept: frozenset[Reference],
        today: date,
        *,
        whole: bool,
    ) -> None:
        self.made = made
        self.rule = rule
        self.kept = kept
        self.today = today
        self.whole = whole
        self.told: tuple[str, ...] = ()

    def part(self, part: Part, source: str, *, hidden: bool = False) -> None:
        """Divide the texts of a record or of one of its parts."""
        for name, shape in shapes(type(part)).items():
            value = getattr(part, name)
            if not value:
                continue
            out = hidden or shape.hidden or (self.whole and name not in self.told)
            if shape.lecturer and not self.rule.lecturer_fields:
                out = out or not (shape.unless and getattr(part, shape.unless) == "是")
            self.value(value, f"{source}的「{shape.label}」", hidden=out, name=name in _NAMES)

    def _waits(self, part: Part) -> bool:
        """Whether a part is held back until a day that has not come."""
        day = getattr(part, part.embargo) if part.embargo else None
        return bool(day and day.first() > self.today and not self.rule.lecturer_fields)

    def value(self, value: Any, source: str, *, hidden: bool, name: bool) -> None:
        """Divide the texts of one value."""
        if isinstance(value, Part):
            self.part(value, source, hidden=hidden or self._waits(value))
        elif isinstance(value, Reference):
            if value.bare() in self.kept:
                self.made.shown.append(str(value))
        elif isinstance(value, str):
            if hidden:
                self.made.hidden.append(HiddenText(source, value, name))
            else:
                self.made.shown.append(value)
        elif isinstance(value, tuple):
            for one in value:
                self.value(one, source, hidden=hidden, name=name)
        elif isinstance(value, dict):
            for key, one in value.items():
                self.value(str(key), source, hidden=hidden, name=False)
                self.value(one, source, hidden=hidden, name=name)
