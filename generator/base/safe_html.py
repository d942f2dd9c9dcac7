"""The last step of Markdown: an allow-list over the rendered HTML of every page.

It is a Python-Markdown extension and no event of a host, so every host that renders with
Python-Markdown runs it.
"""

from __future__ import annotations

import re
from typing import Any

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor, slugify_unicode
from markdown.postprocessors import Postprocessor

from .allowed_address import allowed_address

_TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "time",
    "header",
    "footer",
    "aside",
}
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "title", "lang", "role", "hidden", "dir"},
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan", "align", "headers"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "col": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "details": {"open"},
    "time": {"datetime"},
}
_ANCHOR = re.compile(r"[\w.:-]+")


def clean(html: str, hosts: frozenset[str] = frozenset()) -> str:
    """Return `html` with nothing in it but allowed elements, attributes and addresses."""

    def attribute(_: str, name: str, value: str) -> str | None:
        if name in ("href", "src"):
            return value if allowed_address(value, hosts) else None
        if name == "class" and "mermaid" in value:
            # The theme loads a script from outside as soon as it sees this class.
            return " ".join(word for word in value.split() if word.lower() != "mermaid")
        if name == "id":
            # Anchors come into lists of contents and into the search index, which print them.
            return value if _ANCHOR.fullmatch(value) else None
        # By these attributes the theme finds its own parts.
        return None if name.startswith("data-md-") else value

    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "template", "iframe", "object", "noscript"},
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        generic_attribute_prefixes={"data-", "aria-"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )


class _CleanPostprocessor(Postprocessor):
    def __init__(self, md: Markdown, hosts: frozenset[str]) -> None:
        super().__init__(md)
        self.hosts = hosts

    def run(self, text: str) -> str:
        return clean(text, self.hosts)


class SafeHtmlExtension(Extension):
    """Sanitise the output of Markdown and give Chinese headings readable anchors."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"hosts": [[], "Hosts that links and images may lead to."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register as the very last postprocessor."""
        for treeprocessor in md.treeprocessors:
            if isinstance(treeprocessor, TocTreeprocessor):
                treeprocessor.slugify = slugify_unicode
        hosts = frozenset(str(host).lower() for host in self.getConfig("hosts"))
        md.postprocessors.register(_CleanPostprocessor(md, hosts), "anjian_safe_html", -1000)


def makeExtension(**kwargs: Any) -> SafeHtmlExtension:  # noqa: N802
    """Build the extension; Python-Markdown calls this by name."""
    return SafeHtmlExtension(**kwargs)
