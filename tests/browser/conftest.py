"""One small real site, built once, and pages of it that must stay silent and at home."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.kinds import PAGES
from tests.browser.search_site import Site, write_site
from tests.signing import sign_project
from tools.prepare import find_browser

HERE = Path(__file__).parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium, Chrome or Edge of this machine; none is a failure on CI only."""
    program = find_browser()
    if program is None:
        reason = "没有找到 Chromium、Chrome 或 Edge"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def build(root, tmp_path_factory) -> Callable[..., Path]:
    """Build a project from a folder of records with the settings and the guide of this one."""

    def make(records: Path, change: Callable[[str], str] = str, edition: str = "") -> Path:
        project = tmp_path_factory.mktemp("项目 甲") / "案例库"
        shutil.copytree(records, project)
        shutil.copytree(root / "docs/guide", project / "docs/guide", dirs_exist_ok=True)
        settings = (root / "mkdocs.yml").read_text("utf-8")
        (project / "mkdocs.yml").write_text(change(settings), "utf-8")
        sign_project(project)
        ours = ["generator", "build", "--edition", edition]
        done = subprocess.run(
            [sys.executable, "-m", *(ours if edition else ["mkdocs", "build", "--quiet"])],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return project / (f"site-{edition}" if edition else "site")

    return make


@pytest.fixture(scope="session")
def site(build) -> Path:
    """The site of the records in library/."""
    return build(HERE / "library")


@pytest.fixture(scope="session")
def lecturers(build) -> Path:
    """The site of the same records as a lecturer has it, inspected and looked through for leaks."""
    return build(HERE / "library", edition="lecturer")


@pytest.fixture(scope="session")
def indexed(root, today, tmp_path_factory) -> Site:
    """About 300 pages and our scripts, without MkDocs."""
    return write_site(root, today, tmp_path_factory.mktemp("搜索 甲"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="session")
def served(site) -> Iterator[str]:
    """The same site on an intranet's plain http."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def watched(browser) -> Iterator[Callable[..., Page]]:
    """Open a tab; at the end it must have said nothing and asked nobody outside."""
    contexts, noise = [], []

    def ask(request):
        address = urlsplit(request.url)
        if address.scheme not in {"file", "data", "blob"} and address.hostname != "127.0.0.1":
            noise.append(f"asked for {request.url}")

    def say(message):
        if message.type in {"error", "warning"}:
            noise.append(f"console: {message.text}")

    def dialog(shown):
        noise.append(f"dialog: {shown.message}")
        shown.dismiss()

    def make(width: int = 1280, *, scheme: str = "light", offline: bool = True, **options) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            offline=offline,
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.on("request", ask)
        page = context.new_page()
        page.on("console", say)
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("dialog", dialog)
        return page

    yield make
    for context in contexts:
        context.close()
    assert noise == []


@pytest.fixture
def visit(site, watched) -> Callable[..., Page]:
    """Open a page of the site from the disk, by its kind or its path."""

    def go(page: str, width: int = 1280, **options) -> Page:
        tab = watched(width, **options)
        tab.goto(address(site, page))
        return tab

    return go


def address(site: Path | str, page: str) -> str:
    """The address of a page, by its kind or its path, on the disk or on a server."""
    path = PAGES.get(page, page)
    return (site / path).as_uri() if isinstance(site, Path) else f"{site}/{path}"


@pytest.fixture(scope="session")
def axe(root) -> str:
    """The script of axe-core."""
    return (root / "tests/vendor/axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session", name="address")
def _address():
    return address


@pytest.fixture(scope="session")
def search():
    """Type a word into the search and wait for what it finds."""

    def run(page: Page, word: str) -> list[str]:
        page.wait_for_load_state()
        if page.viewport_size["width"] < 960:
            page.get_by_role("button", name="搜索", exact=True).click()
        page.get_by_role("combobox", name="搜索全站").fill(word)
        page.locator(".aj-find__hit").first.wait_for()
        return page.locator(".aj-find__hit .aj-hit__title").all_inner_texts()

    return run
