"""A page as a value: its path below docs/, its title, its Markdown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from .markdown import html_text

GENERATED = "generated-by: anjian"
"""In the front matter of every page that the generator owns."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `path` is relative to docs/ and ends in .md."""

    path: str
    title: str
    body: str
    searchable: bool = True
    """Whether the search finds it; what only repeats other pages need not be found twice."""
    filed: str = ""
    """What sort of page the search calls it where it shows no record of its own: 整改, 岗位."""
    wide: bool = False
    """Whether a table takes the room of the table of contents."""

    def text(self) -> str:
        """The file as written: front matter with a title that is safe as HTML, then Markdown."""
        title = json.dumps(html_text(self.title), ensure_ascii=False)
        hidden = "hide: [toc]\n" if self.wide else ""
        return f"---\ntitle: {title}\n{hidden}{GENERATED}\n---\n\n{self.body.strip()}\n"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is copied as it is; `path` is relative to docs/."""

    path: str
    content: bytes


def relative(source: str, target: str) -> str:
    """The address of page `target` seen from page `source`, both relative to docs/."""
    path, hash_sign, anchor = target.partition("#")
    return _from_folder(source.rpartition("/")[0], path) + hash_sign + anchor


@lru_cache(maxsize=16_384)
def _from_folder(folder: str, path: str) -> str:
    """Paths here are clean, so a third of what posixpath.relpath does is enough."""
    here, there = folder.split("/") if folder else [], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def html_address(markdown_path: str) -> str:
    """The address of the rendered page: .md becomes .html, README-free and without folders."""
    path, hash_sign, anchor = markdown_path.partition("#")
    if path.endswith(".md"):
        path = path[:-3] + ".html"
    return path + hash_sign + anchor
