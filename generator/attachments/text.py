"""Plain text and the text files that a site loads: published as they are, every word scanned."""

from __future__ import annotations

import re

from ._decode import decoded_as
from ._examined import Budget, Examined, Notes, Refused

ENDINGS = ("txt", "csv", "md", "json", "css", "js")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def decoded(raw: bytes) -> str | None:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or GB 18030; None for others."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return decoded_as(raw[len(mark) :], encoding)
    return decoded_as(raw, "utf-8", "gb18030")


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Read a text file."""
    del name
    budget.take(len(raw))
    text = decoded(raw)
    if text is None or _CONTROL.search(text):
        raise Refused("P307", "不是文字，或编码认不出来，没有检查", "用记事本打开，另存为 UTF-8。")
    notes = Notes()
    notes.text("正文", text)
    return notes.finish(raw)
