"""Fonts that the pages of a site load: nothing personal is kept in them."""

from __future__ import annotations

from ._examined import Budget, Examined, Refused

ENDINGS = ("woff2", "woff", "ttf", "otf")
_STARTS = (b"wOF2", b"wOFF", b"\x00\x01\x00\x00", b"OTTO", b"true")


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """See that a font is one."""
    del name, budget
    if not raw.startswith(_STARTS):
        raise Refused("P307", "不是字体文件，没有检查", "重新取得这个字体文件，或删去它。")
    return Examined(published=raw)
