"""A long text in pieces that each fit on a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$")


def pieces(text: str, room: int) -> list[str]:
    """Cut author's Markdown into pieces of at most `room` characters.

    It is cut between paragraphs, a longer paragraph between sentences; a table stays whole.
    """
    found: list[str] = []
    filled = 0
    for block in _blocks(text):
        for part in _parts(block, room):
            if not found or filled + len(part) > room:
                found.append(part)
                filled = len(part)
            else:
                found[-1] += "\n" + part
                filled += len(part)
    return found


def _blocks(text: str) -> Iterator[str]:
    """The lines of a text; those of a table are one block."""
    table: list[str] = []
    for line in text.split("\n"):
        if line.strip().startswith("|"):
            table.append(line)
            continue
        if table:
            yield "\n".join(table)
            table = []
        if line.strip():
            yield line
    if table:
        yield "\n".join(table)


def _parts(block: str, room: int) -> Iterator[str]:
    if len(block) <= room or block.strip().startswith("|"):
        yield block
        return
    part = ""
    for sentence in _SENTENCE.findall(block):
        if part and len(part) + len(sentence) > room:
            yield part
            part = ""
        part += sentence
    if part:
        yield part
