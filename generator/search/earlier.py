"""An index that was made before: what of it still holds, and the terms of what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .files import NO_FILE, ROOT, all_names, nth_name, read_script
from .names import known_sounds
from .parts import NUMBER, Row, row_terms
from .postings import decode, encode, level_of, merged
from .term_shards import read_shard


@dataclass
class Earlier:
    """The files of an earlier index; everything that is read is checked against its name."""

    files: Mapping[str, bytes]
    root: dict[str, Any] = field(default_factory=dict)
    usable: bool = False
    """Whether it numbers the parts as the new index does."""

    @classmethod
    def read(cls, files: Mapping[str, bytes], form: int, slots: int) -> Earlier:
        """Read the root of an earlier index; without a sound one there is none."""
        try:
            root = read_script(files[ROOT], "root")[0]
            usable = root["format"] == form and root["slots"] == slots
        except (KeyError, ValueError):
            return cls(files)
        return cls(files, root, usable)

    def has_texts(self, group: int, name: str) -> bool:
        """Whether a group of texts is the same as before."""
        return self.usable and nth_name(self.root["texts"], group) == name

    def rows(self, groups: Iterable[int]) -> dict[int, Row] | None:
        """The parts of some groups as they were, by slot; None where a file is not sound."""
        found: dict[int, Row] = {}
        for group in groups:
            name = nth_name(self.root["texts"], group)
            if name == NO_FILE:
                continue
            values = self._values("texts", name)
            if values is None:
                return None
            found.update((row[0], row[1:]) for row in values[0])
        return found

    def patched(
        self,
        changed: Mapping[int, Row | None],
        row: Callable[[int], Row | None],
        sign: Callable[[int, int], str],
    ) -> tuple[dict[str, str], str] | None:
        """The packed postings with some parts taken out and put in, and the lengths.

        `changed` are the parts as they were; None where a file is not sound.
        """
        packed = self._packed()
        if packed is None:
            return None
        slots = int(self.root["slots"])
        norms = list(self.root["norms"])
        changes: dict[str, dict[int, int | None]] = {}
        for slot, before in changed.items():
            now = row(slot)
            old, _ = _levels(before)
            new, length = _levels(now)
            norms[slot] = " " if now is None else sign(length, now[NUMBER])
            for term in old.keys() | new.keys():
                if old.get(term) != new.get(term):
                    changes.setdefault(term, {})[slot] = new.get(term)
        try:
            for term, some in changes.items():
                kept = merged(decode(packed[term], slots) if term in packed else (), some)
                if kept:
                    packed[term] = encode(kept, slots)
                else:
                    packed.pop(term, None)
        except ValueError:
            return None
        return packed, "".join(norms)

    def _packed(self) -> dict[str, str] | None:
        packed: dict[str, str] = {}
        for name in all_names(self.root["shards"]):
            values = self._values("terms", name)
            if values is None:
                return None
            try:
                packed.update(read_shard(values))
            except ValueError:
                return None
        return packed

    def sounds(self) -> dict[str, str]:
        """The pinyin that the earlier index knew."""
        values = self._values("names", self.root.get("names", ""))
        return known_sounds(values) if values else {}

    def _values(self, kind: str, name: str) -> list[Any] | None:
        """The values of a file that still holds what its name says."""
        try:
            return read_script(self.files[f"{name}.js"], kind, name)
        except (KeyError, ValueError):
            return None


def _levels(row: Row | None) -> tuple[dict[str, int], int]:
    """How often each term stands in a part, as levels, and the part's length."""
    if row is None:
        return {}, 0
    terms, length = row_terms(row)
    return {term: level_of(count) for term, count in terms.items()}, length
