"""An order or a notice around a regulation: 国务院令, 关于印发…的通知."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..base.dates import PartialDate
from .regulation_dates import events, fold_dates
from .regulation_lines import article_line, is_contents, outline_line
from .source import Paragraph

_ENVELOPE = re.compile(r".*(?:令|公告|通知|通告)(?:\s*[（(]?第?.{1,14}号[）)]?)?")
_SIGNED = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_NEAR = 12


def enclosed_at(
    paragraphs: Sequence[Paragraph], title: str, is_name: Callable[[Paragraph], bool]
) -> int:
    """Return where the name of the regulation in an order or a notice stands, 0 where none does.

    `title` is what the text begins with; `is_name` says whether a line can be a full name.
    """
    if not _ENVELOPE.fullmatch(title):
        return 0
    first = next((i for i, one in enumerate(paragraphs) if _is_structure(i, one)), 0)
    for index in range(first - 1, max(0, first - _NEAR), -1):
        one = paragraphs[index]
        if is_name(one) and not _ENVELOPE.fullmatch(one.plain):
            return index
    return 0


def _is_structure(index: int, one: Paragraph) -> bool:
    article = article_line(index, one)
    begins = article is not None and article.sure and article.number.number == 1
    return begins or outline_line(one) is not None or is_contents(one)


def signed_on(paragraphs: Sequence[Paragraph]) -> PartialDate | None:
    """Return the date with which an order or a notice is signed, None where it has none."""
    for one in reversed(paragraphs):
        folded = fold_dates(one.text)
        if _SIGNED.fullmatch(folded):
            return events([folded])[0].date if events([folded]) else None
    return None
