"""Pagefind, its build for Chinese, on the pages as HTML, over http."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from .browser import Site
from .corpus import BenchPage
from .process import Used, measured
from .sites import build, npm, project


def make(folder: Path, pages: Iterable[BenchPage]) -> tuple[Site, Used] | None:
    """Write and index the pages; None when the program cannot be had."""
    packages = npm(folder / "npm", "pagefind@1")
    program = next((packages or folder).glob("@pagefind/*/bin/pagefind_extended"), None)
    if program is None:
        return None
    project(folder, ["pagefind.js"])
    build(folder)
    site = folder / "site"
    (site / "p").mkdir()
    for page in pages:
        (site / "p" / f"{page.name}.html").write_text(_html(page), encoding="utf-8")
    used = measured([str(program), "--site", str(site), "--glob", "p/*.html"], folder)
    return Site(site, "", _part), used


def _html(page: BenchPage) -> str:
    body = [f"<h1>{escape(page.title)}</h1>"]
    for place, (heading, blocks) in enumerate(page.sections):
        body.append(f'<h2 id="s{place}">{escape(heading)}</h2>')
        body += [f"<p>{escape(block)}</p>" for block in blocks]
    return (
        f'<!doctype html>\n<html lang="zh">\n<head><meta charset="utf-8">'
        f"<title>{escape(page.title)}</title></head>\n<body><main>\n"
        + "\n".join(body)
        + "\n</main></body>\n</html>\n"
    )


def _part(path: str) -> str | None:
    if not path.startswith("pagefind/"):
        return None
    name = path.removeprefix("pagefind/")
    if name.startswith("fragment/"):
        return "texts"
    return "code" if name.endswith((".js", ".css")) or name.startswith("wasm.") else "index"
