"""The links of a hand-written page: what they lead to, and where in the text they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .markdown_bounds import without_fences

_BLANKED = re.compile(
    r"<!--.{0,20000}?-->"
    r"|(?<![\\`])(?P<tick>`{1,3})(?!`)(?:(?!\n[ \t]*\n)[^`]){1,2000}(?<!`)(?P=tick)(?!`)"
    r"|(?:(?<=\n\n)|(?<=\n[ ]\n)|\A)(?:(?:[ ]{4}|\t)[^\n]*\n?)+",
    re.DOTALL,
)
_LABEL = r"\[(?P<label>(?:\\.|[^\[\]\\]|\[[^\[\]]{0,300}\]){0,500})\]"
_INLINE = re.compile(
    rf"(?<!\\)(?P<image>!?){_LABEL}\([ \t]*(?P<target><[^<>\n]{{0,1000}}>|[^\s()<>]{{1,1000}}"
    r"(?:\([^\s()<>]{0,300}\)[^\s()<>]{0,300}){0,5})"
    r"(?P<title>\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?[ \t]*\)"
)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*<?(?P<target>[^\s<>]{1,1000})", re.MULTILINE
)
_AUTOMATIC = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{1,1000})>")
_ATTRIBUTE = re.compile(
    r"<(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})\b[^<>]{0,1000}?\s(?:href|src)\s*=\s*"
    r"(?P<target>\"[^\"<>]{0,1000}\"|'[^'<>]{0,1000}'|[^\s\"'<>]{1,1000})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link or an image; `start` to `end` is the whole of it, `at` where its target begins."""

    start: int
    end: int
    at: int
    target: str
    image: bool = False
    label: str | None = None
    """The text of an inline link, None for every other kind."""


def without_code(text: str) -> str:
    """The text with code and comments blanked out; every other sign keeps its place."""
    return _BLANKED.sub(lambda found: blanked(found[0]), without_fences(text))


def blanked(text: str) -> str:
    """As many blanks as the text has signs; line ends stay."""
    return re.sub(r"[^\n]", " ", text)


def page_links(text: str) -> list[PageLink]:
    """Return the links of a page in order; code and comments hold none.

    Raw HTML counts: `href` and `src` of any element. The text keeps its positions.
    """
    visible = without_code(text)
    found = list(_inline(visible, 0))
    for pattern in (_DEFINITION, _AUTOMATIC):
        found += [
            PageLink(one.start(), one.end(), one.start("target"), _address(one["target"]))
            for one in pattern.finditer(visible)
        ]
    for one in _ATTRIBUTE.finditer(visible):
        quote = one["target"][:1] in "\"'"
        target = one["target"].strip("\"'")
        image = one["tag"].lower() == "img"
        at = one.start("target") + quote
        found.append(PageLink(one.start(), one.end(), at, _address(target), image))
    return sorted(found, key=lambda link: (link.at, link.start))


def _inline(text: str, offset: int) -> Iterator[PageLink]:
    for one in _INLINE.finditer(text):
        target = one["target"].strip("<>")
        yield PageLink(
            offset + one.start(),
            offset + one.end(),
            offset + one.start("target") + one["target"].startswith("<"),
            _address(target),
            bool(one["image"]),
            one["label"],
        )
        if "](" in one["label"]:
            yield from _inline(one["label"], offset + one.start("label"))


def _address(written: str) -> str:
    """What the parser makes of a target: character references and escapes are resolved."""
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]()>#+\-.!])", r"\1", written)).strip()


def replace_targets(text: str, new: Callable[[PageLink], str | None]) -> str:
    """Return the text with the links for which `new` gives other Markdown."""
    out, end = [], 0
    for link in page_links(text):
        if link.start < end or link.label is None:
            continue
        other = new(link)
        if other is not None:
            out += [text[end : link.start], other]
            end = link.end
    return "".join([*out, text[end:]])
