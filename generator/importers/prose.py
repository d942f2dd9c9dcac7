"""Paragraphs of a source to the text of a prose field."""

from __future__ import annotations

from collections.abc import Sequence

from .source import Paragraph


def join_prose(paragraphs: Sequence[Paragraph], *, tight: bool = False) -> str:
    """Join paragraphs, one a line, an empty line between; rows of a table stay together.

    With `tight` no empty lines stand between, as in the text of an article.
    """
    text = ""
    for number, one in enumerate(paragraphs):
        if number:
            alike = one.row == paragraphs[number - 1].row
            text += "\n" if alike and (tight or one.row) else "\n\n"
        text += one.whole
    return text
