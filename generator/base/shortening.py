"""The first sentences of a text, for where the whole does not fit."""

from __future__ import annotations

import re

from .markdown import words

_LEAST = 30
_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef”’]) (?=[\u3000-\u9fff\uff00-\uffef“‘])")
"""A space between two Han signs, left over from a paragraph break."""


def shortened(text: str, most: int) -> str:
    """The first sentences of author's Markdown as one line of at most `most` characters.

    A longer sentence is cut where it pauses.
    """
    line = _GAP.sub("", words(text))
    if len(line) <= most:
        return line
    least = min(_LEAST, most // 2)
    whole = line.rfind("。", least, most)
    if whole > 0:
        return line[: whole + 1]
    pause = max(line.rfind(sign, least, most) for sign in "；，、")
    return line[: pause if pause > 0 else most].rstrip("；，、") + "……"
