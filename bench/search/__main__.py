"""Print one table: our search beside Material's own and Pagefind on the same pages.

`make bench-search`, or `python -m bench.search --pages 1000 --peers none`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import mean

from playwright.sync_api import Browser

from tools.prepare import find_browser

from . import material, ours, pagefind, table
from .browser import Site, chromium
from .corpus import pages, read_pages, write_pages
from .firefox import firefox
from .process import ROOT
from .quality import REACH, quality
from .queries import questions, short_queries
from .sites import served

_SHARED = ROOT.parent / "shared"
_SLOW = 5
"""How often Material, which takes the better part of a minute, is opened."""
_SLOW_MORE = 30
_LONG = 60
_START = time.monotonic()


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description="The search beside its peers")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--peers", default="material,pagefind", help="or none")
    parser.add_argument("--queries", type=int, default=200, help="short queries, each in a new tab")
    parser.add_argument("--keep", type=Path, help="folder for what is made, which stays there")
    parser.add_argument("--corpus", type=Path, default=_SHARED / "corpus" / "statutes.tar.xz")
    parser.add_argument("--judged", type=Path, default=_SHARED / "eval")
    parser.add_argument("--no-quality", action="store_true", help="without the sets of judgments")
    given = parser.parse_args()
    program = find_browser()
    if not given.corpus.is_file():
        print(f"bench-search skipped: there is no corpus at {given.corpus}")
        return
    if program is None:
        print("bench-search skipped: no Chromium, Chrome or Edge was found")
        return
    with _folder(given.keep) as folder, chromium(program) as browser:
        _Run(given, folder, browser).speed()
    if not given.no_quality:
        sets = quality(given.judged, say)
        columns = dict.fromkeys(name for one in sets.values() for name in one)
        print(f"\n| ours, judged | reach | {' | '.join(columns)} |")
        print(f"| --- | --- |{' --- |' * len(columns)}")
        for name, figures in sets.items():
            cells = [figures.get(column, "–") for column in columns]
            print(f"| {name} | {REACH.get(name, '')} | {' | '.join(cells)} |")


def say(text: str) -> None:
    """Say on the error stream what is being done, and since when the benchmark runs."""
    sys.stderr.write(f"[{time.monotonic() - _START:4.0f} s] {text}\n")
    sys.stderr.flush()


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    yield kept.resolve()


class _Run:
    """The engines one after the other, on one file of pages and with the same queries."""

    def __init__(self, given: argparse.Namespace, folder: Path, browser: Browser) -> None:
        self._given = given
        self._folder = folder
        self._browser = browser
        self._source = folder / "pages.jsonl"
        say("cutting pages")
        write_pages(pages(given.corpus, given.pages), self._source)
        known = list(read_pages(self._source))
        self._texts = {page.name: page.text for page in known}
        self._size = mean(page.size for page in known)
        self._short = short_queries(known, given.judged, 2 * given.queries)
        self._long = questions(known, given.judged, min(_LONG, given.queries))

    def speed(self) -> None:
        """Measure what was asked for and print the table."""
        peers = self._given.peers.split(",")
        say("our index, built twice")
        mine = ours.index(self._new("ours"), self._source)
        site = ours.make(self._folder / "ours")
        say("our search in the browser")
        mine.update(self._read(site, self._asked(self._given.queries, _LONG)))
        mine[table.CODE] = ours.code()
        say("Firefox")
        mine[table.FIREFOX] = firefox(self._new("firefox"), site, self._short[:5])
        columns = {"ours, file://": mine}
        if "material" in peers and (rows := self._material(site)):
            columns["Material, file://"] = rows
            mine[table.FASTER] = rows.pop(table.FASTER)
        if "pagefind" in peers and (rows := self._pagefind()):
            columns["Pagefind, http"] = rows
        self._head()
        table.print_table("what", columns, table.REACH)

    def _head(self) -> None:
        different = len({text.partition("\n")[2] for text in self._texts.values()})
        print(
            f"{len(self._texts)} pages of {self._size:.0f} characters, {different} of them"
            " different. The archive gives some 5,600; what is missing comes from a second pass"
            " whose cuts lie half a page further on, then from passes a quarter ... further.\n"
            f"{self._given.queries} short queries and {len(self._long)} questions (Material:"
            f" {_SLOW} and 1), each in a fresh profile, then as many short ones (Material:"
            f" {_SLOW_MORE}) in one tab. Seconds run from opening the page to five results in it."
            " Bytes are those of the files that were asked for, without the theme.\n"
            "Builds: CPU seconds and VmHWM of the whole process; ours on one core and without"
            " reading the pages, Material's with making them. Memory: VmRSS of the tab's process."
        )

    def _material(self, beside: Site) -> table.Rows | None:
        say("Material: building (minutes)")
        made = material.make(self._new("material"), read_pages(self._source))
        if made is None:
            say("Material left out: npm cannot install iframe-worker")
            return None
        say("Material: in the browser (minutes)")
        site, used = made
        rows = self._read(site, self._asked(_SLOW, 1, _SLOW_MORE), beside)
        return {**table.built(used), **rows}

    def _pagefind(self) -> table.Rows | None:
        say("Pagefind: building")
        made = pagefind.make(self._new("pagefind"), read_pages(self._source))
        if made is None:
            say("Pagefind left out: npm cannot install it")
            return None
        say("Pagefind: in the browser")
        site, used = made
        with served(site.folder) as address:
            reached = replace(site, address=address)
            rows = self._read(reached, self._asked(self._given.queries, _LONG))
        return {**table.built(used), **rows}

    def _read(self, site: Site, asked: table.Asked, beside: Site | None = None) -> table.Rows:
        rows = table.in_browser(self._browser, site, asked, self._texts, beside)
        return {**table.on_disk(site, len(self._texts)), **rows}

    def _asked(self, short: int, long: int, more: int = 1_000_000) -> table.Asked:
        half = self._given.queries
        return table.Asked(self._short[:half][:short], self._long[:long], self._short[half:][:more])

    def _new(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir()
        return folder


if __name__ == "__main__":
    main()
