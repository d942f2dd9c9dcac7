"""Several cases in one file: where each of them begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..base.numerals import NUMERAL, to_int
from .case_marks import Mark
from .identity import is_number_line
from .source import Paragraph

_COUNTED = re.compile(
    rf"(?:[（(【]?\s*)(?:典型|警示|指导性?|参考)?案例\s*(?:之\s*)?({NUMERAL}{{1,3}})\s*"
    r"(?:[)）】]\s*)?(?:$|[:：、.．,，\s　|｜].*|[（(《“].*)"
)
_CASE_TITLE = re.compile(r".{2,120}案(?:例)?(?:\s*[（(][^（()）]{1,40}[)）])*")
_SENTENCE = re.compile(r"[。；;！？]$")
_BRACKETED = re.compile(r"[（(].{1,120}[)）]")
_DATE = re.compile(r"\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?")
_LONGEST_TITLE = 120
_LOOK_BACK = 8


def case_starts(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> list[int]:
    """Return the index of the first paragraph of every case; one start, 0, for a single case.

    With several cases the first start may be above 0: what stands before it belongs to the
    collection. Cases are told apart by 案例一, 案例二 … or by a title before each recurrence
    of the first section.
    """
    counted = _counted(paragraphs)
    if len(counted) > 1:
        return counted
    titled = _titled(paragraphs, marks)
    return titled if len(titled) > 1 else [0]


def _counted(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Find 案例一, 案例二 … counting up from one; of two rows the last, the first is a contents."""
    row: list[int] = []
    rows: list[list[int]] = []
    for index, one in enumerate(paragraphs):
        found = _COUNTED.fullmatch(one.plain)
        if not found or one.row or len(one.plain) > _LONGEST_TITLE or _SENTENCE.search(one.plain):
            continue
        number = to_int(found[1])
        if number == 1:
            row = []
            rows.append(row)
        if rows and number == len(row) + 1:
            row.append(index)
    rows = [row for row in rows if len(row) > 1]
    if not rows:
        return []
    chosen = rows[-1]
    ends = [*chosen[1:], len(paragraphs)]
    has_text = all(end - start > 1 for start, end in zip(chosen, ends, strict=True))
    return chosen if has_text else []


def _titled(paragraphs: Sequence[Paragraph], marks: Sequence[Mark]) -> list[int]:
    skipped = (None, "title", "subtitle", "number")
    known = [mark for mark in marks if mark.field not in skipped]
    if not known:
        return []
    starts: list[int] = []
    before = known[0].index
    for mark in known[1:]:
        if mark.field == known[0].field:
            start = _title_before(paragraphs, before + 1, mark.index)
            if start is not None:
                starts.append(start)
        before = mark.index
    if not starts:
        return []
    level = paragraphs[starts[0]].level
    return [_title_before(paragraphs, 0, known[0].index, level) or 0, *starts]


def _title_before(
    paragraphs: Sequence[Paragraph], low: int, end: int, level: int = 0
) -> int | None:
    """Return where the title lines right before `end` begin, None where there are none.

    A heading of `level`, where given, goes before any other.
    """
    start: int | None = None
    for index in range(end - 1, max(low, end - _LOOK_BACK) - 1, -1):
        one = paragraphs[index]
        if not _is_head_like(one):
            break
        if one.level and not _BRACKETED.fullmatch(one.plain):
            if level and one.level == level:
                return index
            if not level and (start is None or 0 < one.level <= (paragraphs[start].level or 9)):
                start = index
        elif start is None and (_CASE_TITLE.fullmatch(one.plain) or one.strong):
            start = index
    if start is None or paragraphs[start].level:
        return start
    for index in range(start - 1, max(low, start - 3) - 1, -1):
        if _is_opening(paragraphs[index]):
            return index
        if not _is_head_like(paragraphs[index]):
            break
    return start


def _is_opening(one: Paragraph) -> bool:
    """Whether a line says which case comes: its number, or 案例一."""
    return is_number_line(one.plain) or _COUNTED.fullmatch(one.plain) is not None


def _is_head_like(one: Paragraph) -> bool:
    text = one.plain
    if one.row or one.picture or len(text) > _LONGEST_TITLE:
        return False
    bracketed = _BRACKETED.fullmatch(text) or _DATE.fullmatch(text)
    return bool(one.level or bracketed or not _SENTENCE.search(text))
