"""A page to its texts as they are shown, part by part.

What an author wrote has its special signs as character references (base/markdown.py), or was
made safe after rendering (base/safe_html.py): a tag that is found here is markup, never text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .document import Section
from .markup import as_html, shown
from .text_blocks import TextBlocks

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class PageText(NamedTuple):
    """The title that stands on a page, and its sections."""

    title: str
    sections: tuple[Section, ...]


def generated_text(body: str) -> PageText:
    """Read the Markdown of a page that templates made."""
    return _read(as_html(shown(body)))


def rendered_text(source: str) -> PageText:
    """Read the HTML of a page."""
    return _read(shown(source))


def _read(source: str) -> PageText:
    blocks = TextBlocks()
    blocks.read(_NO_TEXT.sub("\ufffd", source))
    return PageText(blocks.title or "", tuple(blocks.finished()))
