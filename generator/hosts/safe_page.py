"""What a theme may print of a hand-written page: themes print titles and settings as HTML."""

from __future__ import annotations

import html
import re
from typing import Any

from ..base.front_matter import FrontMatter
from ..base.markdown import html_text
from ..base.node import Scalar, Sequence
from ..base.page import relative
from ..base.page_links import PageLink, replace_targets
from ..base.reference import Reference
from ..editions import Edition

_HIDE = ("navigation", "toc", "footer", "path")
_TAG = re.compile(r"<[^<>]*>")


def safe_settings(front: FrontMatter) -> dict[str, Any]:
    """The settings that a theme gets to see: known ones alone, as harmless text."""
    safe: dict[str, Any] = {
        key: html_text(front.text(key)) for key in ("title", "description") if front.text(key)
    }
    hide = front.values.get("hide")
    words = hide.items if isinstance(hide, Sequence) else [hide] if hide else []
    shown = [one.text for one in words if isinstance(one, Scalar) and one.text in _HIDE]
    if shown:
        safe["hide"] = shown
    return safe


def safe_title(title: object) -> str:
    """A title that is the same text wherever it is printed, whether it was escaped or not."""
    return html_text(html.unescape(_TAG.sub("", str(title))))


def with_record_links(markdown: str, path: str, edition: Edition) -> str:
    """Turn links such as `case/gc-2024-003` into links to pages.

    A record that is not in the edition leaves the label and no link.
    """

    def page(link: PageLink) -> str | None:
        try:
            reference = Reference.parse(link.target)
        except ValueError:
            return None
        library = edition.library
        if link.image or reference.kind not in library.kinds:
            return None
        leads = edition.page_of(reference)
        return f"[{link.label}]({relative(path, leads)})" if leads else link.label

    return replace_targets(markdown, page) if "](" in markdown else markdown
