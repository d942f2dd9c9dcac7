"""The pages of chosen records, one after the other, behind a cover with contents."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from jinja2 import Environment
from markdown import Markdown

from ..addresses import record_page
from ..base.dates import PartialDate
from ..base.markdown import Raw
from ..base.page import html_address
from ..base.reference import Reference
from ..base.template import environment
from ..build import Result

_EXTENSIONS = ("tables", "md_in_html", "toc", "generator.base.safe_html")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NOT_PRINTED = re.compile(
    r"<nav class=\"aj-crumbs\".*?</nav>|<p class=\"aj-banner\".*?</p>|<h1[ >].*?</h1>", re.DOTALL
)
_ID = re.compile(r'(<[a-z][^<>]*\sid=")([^"]*)"')
_LINK = re.compile(r'<a(?P<before>[^<>]*?)\shref="(?P<to>[^"]*)"(?P<after>[^<>]*)>', re.DOTALL)
_IMAGE = re.compile(r'(<img[^<>]*?\ssrc=")([^"]*)"')
_TITLE_LEVEL = re.compile(r"<(/?)h([2-5])(?=[ >])")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One record in a booklet."""

    anchor: str
    title: str
    note: str
    body: Raw


@cache
def _environment() -> Environment:
    return environment(Path(__file__).parent)


def booklet(result: Result, keys: Iterable[Reference], title: str) -> str:
    """Return one page of HTML that needs no other file; links between its records stay.

    `keys` are records of the edition, in the order in which they are printed.
    """
    library = result.edition.library
    chosen = list(dict.fromkeys(keys))
    anchors = {html_address(record_page(key)): f"c{number}" for number, key in enumerate(chosen, 1)}
    chapters = []
    for key in chosen:
        record = library.records[key]
        path = record_page(key)
        body = _body(result, path, anchors)
        note = record.date.chinese() if record.date else ""
        anchor = anchors[html_address(path)]
        chapters.append(Chapter(anchor, record.heading, note, Raw(body)))
    _, _, digest = result.edition.stamp.rpartition("-")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            title=title,
            site=library.site_name,
            rule=result.edition.rule,
            digest=digest,
            day=PartialDate.of(library.today),
            chapters=chapters,
        )
    )


def _body(result: Result, path: str, anchors: Mapping[str, str]) -> str:
    library = result.edition.library
    hosts = [str(host) for host in library.settings.hosts]
    # A converter of its own for each page: footnotes and ids of one must not reach the next.
    markdown = Markdown(
        extensions=list(_EXTENSIONS),
        extension_configs={"generator.base.safe_html": {"hosts": hosts}},
    )
    source = _NOT_PRINTED.sub("", _FRONT.sub("", result.files[path].decode(), count=1))
    own = anchors[html_address(path)]
    text = _TITLE_LEVEL.sub(lambda one: f"<{one[1]}h{int(one[2]) + 1}", markdown.convert(source))
    text = _ID.sub(lambda one: f'{one[1]}{own}-{one[2]}"', text)
    text = _LINK.sub(lambda one: _link(one, path, own, anchors), text)
    return _IMAGE.sub(lambda one: f'{one[1]}{_inside(result, path, one[2])}"', text)


def _link(found: re.Match[str], path: str, own: str, anchors: Mapping[str, str]) -> str:
    """A link within the booklet; elsewhere the words alone, since there is no page to go to."""
    target, _, anchor = html.unescape(found["to"]).partition("#")
    if not target:
        goal = f"{own}-{anchor}"
    else:
        page = normpath(join(dirname(path), unquote(target)))
        to = anchors.get(html_address(page))
        if to is None:
            return f"<a{found['before']}{found['after']}>"
        goal = f"{to}-{anchor}" if anchor else to
    return f'<a{found["before"]} href="#{html.escape(goal)}"{found["after"]}>'


def _inside(result: Result, path: str, address: str) -> str:
    """The bytes of a picture, so that the page needs no file beside it."""
    library = result.edition.library
    name = normpath(join(dirname(path), unquote(html.unescape(address))))
    if name not in library.assets or name not in library.attached:
        return ""
    kind = guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(library.attached[name]).decode()}"
