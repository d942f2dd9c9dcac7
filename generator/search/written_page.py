"""Hand-written pages: rendered as the site shows them, read as every other page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Markdown

from ..addresses import HOME
from ..base.front_matter import FrontMatter, read_front_matter
from ..base.page import html_address
from ..base.safe_html import SafeHtmlExtension
from ..citation_sources import page_key
from ..library import Library
from .document import Document, Section
from .filing import PAGE_KIND, page_facets
from .page_text import PageText, rendered_text
from .text_blocks import one_line

_EXTENSIONS = ("toc", "tables", "fenced_code", "md_in_html")
"""What MkDocs and our mkdocs.yml render with; more of them change little of the words."""
_ADDRESS = re.compile(r"(^|/)README\.html$")


def written_pages(library: Library) -> Iterator[Document]:
    """Yield every hand-written page that does not ask to be left out."""
    renderer = Markdown(extensions=[*_EXTENSIONS, SafeHtmlExtension()])
    for path, text in library.documents.items():
        front = read_front_matter(text, f"docs/{path}")
        if not front.searchable:
            continue
        try:
            page = rendered_text(renderer.reset().convert(text[front.body_start :]))
        except Exception:  # noqa: BLE001, S112 - the site builder breaks at the same page, and names it
            continue
        title = front.text("title") or page.title or _name(library, path)
        yield Document(
            _ADDRESS.sub(r"\1index.html", html_address(path)),
            one_line(title),
            PAGE_KIND,
            path,
            "",
            _sections(page, front),
            page_facets(library, page_key(path)),
        )


def _name(library: Library, path: str) -> str:
    """What the site calls a page without a title: the name of its file, in words."""
    if path == HOME:
        return library.site_name
    name = path.rpartition("/")[2].removesuffix(".md").replace("-", " ").replace("_", " ")
    return name.capitalize() if name.lower() == name else name


def _sections(page: PageText, front: FrontMatter) -> tuple[Section, ...]:
    """The sections, with the heading of the page where its title is another one."""
    own = one_line(front.text("title"))
    if not own or page.title in ("", own):
        return page.sections
    first, rest = (Section("", "", ()), page.sections)
    if page.sections and not page.sections[0].anchor:
        first, rest = page.sections[0], page.sections[1:]
    return (Section("", first.heading, (page.title, *first.blocks)), *rest)
