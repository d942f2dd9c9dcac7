"""Write the sign-off of a record into the text of its file; every other line stays as it is."""

from __future__ import annotations

from collections.abc import Mapping as Table
from typing import Any

from .base.declaration import keys
from .base.node import Mapping
from .base.record import Record
from .base.yaml_writer import write_yaml


def with_review(text: str, node: Mapping, following: int | None, review: Table[str, Any]) -> str:
    """Return the text of a file with another 审核 in one of its records.

    `node` is the record as it was read from `text`, `following` the line on which the next
    record of the file begins, counted from 1; `review` maps English names to values.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    indent = " " * (node.entries[0][0].place.column - 1)
    new = [indent + line for line in write_yaml({"review": review}, Record).splitlines()]
    last = len(lines) if following is None else following - 1
    while last and not lines[last - 1].strip():
        last -= 1
    start, end = _span(node, last)
    while end > start and _says_nothing(lines[end - 1]):
        end -= 1
    return newline.join([*lines[:start], *new, *lines[end:]])


def _span(node: Mapping, last: int) -> tuple[int, int]:
    """The lines of the 审核 that is there, counted from 0; else the end of the record."""
    begins = sorted(key.place.line - 1 for key, _ in node.entries)
    shape = keys(Record)["审核"]
    for key, _ in node.entries:
        if keys(Record).get(key.text.strip()) is shape:
            start = key.place.line - 1
            return start, next((line for line in begins if line > start), last)
    return last, last


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
