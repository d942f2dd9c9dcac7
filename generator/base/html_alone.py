"""Author's Markdown as HTML that stands alone, for what no site builder renders."""

from __future__ import annotations

from functools import cache, lru_cache

from markdown import Markdown

from .markdown import Raw, prose
from .safe_html import SafeHtmlExtension


@lru_cache(maxsize=4096)
def html_alone(text: str) -> Raw:
    """The HTML of a text; links leave their label, pictures their words."""
    return html_from(prose(text, lambda _target, _image: None))


def html_from(made: str) -> Raw:
    """The HTML of Markdown that is safe already."""
    return Raw(_markdown().reset().convert(made))


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=["tables", SafeHtmlExtension()])
