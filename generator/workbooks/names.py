"""The records that a cell can name: by id, by id and name, or by name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..base.record import Record
from ..base.reference import Reference, identifier_problem
from ..base.suggest import nearest
from ..base.unusable import UnusableError


@dataclass(frozen=True)
class Names:
    """Ids by kind, each with its name, and ids by folded name."""

    by_id: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    by_name: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """"" stands for a name that two records have."""

    @classmethod
    def of(cls, records: Iterable[Record]) -> Names:
        """The names of these records; a short name goes before the long one."""
        by_id: dict[str, dict[str, str]] = {}
        by_name: dict[str, dict[str, str]] = {}
        for record in records:
            short = getattr(record, "short_name", None)
            by_id.setdefault(record.kind, {})[record.id] = record.mention
            known = by_name.setdefault(record.kind, {})
            for name in {fold(str(short or "")), fold(record.heading)} - {""}:
                known[name] = "" if known.get(name, record.id) != record.id else record.id
        return cls(by_id, by_name)

    def shown(self, reference: Reference) -> str:
        """A reference as a cell shows it: the id and, where it is known, the name."""
        name = self.by_id.get(reference.kind, {}).get(reference.id, "")
        part = f"#{reference.part}" if reference.part else ""
        return f"{reference.id}{part}" + (f" {' '.join(name.split())}" if name and not part else "")

    def resolved(self, text: str, kind: str) -> str:
        """The id that a cell means, with its part where it has one.

        Raises UnusableError for a text that is no id and no name.
        """
        whole = unicodedata.normalize("NFKC", text).strip() if not text.isascii() else text.strip()
        first = whole.split(maxsplit=1)[0] if whole else ""
        known = self.by_id.get(kind, {})
        for one in (whole, first):
            if _id_of(one, kind) in known:
                return one
        meant = self.by_name.get(kind, {}).get(fold(whole))
        if meant:
            return meant
        if meant == "":
            message = f"「{whole[:30]}」有几条记录用这个名称"
            raise UnusableError(message, "写编号，不写名称。")
        if kind and first == whole and _is_ascii_id(_id_of(whole, kind)):
            return whole
        if not kind and "/" in first:
            return first
        if len(known) and first != whole and _is_ascii_id(_id_of(first, kind)):
            return first
        near = nearest(fold(whole), self.by_name.get(kind, {}))
        hint = f"是不是「{self._said(kind, near)}」？" if near else "写编号；编号见「编号对照」。"
        raise UnusableError(f"没有「{whole[:30]}」这条记录", hint)

    def knows(self, text: str, kind: str) -> bool:
        """Whether an id is one of a record that is there."""
        return _id_of(text, kind) in self.by_id.get(kind, {})

    def _said(self, kind: str, folded: str) -> str:
        identifier = self.by_name[kind][folded]
        return f"{identifier} {self.by_id[kind].get(identifier, '')}".strip() or folded


def fold(text: str) -> str:
    """A name without what people write differently: width, white space, case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def _id_of(text: str, kind: str) -> str:
    return text.removeprefix(f"{kind}/").partition("#")[0]


def _is_ascii_id(text: str) -> bool:
    """Whether a text is an id and not a name: a name in Chinese may look like one."""
    return text.isascii() and identifier_problem(text) is None
