"""What was taken out of a text and what was put in, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from diff_match_patch import diff_match_patch

SAME, GONE, NEW = "same", "gone", "new"
_KINDS = {0: SAME, -1: GONE, 1: NEW}
_CLAUSE = re.compile(r"[^，,。；;：:、\n]*[，,。；;：:、\n]|[^，,。；;：:、\n]+")
_MOST_CLAUSES = 2000
_MOST_SIGNS = 1500
_KEPT = 0.5
_HAN_DIGITS = "〇零一二三四五六七八九十百千"
_NUMBER = re.compile(rf"第[{_HAN_DIGITS}\d]+条|\d{{2,}}|[{_HAN_DIGITS}]{{2,}}")
_FIRST_SIGN = 0xF0000
"""Clauses and numbers become one sign each while they are compared; the first of these signs."""


class Piece(NamedTuple):
    """A stretch of text that both have, that is gone, or that is new."""

    kind: str
    text: str


@lru_cache(maxsize=4096)
def differences(older: str, newer: str) -> tuple[Piece, ...]:
    """Compare two texts clause by clause, then sign by sign inside of what changed.

    Joining what is not new gives the older text, joining what is not gone the newer one. What
    was written anew is one deletion and one insertion, not a hundred coincidences.
    """
    return tuple(_joined(_compared(older, newer)))


def _compared(older: str, newer: str) -> Iterator[Piece]:
    one, other = _CLAUSE.findall(older), _CLAUSE.findall(newer)
    for gone, new in _blocks(one, other):
        if gone == new:
            yield Piece(SAME, gone)
        elif gone and new and len(gone) + len(new) <= _MOST_SIGNS:
            pieces = [Piece(_KINDS[sign], text) for sign, text in _signs(gone, new)]
            kept = sum(len(piece.text) for piece in pieces if piece.kind == SAME)
            if kept >= _KEPT * min(len(gone), len(new)):
                yield from pieces
            else:
                yield from (Piece(GONE, gone), Piece(NEW, new))
        else:
            yield from (Piece(GONE, gone), Piece(NEW, new))


def _blocks(older: Sequence[str], newer: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield stretches of clauses that both have, and between them what stands in one's place."""
    if len(older) + len(newer) > _MOST_CLAUSES:
        yield "".join(older), "".join(newer)
        return
    signs = {
        clause: chr(_FIRST_SIGN + number)
        for number, clause in enumerate(dict.fromkeys((*older, *newer)))
    }
    coded = ["".join(signs[clause] for clause in clauses) for clauses in (older, newer)]
    position = [0, 0]
    for _, several in groupby(_run(*coded, clean=False), key=lambda one: one[0] == 0):
        lengths = [0, 0]
        for sign, text in several:
            lengths[0] += len(text) * (sign <= 0)
            lengths[1] += len(text) * (sign >= 0)
        ends = [position[0] + lengths[0], position[1] + lengths[1]]
        yield "".join(older[position[0] : ends[0]]), "".join(newer[position[1] : ends[1]])
        position = ends


def _signs(older: str, newer: str) -> list[tuple[int, str]]:
    """Compare sign by sign, but numbers whole: 第四十五条 does not become 第五十条 by halves."""
    if max(older + newer) >= chr(_FIRST_SIGN):
        return _run(older, newer)
    known: dict[str, str] = {}

    def coded(number: re.Match[str]) -> str:
        return known.setdefault(number[0], chr(_FIRST_SIGN + len(known)))

    found = _run(_NUMBER.sub(coded, older), _NUMBER.sub(coded, newer))
    written = str.maketrans({sign: number for number, sign in known.items()})
    return [(kind, text.translate(written)) for kind, text in found]


def _run(older: str, newer: str, *, clean: bool = True) -> list[tuple[int, str]]:
    tool = diff_match_patch()
    tool.Diff_Timeout = 0  # no clock: the same texts give the same answer on every machine
    found: list[tuple[int, str]] = tool.diff_main(older, newer, False)
    if clean:
        tool.diff_cleanupSemantic(found)
    return found


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces without empty ones; between two that are the same, one gone and one new."""
    for same, several in groupby(pieces, key=lambda one: one.kind == SAME):
        run = list(several)
        for kind in (SAME,) if same else (GONE, NEW):
            text = "".join(piece.text for piece in run if piece.kind == kind)
            if text:
                yield Piece(kind, text)
