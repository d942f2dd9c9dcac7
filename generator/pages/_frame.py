"""What every page shares: its template environment, its links, its way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ..addresses import HOME, facet_page, measures_page
from ..base.allowed_address import allowed_address
from ..base.fictional import FICTIONAL
from ..base.markdown import Raw, plain
from ..base.numerals import to_chinese
from ..base.page import Page, html_address, relative
from ..base.record import Attachment, Record
from ..base.reference import Reference
from ..base.shortening import shortened
from ..base.template import environment
from ..editions import Edition
from ..library import key_of, page_of
from ._rows import Row


@lru_cache(maxsize=16_384)
def calm(title: str) -> Raw:
    """A title whose closing （虚构…） is marked, so that it can stand back."""
    found = FICTIONAL.search(title)
    if found is None:
        return plain(title)
    note = f'<span class="aj-fictional">{plain(found[0])}</span>'
    return Raw(plain(title[: found.start()]) + note)


def _number(value: Decimal) -> str:
    """A number without zeros at its end."""
    return f"{value.normalize():f}"


@lru_cache(maxsize=32_768)
def _href(folder: str, path: str) -> Raw:
    return plain(relative(f"{folder}/page", html_address(path)))


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page to this one."""

    label: str
    path: str


@dataclass(frozen=True)
class Frame:
    """The surroundings of one page; templates reach it as `at`."""

    edition: Edition
    path: str
    title: str
    crumbs: tuple[Crumb, ...] = ()

    def href(self, path: str) -> Raw:
        """The address of another page, for an attribute in HTML."""
        return _href(self.path.rpartition("/")[0], path)

    def a(self, path: str, text: object, css: str = "") -> Raw:
        """A link to another page."""
        attribute = f' class="{css}"' if css else ""
        label = text if isinstance(text, Raw) else plain(str(text))
        return Raw(f'<a href="{self.href(path)}"{attribute}>{label}</a>')

    def values(self, pairs: Iterable[tuple[str, str]]) -> Raw:
        """Texts with commas between them, each a link where it has a page."""
        return Raw("、".join([self.a(path, text) if path else plain(text) for text, path in pairs]))

    def record(self, key: Reference | Record, text: str = "") -> Raw:
        """A link to a record by its title; a record that is not here leaves no trace."""
        if isinstance(key, Record):
            key = key_of(key)
        record = self.edition.library.get(key)
        if record is None:
            return Raw("")
        return self.a(page_of(record, key.part), text or calm(record.heading))

    def unit(self, key: Reference) -> Raw:
        """A link to a unit by its short name, for tables in which it stands often."""
        record = self.edition.library.get(key)
        short = record.mention if record else ""
        return self.record(key, short if record and short != record.heading else "")

    def attachment(self, attachment: Attachment) -> Raw:
        """A link to a file of a record; where there is none the name alone."""
        name = str(attachment.title or attachment.file.rpartition("/")[2])
        if attachment.file not in self.edition.library.assets:
            return plain(name)
        return self.a(attachment.file, name)

    def row(self, row: Row | Raw) -> Raw:
        """One record in a list; a row that was made for this folder before stays as it is."""
        if isinstance(row, Raw):
            return row
        record = row.record
        href = self.href(page_of(record))
        return _row(href, record.heading, row.tags, row.gist)

    def author_link(self, target: str, image: bool) -> str | None:  # noqa: FBT001 - LinkTarget
        """Where a link in author's Markdown leads: a record, a file below docs/, a listed host."""
        library = self.edition.library
        if not image:
            try:
                reference = Reference.parse(target)
            except ValueError:
                reference = None
            if reference is not None and reference.kind in library.kinds:
                page = self.edition.page_of(reference)
                return relative(self.path, page) if page else None
        if "://" in target or target.startswith(("mailto:", "tel:")):
            hosts = frozenset(str(host).lower() for host in library.settings.hosts)
            return target if allowed_address(target, hosts) else None
        path = target.partition("#")[0]
        if path in library.documents or path in library.assets:
            return relative(self.path, target)
        return None


@cache
def _environment() -> Environment:
    return environment(
        Path(__file__).parent,
        a=Frame.a,
        href=Frame.href,
        record=Frame.record,
        attachment=Frame.attachment,
        unit=Frame.unit,
        row=Frame.row,
        values=Frame.values,
        calm=calm,
        short=shortened,
        chinese=to_chinese,
        number=_number,
        loophole_page=lambda kind: facet_page("loophole", kind),
        measures_page=measures_page,
        named=lambda headings, label: headings.get(label, label),
    )


@cache
def _row_macro() -> Callable[..., str]:
    module: Any = _environment().get_template("row.md.j2").module
    macro: Callable[..., str] = module.row
    return macro


def _row(href: Raw, title: str, tags: tuple[str, ...], gist: str) -> Raw:
    marked = Raw(" ".join([f"<span>{plain(tag)}</span>" for tag in tags]))
    return Raw(_row_macro()(href, title, marked, gist).strip())


def render(
    edition: Edition,
    template: str,
    path: str,
    title: str,
    crumbs: Iterable[tuple[str, str]] = (),
    **view: Any,
) -> Page:
    """Fill one template; it sees the frame as `at` and the view by name, no library."""
    way = (Crumb("首页", HOME), *(Crumb(label, target) for label, target in crumbs))
    frame = Frame(edition, path, title, way)
    body = _environment().get_template(template).render(at=frame, link=frame.author_link, **view)
    return Page(path, title, body)
