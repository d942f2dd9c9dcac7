"""Texts as the search compares them: width, case, traditional signs and punctuation do not count.

web/fold.js does the same in the browser; tests/browser/test_search_engine.py holds them together.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from ..base.han import simplified_signs

BREAKS = "，。、；：！？,;:!?…\n"
"""Punctuation that parts what stands around it; brackets, quotes, dashes and blanks do not."""
FIRST_OF_EAST_ASIA = "\u2e80"
"""From here on scripts write no spaces between words, so that single signs are looked up."""


class _Squeezed(dict[int, str]):
    """What becomes of each sign, worked out when it is first met; nothing for punctuation."""

    def __missing__(self, code: int) -> str:
        found = self[code] = "".join(one for one in _folded(chr(code)) if one.isalnum())
        return found


class _Parted(dict[int, str]):
    """The same, with one sign for whatever parts two phrases."""

    def __missing__(self, code: int) -> str:
        found = self[code] = "|" if chr(code) in BREAKS else _squeezing()[code]
        return found


class _Spelt(dict[int, str]):
    """The same for words: whatever belongs to none becomes a blank."""

    def __missing__(self, code: int) -> str:
        found = self[code] = "".join(
            one if one < FIRST_OF_EAST_ASIA else " " for one in _squeezing()[code] or " "
        )
        return found


def _folded(sign: str) -> str:
    """One sign by NFKC, in small letters, simplified."""
    return unicodedata.normalize("NFKC", sign).lower().translate(folded_signs())


@cache
def folded_signs() -> dict[int, str]:
    """The table of traditional signs that the index gives to browsers, one unit of text each."""
    return {
        code: sign
        for code, sign in simplified_signs().items()
        if code < 0x10000 and sign < "\uffff" and chr(code) != sign
    }


@cache
def _squeezing() -> _Squeezed:
    return _Squeezed()


@cache
def _parting() -> _Parted:
    return _Parted()


@cache
def _spelling() -> _Spelt:
    return _Spelt()


def squeezed(text: str) -> str:
    """Fold a text and leave out everything that is no letter, digit or Han sign."""
    return text.translate(_squeezing())


def parted(text: str) -> str:
    """Squeeze a text, with a `|` for commas, stops and the like."""
    return text.translate(_parting())


def squeezed_with_places(text: str) -> tuple[str, list[int]]:
    """Squeeze a text, and say for every sign of the outcome where it stood in the text."""
    table = _squeezing()
    signs, places = [], []
    for place, sign in enumerate(text):
        kept = table[ord(sign)]
        signs.append(kept)
        places.extend([place] * len(kept))
    return "".join(signs), places


def words(text: str) -> list[str]:
    """The words and numbers of a text, folded, that are longer than a pair of signs."""
    return [word for word in text.translate(_spelling()).split() if len(word) > 2]


def unfolded(text: str) -> str:
    """A text without punctuation and in small letters whose traditional signs stay as they are."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in lowered if sign.isalnum())


def is_east_asian(text: str) -> bool:
    """Whether a squeezed text has no letters or digits of other scripts."""
    return all(sign >= FIRST_OF_EAST_ASIA for sign in text)
