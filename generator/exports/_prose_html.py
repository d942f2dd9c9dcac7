"""Author's Markdown as HTML that stands alone: no links into the site, no pictures."""

from __future__ import annotations

from functools import cache

from markdown import Markdown

from ..base.markdown import html_text, prose, words

_EXTENSIONS = ("tables", "generator.base.safe_html")
_FENCE = "|>#"


def html_of(text: str) -> str:
    """Author's text as HTML: one paragraph comes without its element, several as blocks."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1 and not lines[0].lstrip().startswith(("- ", "* ", "+ ", *_FENCE)):
        return _rendered(lines[0]).removeprefix("<p>").removesuffix("</p>")
    return _rendered(text)


def blocks_of(text: str) -> str:
    """Author's text as HTML in which every paragraph has its element."""
    return _rendered(text)


def escaped(text: str) -> str:
    """A line without markup as HTML."""
    return html_text(text)


def plain_lines(text: str) -> list[str]:
    """Author's text as lines without markup, for formats that know none."""
    found = [words(line) for line in text.split("\n") if line.strip()]
    return [line for line in found if line.strip("|:- \t")]


def _rendered(text: str) -> str:
    made = _markdown().reset().convert(prose(text, lambda _target, _image: None))
    return str(made).strip()


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=list(_EXTENSIONS))
