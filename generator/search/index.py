"""Documents to the files of the index; what an earlier index holds is taken from there.

Whatever is taken over, the bytes are those of an index made from nothing.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .columns import facet_values
from .document import CITED, Document
from .earlier import Earlier
from .files import NO_FILE, ROOT, root_script, script
from .fold import folded_signs
from .names import Sounds, names_values
from .parts import NUMBER, Row, placed, row_terms, rows_of
from .postings import LEVELS, encode, length_of, level_of
from .synonyms import QUESTION_WORDS
from .term_shards import shards

FORMAT = 1
GROUP = 15
"""Slots whose texts share a file."""
FREQUENT = 4
"""A sign that stands in more than one part in so many tells little, and long queries skip it."""
NORMS = "".join(chr(code) for code in range(35, 127) if code != 92)
"""Signs for the length of a part: two to a level, the second for parts that go on a page."""
_SHORTEST, _GROWTH = 8, 1.15
LENGTHS = tuple(round(_SHORTEST * _GROWTH**level) for level in range(len(NORMS) // 2))
_EMPTY = " "


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """What a project says about its search."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words of one meaning."""
    words: tuple[str, ...] = ()
    """Terms that can be found by their pinyin, besides titles and keywords."""


class _Numbered:
    """The parts by slot; their texts are put together when asked for, and not kept."""

    def __init__(self, documents: Iterable[Document]) -> None:
        known = {document.path: document for document in documents}
        counts = {path: len(rows_of(document)) for path, document in known.items()}
        self.slots, self.first = placed(counts)
        owners = {
            start + number: (known[path], number)
            for path, start in self.first.items()
            for number in range(counts[path])
        }
        self.owners = dict(sorted(owners.items()))
        self._last: tuple[Document | None, list[Row]] = (None, [])

    def row(self, slot: int) -> Row | None:
        """The part in a slot."""
        if slot not in self.owners:
            return None
        document, number = self.owners[slot]
        if self._last[0] is not document:
            self._last = (document, rows_of(document))
        return self._last[1][number]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Every part with its slot, in their order."""
        for slot in self.owners:
            row = self.row(slot)
            if row is not None:
                yield slot, row


def build_index(
    documents: Iterable[Document],
    settings: SearchSettings | None = None,
    previous: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files of the index by name.

    `previous` are files of an earlier index by name; it may be empty, stale or damaged.
    """
    given = settings or SearchSettings()
    known = list(documents)
    numbered = _Numbered(known)
    earlier = Earlier.read(previous or {}, FORMAT, numbered.slots)
    files: dict[str, bytes] = {}
    text_names, changed = _write_texts(numbered, earlier, files)
    packed, norms = _packed(numbered, earlier, changed)
    firsts, shard_names = [], []
    for shard in shards(packed):
        firsts.append(shard.first)
        shard_names.append(shard.name)
        files[f"{shard.name}.js"] = shard.content
    parts = len(numbered.owners)
    frequent = _frequent(packed, parts)
    packed.clear()  # it is written, and what follows takes as much memory
    lengths = [LENGTHS[NORMS.index(one) // 2] for one in norms if one != _EMPTY]
    root = {
        "format": FORMAT,
        "slots": numbered.slots,
        "group": GROUP,
        "parts": parts,
        "average": round(sum(lengths) / parts) if parts else 1,
        "lengths": LENGTHS,
        "norms": norms,
        "firsts": " ".join(firsts),
        "shards": "".join(shard_names),
        "texts": "".join(text_names),
        "frequent": frequent,
        "synonyms": [list(group) for group in given.synonyms],
        "questions": list(QUESTION_WORDS),
        "simplified": _pairs(),
        **_columns(known, numbered, files),
        "names": _names(known, numbered, given, earlier, files),
    }
    files[ROOT] = root_script(root)
    return dict(sorted(files.items()))


def _write_texts(
    numbered: _Numbered, earlier: Earlier, files: dict[str, bytes]
) -> tuple[list[str], dict[int, Row | None] | None]:
    """Write the texts; return the names of the files, and what was there before by slot.

    None in place of the latter says that too much has changed to go on from there.
    """
    names = []
    stale: set[int] = set()
    for group in range(-(-numbered.slots // GROUP)):
        slots = range(group * GROUP, (group + 1) * GROUP)
        rows = [[slot, *row] for slot in slots if (row := numbered.row(slot)) is not None]
        name, content = script("texts", rows) if rows else (NO_FILE, b"")
        names.append(name)
        if rows:
            files[f"{name}.js"] = content
        if not earlier.has_texts(group, name):
            stale.add(group)
    if not earlier.usable or len(stale) * 4 > len(names):
        return names, None
    before = earlier.rows(stale)
    if before is None:
        return names, None
    touched = {slot for group in stale for slot in range(group * GROUP, (group + 1) * GROUP)}
    return names, {
        slot: before.get(slot) for slot in sorted(touched) if before.get(slot) != numbered.row(slot)
    }


def _packed(
    numbered: _Numbered, earlier: Earlier, changed: dict[int, Row | None] | None
) -> tuple[dict[str, str], str]:
    """Packed postings by term, and the lengths of the parts as signs."""
    if changed is not None:
        taken = earlier.patched(changed, numbered.row, length_sign)
        if taken is not None:
            return taken
    # Two terms in five stand in one part alone; a list for each would take as much as the rest.
    postings: dict[str, int | array[int]] = {}
    norms = [_EMPTY] * numbered.slots
    for slot, row in numbered.rows():
        terms, length = row_terms(row)
        norms[slot] = length_sign(length, row[NUMBER])
        base = slot * LEVELS
        for term, count in terms.items():
            found = postings.get(term)
            one = base + level_of(count)
            if found is None:
                postings[term] = one
            elif isinstance(found, int):
                postings[term] = array("I", (found, one))
            else:
                found.append(one)
    packed = {}
    for term in list(postings):
        some = postings.pop(term)
        packed[term] = encode((some,) if isinstance(some, int) else some, numbered.slots)
    return packed, "".join(norms)


def length_sign(length: int, number: int) -> str:
    """The sign of a part's length, in a fixed step, so that a few words more change nothing."""
    above = bisect_left(LENGTHS, length)
    near = [at for at in (above - 1, above) if 0 <= at < len(LENGTHS)]
    level = min(near, key=lambda at: abs(LENGTHS[at] - length))
    return NORMS[2 * level + (1 if number else 0)]


def _frequent(packed: Mapping[str, str], parts: int) -> str:
    signs = (term for term in packed if len(term) == 1)
    return "".join(sorted(one for one in signs if length_of(packed[one]) * FREQUENT > parts))


def _pairs() -> str:
    """Traditional signs, each with its simplified one behind it."""
    return "".join(chr(code) + sign for code, sign in sorted(folded_signs().items()))


def _columns(
    documents: list[Document], numbered: _Numbered, files: dict[str, bytes]
) -> dict[str, Any]:
    """The facets: those that are shown in one file, the citations in another."""
    values = facet_values(documents, numbered.first, numbered.slots)
    made = {}
    for key, chosen in (
        ("facets", [one for one in values if one[0] != CITED]),
        ("cited", [one for one in values if one[0] == CITED]),
    ):
        name, content = script("facets", chosen)
        files[f"{name}.js"] = content
        made[key] = name
    return {**made, "labels": [one[0] for one in values]}


def _names(
    documents: list[Document],
    numbered: _Numbered,
    settings: SearchSettings,
    earlier: Earlier,
    files: dict[str, bytes],
) -> str:
    keywords = {
        value
        for document in documents
        for label, some in document.facets
        if label not in (CITED, "年份")
        for value in some
    }
    words = {*settings.words, *keywords, *(one for group in settings.synonyms for one in group)}
    titles = [(one.title, numbered.first[one.path]) for one in documents]
    name, content = script("names", *names_values(words, titles, Sounds(earlier.sounds())))
    files[f"{name}.js"] = content
    return name
