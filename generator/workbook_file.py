"""Bytes of a workbook that depend on nothing but what is in it, and cells that stay text."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from .base.archive import packed_again

RUNS = re.compile(r"\A\s*[=+\-@＝＋－＠]|[\t\r]")
"""What a spreadsheet would take for a formula, here or once the sheet is saved as CSV."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]*)")


def set_text(cell: Any, value: str) -> None:
    """Put a text into a cell of openpyxl; it stays a text, also when somebody edits the cell."""
    cell.value = _ESCAPE.sub("_x005F_", value)
    cell.data_type = "s"
    if RUNS.search(value):
        cell.quotePrefix = True


def lines_of(value: str | int, width: float) -> int:
    """How many lines a cell takes, wrapped; a Chinese sign is two digits wide."""
    text = str(value)
    if 2 * len(text) < width and "\n" not in text:
        return 1
    return sum(
        max(1, -(-sum(1 + (ord(one) > 0xFF) for one in line) // max(int(width) - 1, 1)))
        for line in text.split("\n")
    )


def settled(book: Any) -> bytes:
    """The file of a workbook of openpyxl, without the moment at which it was saved."""
    made = BytesIO()
    book.save(made)
    with ZipFile(made) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    core = members["docProps/core.xml"]
    created = _CREATED.search(core)
    if created:
        members["docProps/core.xml"] = _MODIFIED.sub(rb"\g<1>" + created[1], core)
    return packed_again(dict(sorted(members.items(), key=_first_the_types)))


def _first_the_types(member: tuple[str, bytes]) -> tuple[bool, str]:
    return member[0] != "[Content_Types].xml", member[0]
