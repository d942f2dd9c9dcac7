"""Author's Markdown as HTML that stands alone: no links into the site, no pictures."""

from __future__ import annotations

from ..base.html_alone import html_alone
from ..base.markdown import html_text, words

_FENCE = "|>#"


def html_of(text: str) -> str:
    """Author's text as HTML: one paragraph comes without its element, several as blocks."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1 and not lines[0].lstrip().startswith(("- ", "* ", "+ ", *_FENCE)):
        return blocks_of(lines[0]).removeprefix("<p>").removesuffix("</p>")
    return blocks_of(text)


def blocks_of(text: str) -> str:
    """Author's text as HTML in which every paragraph has its element."""
    return html_alone(text).strip()


def escaped(text: str) -> str:
    """A line without markup as HTML."""
    return html_text(text)


def plain_lines(text: str) -> list[str]:
    """Author's text as lines without markup, for formats that know none."""
    found = [words(line) for line in text.split("\n") if line.strip()]
    return [line for line in found if line.strip("|:- \t")]
