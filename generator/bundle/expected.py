"""What a finished site should hold, and which of its files have to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..addresses import LIBRARY, search_file
from ..base.page import html_address
from ..search.files import ROOT

PAGES = (".html", ".htm", ".xhtml")
SCRIPTS = (".js", ".mjs", ".webmanifest", "manifest.json")
"""A manifest names its pictures as a script would: as texts."""

INDEX = search_file("")
_READ = (*PAGES, ".svg", ".css", *SCRIPTS)
_THEME_SCRIPTS = "assets/javascripts/"
_OUR_SCRIPTS = f"{LIBRARY}/assets/"


@dataclass(frozen=True)
class Expected:
    """What a site should hold: pages by address with their sources, what may be linked to."""

    pages: Mapping[str, str]
    """Addresses of pages and of other HTML files, each with the file it is made from."""
    hosts: frozenset[str] = frozenset()
    theme_page: str = ""
    """A page of the theme at the root of the site without any text of an author."""
    indexed: bool = False
    """Whether it has a search index."""
    attached: Mapping[str, str] = field(default_factory=dict)
    """Other files of authors by address, each with the file it is made from."""
    scripts: frozenset[str] = frozenset()
    """Our own scripts, which a page of ours without the theme may load."""

    @classmethod
    def of(
        cls,
        files: Iterable[str],
        hosts: Iterable[str] = (),
        theme_page: str = "",
        excluded: Iterable[str] = (),
        origins: Mapping[str, str] | None = None,
    ) -> Expected:
        """Make it from the names of files below docs/ and the addresses that stay out.

        `origins` are the files of records by the names of their pages.
        """
        given = sorted(files)
        origins = origins or {}
        pages = {address_of(one): origins.get(one, f"docs/{one}") for one in given if _is_page(one)}
        attached = {
            one: f"docs/{one}"
            for one in given
            if not _is_page(one) and not one.startswith(f"{LIBRARY}/")
        }
        for address in excluded:
            pages.pop(address, None)
        allowed = frozenset(str(host).lower() for host in hosts)
        scripts = frozenset(
            one for one in given if one.startswith(_OUR_SCRIPTS) and one.endswith(".js")
        )
        return cls(pages, allowed, theme_page, search_file(ROOT) in given, attached, scripts)

    def source_of(self, name: str) -> str:
        """The file that an author has to change for a file of the site."""
        return self.pages.get(name) or self.attached.get(name) or f"site/{name}"

    def may_load(self, page: str, script: str) -> bool:
        """Whether a script is our own and the page is one that we made."""
        return script in self.scripts and page.startswith(f"{LIBRARY}/")

    def is_read(self, name: str) -> bool:
        """Whether a file can lead anywhere or run; scripts of the theme are not looked at."""
        if name.startswith(_THEME_SCRIPTS) and name not in self.attached:
            return False
        return name.lower().endswith(_READ) or name.startswith(INDEX)


def address_of(path: str) -> str:
    """Where a file below docs/ stands in the site."""
    folder, slash, name = path.rpartition("/")
    return html_address(f"{folder}{slash}{'index.md' if name == 'README.md' else name}")


def _is_page(path: str) -> bool:
    return path.endswith((".md", *PAGES))
