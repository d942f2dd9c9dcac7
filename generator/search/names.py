"""Titles, keywords and terms with their pinyin, for readers who type Latin letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

MAX_LENGTH = 60
"""Signs of a name that can be found by its pinyin."""


class Sounds:
    """The syllables of names; what an earlier index knew is not worked out again."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = dict(known or {})
        self.signs: dict[str, str] = {}

    def exception(self, name: str) -> str:
        """The syllables of a name where they are not those of its signs one by one, else ""."""
        plain = " ".join(self._sign(one) for one in name[:MAX_LENGTH])
        if name not in self.known:
            said = " ".join(_syllables(name[:MAX_LENGTH]))
            self.known[name] = "" if said == plain else said
        return self.known[name]

    def _sign(self, sign: str) -> str:
        if sign not in self.signs:
            self.signs[sign] = _syllables(sign)[0] if sign.strip() else sign
        return self.signs[sign]

    def table(self) -> str:
        """Every Han sign that was asked for, followed by its syllable."""
        pairs = (sign + sound for sign, sound in sorted(self.signs.items()) if sign != sound)
        return " ".join(pairs)


def _syllables(text: str) -> list[str]:
    """One syllable a sign; a sign without one stays as it is."""
    pinyin = _pinyin()
    found: list[str] = pinyin(text, errors=list)
    return [one.lower().replace("ü", "v") for one in found]


@cache
def _pinyin() -> Any:
    # Its dictionary takes a third of a second to load, which only a build needs.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return lazy_pinyin


def names_values(
    words: Iterable[str], titles: Iterable[tuple[str, int]], sounds: Sounds
) -> list[Any]:
    """The values of the file: sounds of signs, words, and titles with the slots of their pages."""
    listed = [[word, sounds.exception(word)] for word in sorted(set(words)) if word]
    pages = [[title, slot, sounds.exception(title)] for title, slot in titles]
    return [sounds.table(), listed, pages]


def known_sounds(values: list[Any]) -> dict[str, str]:
    """What a file that was made before says of the sounds of names."""
    _, words, pages = values
    return dict(words) | {title: said for title, _, said in pages}
