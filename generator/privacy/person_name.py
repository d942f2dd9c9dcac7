"""Names of natural persons that were not de-identified.

A name is found by its form and by what stands beside it; one that was found is found again
wherever it repeats. What is masked (张某, 李某某, 王甲, 赵×) is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._name_signs import (
    COMPOUND_SURNAMES,
    DOUBTFUL_SURNAMES,
    FOREIGN,
    GIVEN,
    NEVER_GIVEN,
    PLAIN_SURNAMES,
)
from ._name_words import (
    AFTER_ROLE,
    LEFT_SIGNS,
    LEFT_WORDS,
    PLACEHOLDERS,
    PLACES,
    PUBLIC,
    ROLES,
    STRONG_RIGHT,
    WEAK_RIGHT_SIGNS,
    WEAK_RIGHT_WORDS,
    WORDS,
)
from .hit import Hit, hit
from .masks import assign, masks_in
from .spelled import BREAK, Spelled

_SURNAMES = "".join(sorted(PLAIN_SURNAMES | DOUBTFUL_SURNAMES))
_ROLE_LENGTHS = tuple(range(2, max(map(len, ROLES)) + 1))
_BEFORE_NAME = ROLES | LEFT_WORDS
_ROLE_ENDS = frozenset(role[-1] for role in _BEFORE_NAME)
_LEFT = "".join(sorted(LEFT_SIGNS | _ROLE_ENDS))
_GIVEN_FIRST = f"(?=[\u3400-\u9fff])(?![{''.join(sorted(NEVER_GIVEN))}])"
_SINGLE = re.compile(
    f"[{_SURNAMES}](?:(?<=[{_LEFT}].)|(?<![\u3400-\u9fff].)){_GIVEN_FIRST}", re.DOTALL
)
_COMPOUND = re.compile(f"(?:{'|'.join(COMPOUND_SURNAMES)}){_GIVEN_FIRST}")
_SURNAME = re.compile(f"(?:{'|'.join(COMPOUND_SURNAMES)}|[{_SURNAMES}]){_GIVEN_FIRST}")
"""Candidates: what stands before and after is looked at here as far as a pattern can."""

_STRONG = re.compile(STRONG_RIGHT)
_HAN = re.compile("[\u3400-\u9fff]")
_DOT = re.compile("[·•・‧∙]")
_FOREIGN_SIGNS = "".join(sorted(FOREIGN))
_FOREIGN_LEFT = re.compile(f"[{_FOREIGN_SIGNS}]{{2,6}}$")
_FOREIGN_RIGHT = re.compile(f"[{_FOREIGN_SIGNS}]{{2,8}}")
_UNITS = frozenset("市县区镇乡村公店厂集")
"""With these a name would go on as that of a place or a company."""

_BEFORE_CASE = frozenset("立本个该备草方提档专办图答教议")
"""With 案 these are words: 立案, 本案, 方案."""

_TWICE, _THRICE = 2, 3
_NONE, _WEAK, _SURE = range(3)


def detect(spelled: Spelled, allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the names of a text with one mask for each person."""
    text = spelled.text
    places = name_places(text, allowed)
    masks = assign((text[start:end] for start, end in places), masks_in(text))
    for start, end in places:
        yield hit(text, start, end, "P110", masks[text[start:end]], certain=False)


def name_places(text: str, allowed: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Where names stand in a text, in order; those in `allowed` are left out."""
    reader = _Reader(text)
    known = allowed | PUBLIC | PLACEHOLDERS
    found = {span for span in (*reader.first(), *reader.often()) if text[slice(*span)] not in known}
    found |= {span for span in _dotted(text) if text[slice(*span)] not in known}
    if not found:
        return []
    found |= reader.chained(found, known)
    found |= reader.repeated({text[slice(*span)] for span in found})
    return _apart(found)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.maybe: list[tuple[int, int]] = []

    def first(self) -> Iterator[tuple[int, int]]:
        """Yield the places at which what stands beside says that it is a name."""
        text = self.text
        for pattern in (_SINGLE, _COMPOUND):
            for found in pattern.finditer(text):
                start = found.start()
                left = self.left(start)
                end = self.end(start, len(found[0]), left) if left != _NONE else 0
                if end:
                    yield start, end

    def often(self) -> Iterator[tuple[int, int]]:
        """Yield the places of what stands like a name several times: no word does that so often."""
        seen: dict[str, list[tuple[int, int]]] = {}
        for span in self.maybe:
            seen.setdefault(self.text[slice(*span)], []).append(span)
        for name, spans in seen.items():
            sure = len(name) > 2 and name[0] in PLAIN_SURNAMES
            if len(spans) >= (_TWICE if sure else _THRICE) and name not in WORDS:
                yield from spans

    def left(self, start: int) -> int:
        text = self.text
        if not start:
            return _WEAK
        before = text[start - 1]
        at = start
        if before in AFTER_ROLE and start > 1:
            at -= 1
        if text[at - 1] in _ROLE_ENDS:
            for length in _ROLE_LENGTHS:
                if length <= at and text[at - length : at] in _BEFORE_NAME:
                    return _SURE if text[at - length : at] in ROLES else _WEAK
        return _WEAK if before in LEFT_SIGNS or not _HAN.match(before) else _NONE

    def end(self, start: int, surname: int, left: int) -> int:
        """Where a name that begins at `start` ends, 0 where none does: the longer one first."""
        text = self.text
        plain = surname == 2 or text[start] in PLAIN_SURNAMES
        begins_word = text[start : start + 2] in WORDS
        last_resort = 0
        for length in (2, 1):
            end = start + surname + length
            given = text[start + surname : end]
            if len(given) < length or not NEVER_GIVEN.isdisjoint(given):
                continue
            right = self.right(end)
            if begins_word and (right != _SURE or length == 1):
                continue
            common = GIVEN.issuperset(given)
            if right == _NONE:
                # After a post a name of three signs may stand before a verb that no list has.
                if plain and common and length == 2 and left == _SURE and text[end] not in _UNITS:
                    last_resort = end
                continue
            if right == _SURE and text[end] == "案" and given[-1] in _BEFORE_CASE:
                continue
            if left == _SURE:
                if common or (plain and _all_han(given)):
                    return end
            elif common and self.is_apart(start, plain=plain):
                if right == _SURE or (plain and length == 2 and given[-1] not in PLACES):
                    return end
                if (plain or length == 2) and given[-1] not in PLACES:
                    self.maybe.append((start, end))
        return last_resort

    def is_apart(self, start: int, *, plain: bool) -> bool:
        """Whether a doubtful surname begins a clause: 对于 and 及时 are words."""
        return plain or not start or not _HAN.match(self.text[start - 1])

    def right(self, end: int) -> int:
        text = self.text
        if end == len(text):
            return _WEAK
        if _STRONG.match(text, end):
            return _SURE
        sign = text[end]
        if sign in WEAK_RIGHT_SIGNS or not _HAN.match(sign):
            return _WEAK
        return _WEAK if text[end : end + 2].rstrip(BREAK) in WEAK_RIGHT_WORDS else _NONE

    def chained(self, found: set[tuple[int, int]], known: frozenset[str]) -> set[tuple[int, int]]:
        """The names that stand in one row with those found: 甲、乙和丙."""
        text = self.text
        more: set[tuple[int, int]] = set()
        pending = sorted(found)
        seen = set(found)
        while pending:
            _, end = pending.pop()
            if text[end : end + 1] not in ("、", "和", "与", "及"):
                continue
            begin = _SURNAME.match(text, end + 1)
            if begin is None:
                continue
            stop = self.end(end + 1, len(begin[0]), _SURE)
            span = (end + 1, stop)
            if stop and span not in seen and text[slice(*span)] not in known:
                seen.add(span)
                more.add(span)
                pending.append(span)
        return more

    def repeated(self, names: set[str]) -> set[tuple[int, int]]:
        """Every other place of names that were found; dotted ones too."""
        text = self.text
        lengths = sorted({len(name) for name in names}, reverse=True)
        first = "".join(sorted({name[0] for name in names}))
        places = set()
        for found in re.finditer(f"[{first}]", text):
            start = found.start()
            for length in lengths:
                if start + length <= len(text) and text[start : start + length] in names:
                    places.add((start, start + length))
                    break
        return places


def _dotted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of names of other languages, whose parts a dot joins."""
    for dot in _DOT.finditer(text):
        first = max(0, dot.start() - 6)
        left = _FOREIGN_LEFT.search(text[first : dot.start()])
        right = _FOREIGN_RIGHT.match(text, dot.end())
        if left and right:
            yield first + left.start(), right.end()


def _all_han(text: str) -> bool:
    return all(_HAN.match(sign) for sign in text)


def _apart(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order without those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
