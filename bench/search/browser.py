"""What a reader waits for: seconds, bytes and memory in Chromium, measured alike for each engine.

A page answers `?q=` as soon as it is open; window.benchAsk() asks more.  See bench.js.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from .process import memory

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class Site:
    """A folder that an engine was given, and how its files are counted."""

    folder: Path
    address: str
    """Of the folder in the browser, with a slash at the end."""
    part: Callable[[str], str | None]
    """Says of a path whether it is "index", "texts" or "code" of the search, or none of it."""

    def page(self, text: str | None = None) -> str:
        """The address of the page that searches for a text."""
        return f"{self.address}index.html" + ("" if text is None else f"?q={quote(text)}")


@dataclass(frozen=True, slots=True)
class First:
    """A search in a tab that knew nothing before."""

    seconds: float
    """From the start of opening the page to the results in it."""
    found: list[str]
    sizes: Counter[str]
    """Bytes by part, and under "files" how many files were loaded for index and texts."""
    memory: float
    """Resident size of the tab's process in MB."""


@dataclass(frozen=True, slots=True)
class Later:
    """Searches one after the other in one tab."""

    took: list[float]
    """Milliseconds of each."""
    found: list[list[str]]
    memory: float


@contextmanager
def chromium(program: str) -> Iterator[Browser]:
    """A browser that is closed at the end."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


def first(browser: Browser, site: Site, text: str) -> First:
    """Open the page in a fresh profile with a query in its address."""
    with _tab(browser, site) as (page, asked):
        answer = _open(page, site, text)
        sizes = Counter[str]()
        for path in asked:
            part = site.part(path)
            if part:
                sizes[part] += (site.folder / path).stat().st_size
                sizes["files"] += part != "code"
        return First(answer["since"] / 1000, answer["found"], sizes, _memory(browser))


def later(browser: Browser, site: Site, before: str, texts: list[str]) -> Later:
    """Ask one query after the other in a tab that has answered one before."""
    with _tab(browser, site) as (page, _):
        _open(page, site, before)
        took, found = [], []
        for text in texts:
            answer = page.evaluate("text => window.benchAsk(text)", text)
            page.evaluate("() => window.benchSettled")
            took.append(answer["took"])
            found.append(answer["found"])
        return Later(took, found, _memory(browser))


def empty_tab(browser: Browser, site: Site) -> float:
    """Resident size in MB of a tab with the page, before anything is searched."""
    with _tab(browser, site) as (page, _):
        page.goto(site.page())
        return _memory(browser)


@contextmanager
def _tab(browser: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    """A tab in a profile of its own, and the paths of the site that it asks for."""
    context = browser.new_context(offline=site.address.startswith("file:"))
    asked: list[str] = []

    def note(request: Any) -> None:
        if request.url.startswith(site.address):
            asked.append(unquote(urlsplit(request.url[len(site.address) :]).path))
        elif not request.url.startswith(("blob:", "data:", "about:")):
            sys.stderr.write(f"asked outside of the site: {request.url}\n")

    context.on("request", note)
    page = context.new_page()
    page.on("pageerror", lambda error: sys.stderr.write(f"error in the page: {error}\n"))
    yield page, asked
    context.close()


def _open(page: Page, site: Site, text: str) -> dict[str, Any]:
    page.goto(site.page(text), wait_until="commit")
    page.wait_for_function("() => window.benchFirst !== undefined", timeout=120_000)
    answer: dict[str, Any] = page.evaluate("() => window.benchFirst")
    page.evaluate("() => window.benchSettled")
    return answer


def _memory(browser: Browser) -> float:
    """VmRSS of the largest renderer in MB; only one tab is open, others are idle spares."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    sizes = [memory(one["id"], "VmRSS") for one in processes if one["type"] == "renderer"]
    return max(sizes, default=0) / 1024
