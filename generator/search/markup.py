"""Markup before it is read: the Markdown of templates as HTML, and HTML without hidden parts."""

from __future__ import annotations

import re
from functools import cache

_RULE = re.compile(r"\n\|[-:| ]+\|(?=\n|\Z)")
_ROW = re.compile(r"\n\|(.*)\|(?=\n|\Z)")
_HEADING = re.compile(r"\n(#{1,6}) +(.*)")
_TARGET = r"\((?:<[^<>\n]*>|[^()\s]*)\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]*\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]*)\]{_TARGET}")
_LINE = re.compile(r"\n\s*(?:- |> ?)?")
_BEFORE_BLOCK = re.compile(
    r"\n\s*(?=</?(?:p|li|d[dlt]|div|section|[ou]l|h[1-6]|details|summary|table|t[rdh]|tbody)[\s>])"
)

_VALUE = r"(?:=\"[^\"]*\")?"
_HIDDEN = re.compile(
    rf"<([a-zA-Z][a-zA-Z0-9]*)(?:\s+[^\s\"'=<>/]+{_VALUE})*?"
    rf"\s+(?:data-search-exclude|hidden)(?![^\s=>/]){_VALUE}"
    r"[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>"
)
_EMPTY = frozenset(("br", "col", "hr", "img"))


def as_html(body: str) -> str:
    """The Markdown that templates make, as HTML in which every line is a block."""
    body = _BEFORE_BLOCK.sub("", f"\n{body}")
    if "\n|" in body:
        body = _ROW.sub(_row, _RULE.sub("", body))
    if "\n#" in body:
        body = _HEADING.sub(_heading, body)
    if "](" in body:
        body = _LINK.sub(r"\1", _IMAGE.sub("", body))
    return _LINE.sub("<p>", body.replace("**", ""))


def _row(found: re.Match[str]) -> str:
    return f"<tr>{found[1].replace('|', '<td>')}</tr>"


def _heading(found: re.Match[str]) -> str:
    name = f"h{len(found[1])}"
    return f"<{name}>{found[2]}</{name}>"


def shown(source: str) -> str:
    """HTML without the elements that are hidden or marked as none of the search's concern."""
    out, end = [], 0
    found = _HIDDEN.search(source)
    while found:
        out.append(source[end : found.start()])
        end = found.end()
        if found[1].lower() not in _EMPTY:
            end = _end_of(found[1], source, end)
        found = _HIDDEN.search(source, end)
    return "".join([*out, source[end:]]) if out else source


def _end_of(name: str, source: str, position: int) -> int:
    """Where an element ends whose opening tag ends at `position`; others of its name may nest."""
    depth = 1
    for found in _marks(name).finditer(source, position):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return len(source)


@cache
def _marks(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}(?![\w-])[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")
