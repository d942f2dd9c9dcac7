"""Material's own search, offline plugin and shim included, on the pages as Markdown."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from .browser import Site
from .corpus import BenchPage
from .process import Used
from .sites import build, npm, project

_SHIM = "iframe-worker-shim.js"


def make(folder: Path, pages: Iterable[BenchPage]) -> tuple[Site, Used] | None:
    """Build the site; None when the shim that the search needs on a disk cannot be had."""
    packages = npm(folder / "npm", "iframe-worker@1.0.4")
    if packages is None:
        return None
    docs = project(
        folder,
        ["material.js"],
        {
            "plugins": [{"search": {"lang": "zh"}}, "offline"],
            # The plugin itself would name an address on the internet.
            "extra": {"polyfills": [_SHIM]},
        },
    )
    shutil.copy(packages / "iframe-worker" / "shim" / "index.js", docs / _SHIM)
    (docs / "p").mkdir()
    for page in pages:
        (docs / "p" / f"{page.name}.md").write_text(_markdown(page), encoding="utf-8")
    used = build(folder)
    site = folder / "site"
    return Site(site, f"{site.as_uri()}/", _part), used


def _markdown(page: BenchPage) -> str:
    lines = [f"# {page.title}"]
    for heading, blocks in page.sections:
        lines += [f"## {heading}", *blocks]
    return "\n\n".join(lines) + "\n"


def _part(path: str) -> str | None:
    # The same index is there once more for http, and counts once.
    if path == "search/search_index.js":
        return "index"
    return "code" if path.startswith(("assets/javascripts/workers/", _SHIM)) else None
