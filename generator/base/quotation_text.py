"""Whether quoted words are the words of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from .han import simplified

Likeness = Literal["exact", "part", "itemwise", "wrong"]

_QUOTES = dict.fromkeys("“”„‟‘’‚‛「」『』﹁﹂﹃﹄＂＇'", '"')
_DROPPED = dict.fromkeys("*\\\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
_ENDS = ';,.。:"'
_GAP = re.compile(r"\.{3,}")
# A line, with the signs that Markdown may put before it, or an item within a line.
_BREAK = re.compile(
    r"(?:\A|\n)[-+>#\n]*|(?<=[:;,.。])(?=\([一二三四五六七八九十百]{1,4}\))|\.{3,}(?:\n[-+>#\n]*)?"
)
LINE = re.compile(r"(?:\A|\n)[-+>#\n]*")


class _Signs(dict[int, str]):
    """What a sign becomes so that two ways of typing one text compare equal."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign == "\n":
            folded = "\n"
        elif sign in _DROPPED or sign.isspace():
            folded = ""
        else:
            folded = _QUOTES.get(sign) or unicodedata.normalize("NFKC", sign).replace(" ", "")
        self[code] = folded = {"〈": "《", "〉": "》", "○": "〇"}.get(sign, folded)
        return folded


SIGNS = _Signs()


def compare(quoted: str, article_text: str) -> Likeness:
    """Say how quoted words stand to the text of an article.

    exact: all of it; part: one piece of it, or with …… several in order; itemwise: lines or
    pieces of lines in order, as where a list is cut; wrong: anything else. Width, white space,
    quotation marks, script and the sign at the very end do not count.
    """
    folded = _fold(quoted)
    whole = LINE.sub("", _fold(article_text))
    flat = LINE.sub("", folded)
    if flat == whole:
        return "exact"
    pieces = [piece.rstrip(_ENDS) for piece in _GAP.split(flat)]
    if flat.rstrip(_ENDS) in whole or first_failing(pieces, whole) is None:
        return "part"
    if first_failing((one.text for one in pieces_of(folded)), whole) is None:
        return "itemwise"
    return "wrong"


def length(text: str) -> int:
    """How many signs of a text count when it is compared."""
    return len(LINE.sub("", _fold(text)))


class Piece(NamedTuple):
    """A line of a folded quotation, or a part of one, and where it begins."""

    text: str
    start: int


class Failing(NamedTuple):
    """The first piece that is not where it should be, and where it was looked for."""

    number: int
    after: int


def _fold(text: str) -> str:
    return in_one_script(text).translate(SIGNS)


def in_one_script(text: str) -> str:
    """Write a text in simplified characters; its length stays."""
    # The sign added is a telling one: without it a few words of a text might stay as they are.
    return simplified(text + "條")[:-1]


def pieces_of(folded: str) -> Iterator[Piece]:
    """The lines, items and parts between …… of a quotation; a cut one may end otherwise."""
    breaks = [*(found.span() for found in _BREAK.finditer(folded)), (len(folded), len(folded))]
    for (_, start), (end, gap_end) in pairwise(breaks):
        text = folded[start:end]
        if end == len(folded) or folded[end:gap_end].startswith("..."):
            text = text.rstrip(_ENDS)
        if text:
            yield Piece(text, start)


def first_failing(pieces: Iterable[str], whole: str) -> Failing | None:
    """The first piece that does not follow the one before it in the text, if any."""
    position = 0
    for number, piece in enumerate(pieces):
        found = whole.find(piece, position)
        if found < 0:
            return Failing(number, position)
        position = found + len(piece)
    return None
