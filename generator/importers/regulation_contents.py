"""A table of contents before a regulation: left out where it only repeats the headings."""

from __future__ import annotations

from collections.abc import Sequence

from .regulation_lines import article_line, fold_heading, is_contents, outline_line
from .source import Paragraph


def contents_span(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """Return begin and end of a pure table of contents, (0, 0) where there is none."""
    first = next(
        (i for i, one in enumerate(paragraphs) if article_line(i, one) is not None), len(paragraphs)
    )
    for index in range(first):
        if is_contents(paragraphs[index]):
            return _pure(paragraphs, index, _entries_end(paragraphs, index + 1, first))
    outlines = [i for i in range(first) if outline_line(paragraphs[i]) is not None]
    if outlines:
        again = _again(paragraphs, outlines[0], first)
        if again > outlines[0]:
            return _pure(paragraphs, outlines[0], again)
    return 0, 0


def _entries_end(paragraphs: Sequence[Paragraph], start: int, limit: int) -> int:
    """Return where the entries end: where the first of them comes again as a heading."""
    if start >= limit:
        return start
    again = _again(paragraphs, start, limit)
    if again > start:
        return again
    end = start
    while end < limit and outline_line(paragraphs[end]) is not None:
        end += 1
    return end


def _again(paragraphs: Sequence[Paragraph], index: int, limit: int) -> int:
    key = fold_heading(paragraphs[index].plain)
    return next(
        (i for i in range(index + 1, limit) if fold_heading(paragraphs[i].plain) == key), -1
    )


def _pure(paragraphs: Sequence[Paragraph], start: int, end: int) -> tuple[int, int]:
    later = {fold_heading(one.plain) for one in paragraphs[end:]}
    first = start + 1 if is_contents(paragraphs[start]) else start
    entries = [fold_heading(one.plain) for one in paragraphs[first:end]]
    if entries and all(entry in later for entry in entries):
        return start, end
    return 0, 0
