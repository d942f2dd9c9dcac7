"""Our search on the same pages: the index, the index after a change, a site to open from disk."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from generator import web
from generator.addresses import search_file

from . import table
from .browser import Site
from .process import measured
from .sites import build, project

_SEARCH = search_file("")
_NOT_FOR_SEARCH = {
    *("elements.js", "reading-bar.js", "report-error.js", "self-check.js", "clause.js"),
    *("printing.js", "theme.js"),
}


def index(folder: Path, source: Path) -> table.Rows:
    """Build the index of the pages in a file, and again after one sentence has changed."""
    first = _build(folder, source, folder / "index")
    again = _build(folder, source, folder / "changed", folder / "index")
    return {
        table.BUILD: f"{first['seconds']:.1f}",
        table.BUILD_MEMORY: f"{first['memory']:.0f}",
        table.CHANGE: f"{again['seconds']:.1f}",
        table.REWRITTEN: f"{again['rewritten'] / again['files'] * 100:.1f} %"
        f" ({again['rewritten']:.0f} of {again['files']:.0f})",
    }


def make(folder: Path) -> Site:
    """Put the index into a site of one page with our scripts, to be opened from the disk."""
    docs = project(folder, ["library/assets/anjian.js", "ours.js"])
    assets = docs / "library" / "assets"
    assets.mkdir(parents=True)
    scripts = Path(web.__file__).parent
    parts = [(scripts / part).read_bytes() for part in web.BUNDLES["anjian.js"]]
    settings = b'window.anjian = {"contact": {}, "edition": "", "site": "bench"};\n'
    (assets / "anjian.js").write_bytes(settings + b"\n".join(parts))
    shutil.copytree(folder / "index", docs / _SEARCH)
    build(folder)
    site = folder / "site"
    return Site(site, f"{site.as_uri()}/", _Parts(site))


def code() -> str:
    """KB of the scripts of our search by name, and with all that stand in the bundle for it."""
    scripts = Path(web.__file__).parent
    sizes = {part: (scripts / part).stat().st_size for part in web.BUNDLES["anjian.js"]}
    named = sum(size for part, size in sizes.items() if part.startswith("search"))
    every = sum(size for part, size in sizes.items() if part not in _NOT_FOR_SEARCH)
    return f"{named / 1000:.1f} (with helpers {every / 1000:.1f})"


class _Parts:
    """Tells texts from index by how a file begins, for all have names made from what they hold."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._known: dict[str, str] = {}

    def __call__(self, path: str) -> str | None:
        if not path.startswith(_SEARCH):
            return None
        if path not in self._known:
            with (self._site / path).open("rb") as file:
                head = file.read(60).replace(b"\0", b"")
            self._known[path] = "texts" if b'("texts"' in head else "index"
        return self._known[path]


def _build(folder: Path, *words: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.search.build", *map(str, words)]
    used = measured(command, folder)
    figures: dict[str, float] = json.loads(used.printed.splitlines()[-1])
    return figures
