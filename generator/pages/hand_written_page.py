"""A hand-written page as it is rendered: its citations are links, the clauses stand at its end."""

from __future__ import annotations

from ..editions import Edition
from ._citations import Clauses
from ._frame import render


def with_citations(edition: Edition, path: str, text: str, start: int) -> str:
    """Return the text from `start` on, where its settings end, with the links of its citations.

    `path` is the page's below docs/; `text` is what the edition's library holds of it.
    """
    anchors, notes = Clauses(edition).cite_page(path)
    out, end = [], start
    for anchor in anchors:
        if anchor.start >= end:
            out += [text[end : anchor.start], anchor.tag, text[anchor.start : anchor.end], "</a>"]
            end = anchor.end
    body = "".join([*out, text[end:]])
    if notes:
        body += "\n\n" + render(edition, "clauses.md.j2", path, "", notes=notes).body
    return body
