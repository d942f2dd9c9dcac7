"""What words of a lesson plan stand for: parts, steps, columns, speakers."""

from __future__ import annotations

import re
from functools import cache

from ..base.text import fold_word
from .lesson_table import COLUMNS, FORMS, MARKERS, SECTIONS, STEP_FORM, STEP_NAMES

ONE_LINE = frozenset(("title", "keywords", "hours", "audience", "about"))
"""Parts that a single line of the same paragraph tells."""

TERMINAL = frozenset(("board", "references", "citations"))
_TERMINAL_WORDS = frozenset(("教学反思", "教学后记", "课后反思", "教员备注", "教学反思与改进"))


@cache
def _section_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for field, words in SECTIONS.items():
        for word in words.split():
            table.setdefault(fold_word(word), field)
    return table


@cache
def _steps() -> frozenset[str]:
    return frozenset(fold_word(word) for word in STEP_NAMES.split())


@cache
def _marker_table() -> dict[str, tuple[str, bool]]:
    return {
        fold_word(word): (field.rstrip("+"), bool(kept))
        for field, (words, kept) in MARKERS.items()
        for word in words.split()
    }


@cache
def _columns(board: bool) -> dict[str, str]:  # noqa: FBT001 - a key of the cache
    names = ("link", "loophole", "measure")
    return {
        fold_word(word): name
        for name, words in COLUMNS.items()
        if (name in names) == board
        for word in words.split()
    }


def section_of(words: str) -> str | None:
    """Return the part of a lesson plan that a heading names, None where it names none."""
    folded = fold_word(words).strip("*_:.。")
    if len(folded) > 20:
        return None
    found = _section_table().get(folded)
    return found or next((name for name, form in FORMS if form.fullmatch(folded)), None)


def is_terminal(words: str) -> bool:
    """Whether a heading ends the steps whatever its form."""
    folded = fold_word(words)
    field = section_of(words)
    late = field == "homework" and folded.startswith(("课后", "作业"))
    return field in TERMINAL or late or folded in _TERMINAL_WORDS


def is_step_name(words: str) -> bool:
    """Whether words name a step of a lesson."""
    folded = fold_word(words)
    return folded in _steps() or (len(folded) <= 16 and STEP_FORM.fullmatch(folded) is not None)


def is_usual_step(words: str) -> bool:
    """Whether words are the usual name of a step, which is one without a heading around it."""
    return fold_word(words) in _steps()


def marker_of(words: str) -> tuple[str, bool] | None:
    """Return the field of a step that words before a colon lead to, and whether they stay."""
    return _marker_table().get(fold_word(words))


def column_of(words: str, *, board: bool = False) -> str | None:
    """Return what a column of a timetable, or of a board plan, is for."""
    folded = fold_word(words)
    table = _columns(board)
    return table.get(folded) or table.get(re.sub(r"\(.*?\)", "", folded))
