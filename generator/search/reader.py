"""An index as it is searched: the files are read when they are asked for, each once."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple

from .document import CITED, TITLE
from .files import ROOT, nth_name, read_script
from .index import FORMAT, NORMS
from .parts import Row
from .postings import COUNTS, LEVELS, decode
from .term_shards import order, read_shard

K1, B = 1.2, 0.8
"""The parameters of BM25; measured on questions about statutes and about encyclopedia texts."""


class UnreadableIndexError(ValueError):
    """There is no index that this program can read; the message is a Chinese sentence."""


class Postings(NamedTuple):
    """A term in the parts that hold it: their slots, and what it adds to the score of each."""

    slots: list[int]
    scores: list[float]


_NONE = Postings([], [])


class Index:
    """The files of an index by name, and what was read of them."""

    def __init__(self, files: Mapping[str, bytes], root: dict[str, Any]) -> None:
        self.files = files
        self.slots: int = root["slots"]
        self.group: int = root["group"]
        self.parts: int = root["parts"]
        self.frequent = frozenset(root["frequent"])
        self.synonyms: list[list[str]] = root["synonyms"]
        self.questions: list[str] = root["questions"]
        self.labels: list[str] = root["labels"]
        self.broken: set[str] = set()
        """Files that are missing or not sound."""
        self._root = root
        self._firsts = [order(term) for term in root["firsts"].split(" ")]
        self._shards: dict[int, dict[str, str]] = {}
        self._postings: dict[str, Postings] = {}
        self._texts: dict[int, dict[int, Row]] = {}
        self._columns: dict[str, list[tuple[str, list[str], list[str]]]] = {}
        self._names: list[Any] | None = None
        self.page, self._saturation = self._lengths()

    def _lengths(self) -> tuple[list[int], list[float]]:
        """For every slot the first slot of its page, and what BM25 takes its length for."""
        page, saturation, first = [], [], 0
        lengths, average = self._root["lengths"], self._root["average"]
        for slot, sign in enumerate(self._root["norms"]):
            at = NORMS.find(sign)
            if at % 2 == 0:
                first = slot
            page.append(first)
            saturation.append(K1 * (1 - B + B * lengths[at // 2] / average) if at >= 0 else 1.0)
        return page, saturation

    def postings(self, term: str) -> Postings:
        """Where a term stands, and its weight in each part; empty where it stands nowhere."""
        found = self._postings.get(term)
        if found is None:
            packed = self._shard(term).get(term)
            found = self._postings[term] = self._weighed(packed) if packed else _NONE
        return found

    def _weighed(self, packed: str) -> Postings:
        entries = self._decoded(packed)
        count = len(entries)
        # Rounded, because logarithms may differ in their last place from machine to machine.
        idf = round(math.log(1 + (self.parts - count + 0.5) / (count + 0.5)) * 4096) / 4096
        slots = [one // LEVELS for one in entries]
        levels = (COUNTS[one % LEVELS] for one in entries)
        saturation = self._saturation
        scores = [
            idf * count * (K1 + 1) / (count + saturation[slot])
            for slot, count in zip(slots, levels, strict=True)
        ]
        return Postings(slots, scores)

    def _decoded(self, packed: str) -> array[int]:
        try:
            found = decode(packed, self.slots)
        except ValueError:
            return array("I")
        return found if not found or found[-1] < self.slots * LEVELS else array("I")

    def _shard(self, term: str) -> dict[str, str]:
        at = max(0, bisect_right(self._firsts, order(term)) - 1)
        if at not in self._shards:
            name = nth_name(self._root["shards"], at)
            self._shards[at] = self._read("terms", name, read_shard) or {}
        return self._shards[at]

    def row(self, slot: int) -> Row | None:
        """The texts of a part; None where they cannot be read."""
        group = slot // self.group
        if group not in self._texts:
            name = nth_name(self._root["texts"], group)
            rows = self._read("texts", name, lambda values: values[0]) or []
            self._texts[group] = {row[0]: row[1:] for row in rows}
        return self._texts[group].get(slot)

    def columns(self, key: str) -> list[tuple[str, list[str], list[str]]]:
        """The facets that readers choose from ("facets"), or the citations ("cited")."""
        if key not in self._columns:
            self._columns[key] = self._read("facets", self._root[key], lambda v: v[0]) or []
        return self._columns[key]

    def values(self, label: str) -> dict[str, str]:
        """The values of a facet with their packed pages."""
        key = "cited" if label == CITED else "facets"
        for name, values, packed in self.columns(key):
            if name == label:
                return dict(zip(values, packed, strict=True))
        return {}

    def pages(self, packed: str) -> set[int]:
        """The first slots of the pages with one value of a facet."""
        return {one // LEVELS for one in self._decoded(packed)}

    def names(self) -> list[Any]:
        """The sounds of signs, the words and the titles."""
        if self._names is None:
            self._names = self._read("names", self._root["names"], list) or ["", [], []]
        return self._names

    def scopes(self) -> list[str]:
        """What may stand before a colon in a query."""
        return [TITLE, *self.labels]

    def _read(self, kind: str, name: str, use: Any) -> Any:
        try:
            return use(read_script(self.files[f"{name}.js"], kind, name))
        except (KeyError, ValueError):
            self.broken.add(name)
            return None


def open_index(files: Mapping[str, bytes]) -> Index:
    """Open an index; raises UnreadableIndexError where it has no sound root."""
    try:
        root = read_script(files[ROOT], "root")[0]
        if root["format"] != FORMAT:
            raise UnreadableIndexError("搜索索引是另一个版本的案鉴做的；请重新生成。")
        return Index(files, root)
    except KeyError:
        raise UnreadableIndexError(
            "没有搜索索引；先用 anjian generate 或 anjian build 生成。"
        ) from None
    except UnreadableIndexError:
        raise
    except (ValueError, TypeError, IndexError):
        raise UnreadableIndexError("搜索索引读不懂；请重新生成。") from None
