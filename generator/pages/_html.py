"""Author's Markdown as HTML, for pages that no site builder renders."""

from __future__ import annotations

from functools import lru_cache

from markdown import Markdown

from ..base.markdown import Raw, prose
from ..base.safe_html import SafeHtmlExtension


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    return Markdown(extensions=["tables", SafeHtmlExtension()])


@lru_cache(maxsize=4096)
def html_of(text: str) -> Raw:
    """The HTML of a text; links leave their label, pictures their words."""
    return Raw(_markdown().reset().convert(prose(text, lambda _target, _image: None)))
