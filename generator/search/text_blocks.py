"""HTML to blocks of text, section by section: a pass over the tags that set texts apart."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from .document import Section

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTAINERS = ("section", "details", "aside", "div")
_APART = ("td", "th", "br", "time")
"""Elements that stand apart from what is beside them and end no block."""
_LABELLED = ("dl", "dt", "dd")
_PLAIN = (
    *("p", "li", "ul", "ol", "table", "thead", "tbody", "tfoot", "caption", "summary"),
    *("blockquote", "pre", "figure", "figcaption", "hr", "header", "footer", "nav"),
)
"""Elements that are a block, or hold some."""
_NAMES = "|".join((*_HEADINGS, *_CONTAINERS, *_APART, *_LABELLED, *_PLAIN, "tr"))
_ATTRIBUTES = r"[^>\"]*(?:\"[^\"]*\"[^>\"]*)*"
_MARK = re.compile(rf"<(/?)({_NAMES})(?![\w-])({_ATTRIBUTES})>")
_TAG = re.compile(rf"</?[a-zA-Z]{_ATTRIBUTES}>")
_STRONG = re.compile(r"<strong>([^<]*)</strong>")
_ID = re.compile(r'(?:^|\s)id="([^"]*)"')
_NUMBER = "aj-article__number"
_LABEL = re.compile(rf"\b(?:{_NUMBER}|aj-small-heading)\b")
"""Classes of lines that the text below them reads on from; an article's number is its heading."""


class _Part:
    """A section that is being read."""

    __slots__ = ("anchor", "blocks", "heading")

    def __init__(self, anchor: str, heading: str) -> None:
        self.anchor = anchor
        self.heading = heading
        self.blocks: list[str] = []


class TextBlocks:
    """Takes the HTML of one page apart into its title and its sections."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.part = _Part("", "")
        self.parts = [self.part]
        self.text: list[str] = []
        self.label = False
        """Whether the text so far is a label, which goes with the text that comes next."""
        self.whole = ""
        """The element whose text stays together, whatever is in it: a row, a heading, a label."""
        self.inner = 0
        """How many elements of that name are open inside of it."""
        self.anchor = ""
        self.number = False
        """Of a heading the address, of a label whether it is the number of an article."""
        self.behind: list[_Part | None] = []
        """For every container around this place the part that goes on behind it."""

    def read(self, source: str) -> None:
        """Go through the texts and the marks between them."""
        first, *rest = _MARK.split(source)
        pieces = iter(rest)
        self._say(first)
        for end, name, attributes, text in zip(pieces, pieces, pieces, pieces, strict=True):
            if name in _PLAIN and not attributes and not self.whole:
                self._pause()
            elif end:
                self._leave(name)
            else:
                self._enter(name, attributes)
            self._say(text)
        self._flush()

    def finished(self) -> Iterator[Section]:
        """The sections that say something."""
        for part in self.parts:
            if part.heading or part.blocks:
                yield Section(part.anchor, part.heading, tuple(part.blocks))

    def _enter(self, name: str, attributes: str) -> None:
        if name in _APART or self.whole:
            self.text.append(" ")
            self.inner += name == self.whole != "p"
        elif name in _HEADINGS or name == "tr":
            self._flush()
            self.whole, self.anchor = name, _id(attributes)
        elif name in _CONTAINERS:
            self._enter_container(name, _id(attributes))
        elif name == "dt":
            self._flush()
        else:
            self._pause()
            if name == "p" and _LABEL.search(attributes):
                self.whole, self.number = name, _NUMBER in attributes

    def _leave(self, name: str) -> None:
        if name == self.whole and self.inner:
            self.inner -= 1
        elif name == self.whole:
            self.whole = ""
            self._leave_whole(name)
        elif name in _APART or self.whole:
            self.text.append(" ")
        elif name in _CONTAINERS:
            self._flush()
            self.part = (self.behind.pop() if self.behind else None) or self.part
        elif name == "dt":
            self.label = True
        elif name in _LABELLED:
            self._flush()
        else:
            self._pause()

    def _leave_whole(self, name: str) -> None:
        if name == "tr":
            self._leave_row()
        elif name == "p":
            self.label = True
            if self.number and not self.part.heading:
                self.part.heading = _clean("".join(self.text))
        else:
            self._head(name, self._taken())

    def _leave_row(self) -> None:
        """End a row; one with an address is a section, under what is strong in it."""
        around, row = self.part, "".join(self.text)
        name = _STRONG.search(row) if self.anchor else None
        if name is not None:
            self._begin(self.anchor, _clean(name[1]))
            self.text = [row[: name.start()], row[name.end() :]]
        self._flush()
        self.part = around

    def _enter_container(self, name: str, anchor: str) -> None:
        if anchor:
            self._flush()
            self.behind.append(self.part)
            self._begin(anchor, "")
        else:
            self._pause()
            # What follows a heading in a plain box still stands under it.
            self.behind.append(None if name == "div" else self.part)

    def _head(self, name: str, text: str) -> None:
        """Take a heading: the title, the start of a section, or a line of the one before."""
        if name == "h1" and self.title is None:
            self.title = text
        elif self.anchor:
            self._begin(self.anchor, text)
        elif self.part.anchor and not self.part.heading and not self.part.blocks:
            self.part.heading = text
        elif text:
            self.part.blocks.append(text)

    def _begin(self, anchor: str, heading: str) -> None:
        self.part = _Part(anchor, heading)
        self.parts.append(self.part)

    def _say(self, text: str) -> None:
        if text and not text.isspace():
            if self.label:
                self.text.append(" ")
                self.label = False
            self.text.append(text)

    def _pause(self) -> None:
        """End a block, but not behind a label that has no text yet."""
        if self.text and not self.label:
            self._flush()

    def _flush(self) -> None:
        """End a block."""
        text = self._taken()
        if text:
            self.part.blocks.append(text)

    def _taken(self) -> str:
        if not self.text:
            return ""
        text = "".join(self.text)
        self.text.clear()
        self.label = False
        return _clean(text)


def _id(attributes: str) -> str:
    found = _ID.search(attributes) if attributes else None
    return html.unescape(found[1]) if found else ""


def _clean(text: str) -> str:
    """Text without tags inside of it, as a reader sees it."""
    if "<" in text:
        text = _TAG.sub("", text)
    return one_line(html.unescape(text) if "&" in text else text)


def one_line(text: str) -> str:
    """Text on one line, every sign in one spelling."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
