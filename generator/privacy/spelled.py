"""A text as it is compared: width folded, Chinese numerals as digits, every sign in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

BREAK = "\0"
"""What stands between two fields that are looked at as one text; no word is near across it."""

_NUMERALS = {
    **{sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")},
    **{sign: str(value) for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "○": "0",
    "幺": "1",
    "两": "2",
}
_HAN_DIGIT = "".join(_NUMERALS)
_WIDE = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)}
_JOINTS = "-·•・.—–‐‑−－　\u00a0\t "
_WIDE_SIGNS = re.compile("[０-９Ａ-Ｚａ-ｚ＠．－＿＃／｜]+")
_FOLD_WIDTH = str.maketrans(_WIDE)
_COMMON = (("（", "("), ("）", ")"), ("：", ":"), ("\u3000", " "), ("\u00a0", " "))
"""Signs that are frequent: to replace them one by one is ten times as fast as a table."""
_FOLD_NUMBER = str.maketrans({**_WIDE, **_NUMERALS, **dict.fromkeys(_JOINTS, " "), "×": "X"})

_ANY = f"0-9０-９{_HAN_DIGIT}"
_JOINT = f"[{re.escape(_JOINTS)}]"
_LAST = f"(?:{_JOINT}?[XxＸｘ](?![A-Za-z]))?"
_MAX_RUN = 240


def _row(signs: str) -> re.Pattern[str]:
    return re.compile(rf"[{signs}](?:{_JOINT}{{0,2}}[{signs}]){{6,{_MAX_RUN}}}{_LAST}")


_MIXED = _row(_ANY)
_PURE = (_row("0-9０-９"), _row(_HAN_DIGIT))
_ARABIC = re.compile("[0-9０-９]")
_HAN = re.compile(f"[{_HAN_DIGIT}]")


@dataclass(frozen=True, slots=True)
class Run:
    """Digits in a row, with what joins them; `text` has a blank for each joint.

    A sign of `text` stands at `start` plus its own position in the original.
    """

    start: int
    text: str


class Spelled:
    """A text with the views of it that detectors share, each made when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def narrow(self) -> str:
        """The text with full-width letters, digits and their signs as half-width ones."""
        text = self.text
        if text.isascii():
            return text
        for wide, narrow in _COMMON:
            text = text.replace(wide, narrow)
        return _WIDE_SIGNS.sub(lambda found: found[0].translate(_FOLD_WIDTH), text)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every row of seven digits or more, however they are written and joined."""
        return tuple(self._runs())

    def _runs(self) -> Iterator[Run]:
        for found in _MIXED.finditer(self.text):
            written = found[0]
            yield Run(found.start(), written.translate(_FOLD_NUMBER))
            # A Chinese numeral may belong to the words before: 联系人一13800000000.
            if _ARABIC.search(written) and _HAN.search(written):
                for pattern in _PURE:
                    for pure in pattern.finditer(written):
                        start = found.start() + pure.start()
                        yield Run(start, pure[0].translate(_FOLD_NUMBER))

    def before(self, position: int, length: int = 20) -> str:
        """The signs before a position, as far as the field reaches."""
        return self.text[max(0, position - length) : position].rpartition(BREAK)[2]

    def after(self, position: int, length: int = 12) -> str:
        """The signs from a position on, as far as the field reaches."""
        return self.text[position : position + length].partition(BREAK)[0]


def digits(text: str) -> str:
    """The digits of a part of a run, and a closing X, without what joins them."""
    return text.replace(" ", "").upper()
