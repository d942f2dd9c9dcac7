"""Text with places that become links: the text stays as written, and knows where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .text import Line, Prose

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_DIGITS = {ord(str(digit)): chr(0xFDD2 + digit) for digit in range(10)}
_BACK = {ord(sign): chr(number) for number, sign in _DIGITS.items()}
MARKS = re.compile("[\ufdd0-\ufddb]")
"""Signs that no text can hold (Unicode keeps them for a program's own use; reading refuses
them): they carry the places through whatever escapes the text."""
_PAIR = re.compile(f"{_OPEN}([\ufdd2-\ufddb]+)([^{_OPEN}{_CLOSE}]*){_CLOSE}")


class Anchor(NamedTuple):
    """A place in a text and the opening tag of the link that it becomes."""

    start: int
    end: int
    tag: str


class MarkedLine(Line):
    """A line with anchors."""

    __slots__ = ("anchors",)
    anchors: tuple[Anchor, ...]


class MarkedProse(Prose):
    """Prose with anchors."""

    __slots__ = ("anchors",)
    anchors: tuple[Anchor, ...]


def marked(text: str, anchors: Iterable[Anchor]) -> MarkedLine | MarkedProse:
    """The same text with anchors that do not overlap, in their order."""
    made = MarkedProse(text) if isinstance(text, Prose) else MarkedLine(text)
    kept: list[Anchor] = []
    for anchor in sorted(anchors):
        if anchor.start < anchor.end and (not kept or anchor.start >= kept[-1].end):
            kept.append(anchor)
    made.anchors = tuple(kept)
    return made


def with_signs(text: MarkedLine | MarkedProse) -> str:
    """The text with signs around every place, to be turned into Markdown like any other."""
    out, end = [], 0
    for number, anchor in enumerate(text.anchors):
        out += [text[end : anchor.start], _OPEN, str(number).translate(_DIGITS)]
        out += [text[anchor.start : anchor.end], _CLOSE]
        end = anchor.end
    return "".join([*out, text[end:]])


def with_tags(made: str, anchors: tuple[Anchor, ...]) -> str:
    """The Markdown made of such a text, with links in place of the signs."""

    def tag(found: re.Match[str]) -> str:
        inner = found[2]
        if any(inner.count(f"<{name}>") != inner.count(f"</{name}>") for name in ("strong", "em")):
            return inner
        return f"{anchors[int(found[1].translate(_BACK))].tag}{inner}</a>"

    return MARKS.sub("", _PAIR.sub(tag, made))
