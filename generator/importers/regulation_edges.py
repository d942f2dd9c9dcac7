"""The text before the first article and after the last, in parts with their headings."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.text import MAX_LINE
from .prose import join_prose
from .regulation_lines import is_annex
from .source import Paragraph

Part = dict[str, str]


def preface_parts(paragraphs: Sequence[Paragraph], signs: list[tuple[str, str]]) -> list[Part]:
    """Divide a preface, or a whole text without articles, at its highest `#` headings."""
    levels = [one.level for one in paragraphs if one.level]
    highest = min(levels, default=0)
    starts = [i for i, one in enumerate(paragraphs) if one.level and one.level == highest]
    return _parts(paragraphs, starts, signs)


def annex_parts(
    paragraphs: Sequence[Paragraph], again: int, signs: list[tuple[str, str]]
) -> list[Part]:
    """Divide what stands after the last article at 附件一, 附件二, ….

    `again` is where an annexed text with articles of its own begins, -1 where none does.
    """
    starts = [i for i, one in enumerate(paragraphs) if is_annex(one)]
    if 0 <= again < len(paragraphs) and not any(start in starts for start in (again - 1, again)):
        starts.append(again)
    return _parts(paragraphs, sorted(starts), signs)


def _parts(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], signs: list[tuple[str, str]]
) -> list[Part]:
    if not paragraphs:
        return []
    cuts = sorted({0, *starts})
    parts: list[Part] = []
    for start, end in zip(cuts, [*cuts[1:], len(paragraphs)], strict=True):
        own = paragraphs[start:end]
        headed = start in starts and len(own) > 1 and len(own[0].text) <= MAX_LINE
        if headed and not own[0].row:
            signs.append(("标题记号", own[0].mark + own[0].text.replace(own[0].plain, "", 1)))
            parts.append({"heading": own[0].plain, "text": join_prose(own[1:])})
        else:
            parts.append({"text": join_prose(own)})
    return parts
