"""HTML to its elements, cut up as a browser's tokenizer cuts it, fast enough for a whole site.

A regular expression over tags instead of a tree: the pages of a site share most of their tags,
so each different tag is taken apart once; 2,000 pages take seconds, a parser in Python minutes,
and no compiled parser has to be there for every machine. What a tree would add (which element
stands in which) is not asked here, and where this reading and a browser's could differ it sees
more elements, never fewer: what stands in <title>, <textarea> or <noscript> counts as well.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# Every choice below is settled by its first character or by what must follow, so that a tag
# which never ends costs one pass and no backtracking.
_NAME = r"[a-zA-Z][^\s/>]*(?=[\s/>])"
_ATTRIBUTES = (
    r"(?:[\s/]|[^\s/>][^\s/>=]*(?=[\s/>=])"
    r"(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>][^\s>]*(?=[\s>])|(?=>))|(?!\s*=)))*"
)
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?--!?>)"
    rf"|<(?P<raw>script|style)(?=[\s/>])(?P<inside>{_ATTRIBUTES})>"
    r"(?P<text>.*?)</(?P=raw)(?=[\s/>])"
    rf"|<(?P<name>{_NAME})(?P<tag>{_ATTRIBUTES})>"
    rf"|</{_NAME}{_ATTRIBUTES}>"
    r"|<[!?](?!--|\[)[^>]*>"
    r"|(?P<broken><[a-zA-Z!?/])",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>][^\s>]*)|))?"
)


class Tag(NamedTuple):
    """One start tag as written; `text` is what stands inside of a script or style."""

    name: str
    inside: str
    text: str = ""


BROKEN = Tag("<", "")
"""Stands for a tag or comment that never ends: a browser would swallow what follows it."""


def tags(text: str) -> Iterator[Tag]:
    """Yield every start tag of an HTML or SVG text, up to a broken one."""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "tag":
            yield Tag(found["name"].lower(), found["tag"])
        elif kind == "text":
            yield Tag(found["raw"].lower(), found["inside"], found["text"])
        elif kind == "broken":
            yield BROKEN
            return


_INSTRUCTION = re.compile(r"<\?xml-stylesheet\s[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def instruction_addresses(text: str) -> Iterator[str]:
    """Yield the style sheets that an XML file asks for before its first element."""
    if "<?xml-s" in text:
        for double, single in _INSTRUCTION.findall(text):
            yield html.unescape(double or single)


def attributes(inside: str) -> tuple[tuple[str, str], ...]:
    """Take a tag apart: names in lower case, values as a browser understands them."""
    return tuple(
        (key.lower(), html.unescape(double or single or bare))
        for key, double, single, bare in _ATTRIBUTE.findall(inside)
    )
