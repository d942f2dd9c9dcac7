"""A table for Excel and WPS: UTF-8 with a mark that they look for, no cell run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_DANGEROUS = re.compile(r"[\r\n]|\A *[=+\-@\t＝＋－＠]")
"""A line break, or the beginning of what a spreadsheet would run as a formula."""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Make a table that opens by a double click."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    if not _DANGEROUS.search(cell):
        return cell
    line = " ".join(re.split(r"[\r\n]+", cell))
    return f"'{line}" if _DANGEROUS.search(line) else line
