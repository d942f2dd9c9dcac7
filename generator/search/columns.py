"""The facets of the pages as lists of pages by value, packed like those of terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .document import CITED, SHOWN_FACETS, Document
from .postings import LEVELS, encode

Column = tuple[str, list[str], list[str]]
"""Label, values, and the packed pages of each."""


def facet_values(
    documents: Iterable[Document], first: Mapping[str, int], slots: int
) -> list[Column]:
    """Collect the values of each facet that has any, most frequent first, years newest first."""
    found: dict[str, dict[str, set[int]]] = {label: {} for label in (*SHOWN_FACETS, CITED)}
    for document in documents:
        for label, values in document.facets:
            table = found.setdefault(label, {})
            for value in values:
                table.setdefault(value, set()).add(first[document.path] * LEVELS)
    columns = []
    for label, table in found.items():
        if not table:
            continue
        ordered = sorted(table, key=lambda value: (-len(table[value]), value))
        if label == "年份":
            ordered = sorted(table, reverse=True)
        columns.append((label, ordered, [encode(sorted(table[one]), slots) for one in ordered]))
    return columns
