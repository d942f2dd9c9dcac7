"""Writing a book: EPUB 3, for phones, nothing in it comes from outside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment

from ..base.template import environment
from ..lesson_set import Issue

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; `group` is what it stands under in the contents."""

    file: str
    title: str
    body: str
    """Elements of HTML that are well-formed XML."""
    about: tuple[str, ...] = ()
    group: str = ""
    label: str = ""
    """Its name in the contents, where that is not its title."""


@dataclass(frozen=True, slots=True)
class Book:
    """A book in the order in which it is read."""

    identifier: str
    title: str
    chapters: tuple[Chapter, ...]
    issue: Issue


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent / "book")


def epub(book: Book) -> bytes:
    """Return a book as one file; its kind is the first member and not packed, as readers ask.

    Source: EPUB 3.3, 4.3 (OCF ZIP container).
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in _members(book):
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return target.getvalue()


def _members(book: Book) -> Iterator[tuple[str, str]]:
    templates = _environment()
    groups = [
        (name, tuple(chapters)) for name, chapters in groupby(book.chapters, lambda one: one.group)
    ]
    yield "mimetype", "application/epub+zip"
    yield "META-INF/container.xml", _CONTAINER
    for name in ("content.opf", "nav.xhtml", "toc.ncx", "book.css"):
        made = templates.get_template(f"{name}.j2").render(book=book, groups=groups)
        yield f"book/{name}", made
    page = templates.get_template("chapter.xhtml.j2")
    for chapter in book.chapters:
        yield f"book/{chapter.file}", page.render(chapter=chapter)
