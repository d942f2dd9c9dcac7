"""Traditional characters to simplified, one for one, so that every place in a text stays."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TELLING = re.compile("[條項規則國黨產處監辦實議據與該紀違責務職員]")
"""Signs of which a legal text in traditional characters has one in nearly every line."""


def simplified(text: str) -> str:
    """Turn traditional characters into simplified ones; the length never changes.

    The table is OpenCC's TSCharacters, of which the first choice is taken; phrases are left
    out because they may change the length. A text without telling signs comes back as it is.
    """
    return text.translate(simplified_signs()) if _TELLING.search(text) else text


@cache
def simplified_signs() -> dict[int, str]:
    """The table of traditional signs to simplified ones, for `str.translate`."""
    lines = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t", 1) for line in lines.splitlines() if "\t" in line)
    return {
        ord(sign): first
        for sign, choices in pairs
        if len(sign) == 1 and len(first := choices.split(" ", 1)[0]) == 1
    }
