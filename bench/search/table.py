"""Figures of each engine by row, and how they are printed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser

from .browser import First, Site, empty_tab, first, later
from .process import Used

BUILD = "index build: CPU s"
BUILD_MEMORY = "index build: peak memory, MB"
CHANGE = "one sentence changed: CPU s"
REWRITTEN = "one sentence changed: files rewritten"
INDEX = "index on disk: KB a page"
WITH_TEXTS = "index and texts on disk: KB a page"
FILES = "files of index and texts"
SHORT = "2–4 characters: KB before five results, median / p95 / worst"
SHORT_INDEX = "… of which index"
SHORT_TEXTS = "… of which texts"
SHORT_FILES = "… files"
LONG = "20-character question: KB, median / p95 / worst"
CODE = "code of the search, KB"
OPEN = "page open → first results, cold: s, median / p95 / worst"
OPEN_LONG = "… for a question"
FASTER = "… times Material's"
WARM = "further queries: ms, median / p95 / worst"
AGAIN = "the same queries again: ms, median / p95 / worst"
MEMORY = "renderer memory: MB, first query / all queries (tab without search)"
HOLD = "of the first five, hold what was typed"
NOTHING = "queries without a result, though a page holds them"
FIREFOX = "Firefox, file://"

REACH = {
    BUILD: "≤ 40",
    BUILD_MEMORY: "≤ 250",
    CHANGE: "≤ 3",
    REWRITTEN: "≤ 8 %",
    INDEX: "≤ 1.4",
    WITH_TEXTS: "≤ 4.8",
    FILES: "≤ 1500",
    SHORT: "≤ 350",
    SHORT_INDEX: "≤ 200",
    SHORT_TEXTS: "",
    SHORT_FILES: "",
    LONG: "≤ 600",
    CODE: "ours < 40",
    OPEN: "≤ 0.8",
    OPEN_LONG: "",
    FASTER: "≥ 60",
    WARM: "p95 ≤ 100",
    AGAIN: "",
    MEMORY: "≤ 170",
    HOLD: "",
    NOTHING: "",
    FIREFOX: "",
}
"""The rows in their order, and what issue 4 asks of ours."""

Rows = dict[str, str]


def print_table(title: str, columns: dict[str, Rows], reach: dict[str, str]) -> None:
    """Print a Markdown table with a column for each engine."""
    print(f"\n| {title} | reach | {' | '.join(columns)} |")
    print(f"| --- | --- |{' --- |' * len(columns)}")
    for label, wanted in reach.items():
        cells = [rows.get(label, "–") for rows in columns.values()]
        if any(cell != "–" for cell in cells):
            print(f"| {label} | {wanted} | {' | '.join(cells)} |", flush=True)


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Median, 95th percentile and worst."""
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return " / ".join(f"{one:.{digits}f}" for one in (median(ordered), high, ordered[-1]))


def built(used: Used) -> Rows:
    """What a program needed to build the index."""
    return {BUILD: f"{used.seconds:.1f}", BUILD_MEMORY: f"{used.memory:.0f}"}


def on_disk(site: Site, pages: int) -> Rows:
    """Bytes and number of the files that the engine made."""
    sizes = {"index": 0, "texts": 0, "files": 0}
    for path in site.folder.rglob("*"):
        part = site.part(path.relative_to(site.folder).as_posix()) if path.is_file() else None
        if part in {"index", "texts"}:
            sizes[part] += path.stat().st_size
            sizes["files"] += 1
    both = sizes["index"] + sizes["texts"]
    return {
        INDEX: f"{sizes['index'] / pages / 1000:.2f}",
        WITH_TEXTS: f"{both / pages / 1000:.2f}",
        FILES: str(sizes["files"]),
    }


@dataclass(frozen=True, slots=True)
class Asked:
    """Queries for one engine: of 2 to 4 characters, questions, and more short ones."""

    short: list[str]
    long: list[str]
    more: list[str]


def in_browser(
    browser: Browser, site: Site, asked: Asked, texts: dict[str, str], beside: Site | None = None
) -> Rows:
    """Ask short queries and questions in fresh profiles, then more in one tab.

    With a site `beside`, each short query is put to that too, three times and right after, and
    the seconds are compared pair by pair: the machine may be busy, but then it is for both.
    """
    empty = empty_tab(browser, site)
    firsts, ratios = [], []
    for text in asked.short:
        firsts.append(first(browser, site, text))
        if beside:
            others = [first(browser, beside, text).seconds for _ in range(3)]
            ratios.append(firsts[-1].seconds / median(others))
    longer = [first(browser, site, text) for text in asked.long]
    _name_largest(asked.short, firsts)
    rest = later(browser, site, asked.short[0], [*asked.more, *asked.more])
    took, again = rest.took[: len(asked.more)], rest.took[len(asked.more) :]
    answers = [(text, one.found) for text, one in zip(asked.short, firsts, strict=True)]
    answers += zip(asked.more, rest.found, strict=False)
    rows = {
        SHORT: _kilobytes(firsts, "index", "texts"),
        SHORT_INDEX: _kilobytes(firsts, "index"),
        SHORT_TEXTS: _kilobytes(firsts, "texts"),
        SHORT_FILES: spread([one.sizes["files"] for one in firsts]),
        LONG: _kilobytes(longer, "index", "texts"),
        CODE: f"{max(one.sizes['code'] for one in firsts) / 1000:.0f}",
        OPEN: spread([one.seconds for one in firsts], 2),
        OPEN_LONG: spread([one.seconds for one in longer], 2),
        WARM: spread(took),
        AGAIN: spread(again),
        MEMORY: f"{median(one.memory for one in firsts):.0f} / {rest.memory:.0f} ({empty:.0f})",
        **_held(answers, texts),
    }
    return {**rows, FASTER: f"{median(ratios):.0f}"} if ratios else rows


def _name_largest(texts: list[str], firsts: list[First]) -> None:
    """Say on the error stream which queries loaded most."""
    sizes = {text: _bytes(one, "index", "texts") for text, one in zip(texts, firsts, strict=True)}
    largest = sorted(sizes, key=lambda text: -sizes[text])[:5]
    said = ", ".join(f"{text} {sizes[text] / 1000:.0f}" for text in largest)
    sys.stderr.write(f"most KB: {said}\n")


def _bytes(one: First, *parts: str) -> int:
    return sum(one.sizes[part] for part in parts)


def _kilobytes(firsts: list[First], *parts: str) -> str:
    return spread([_bytes(one, *parts) / 1000 for one in firsts])


def _held(answers: list[tuple[str, list[str]]], texts: dict[str, str]) -> Rows:
    """How many of the pages found hold the query as it was typed, where so many hold it."""
    right = possible = empty = 0
    for query, found in answers:
        holding = {name for name, text in texts.items() if query in text}
        names = [path.rpartition("/")[2].partition(".")[0] for path in found]
        right += sum(name in holding for name in names)
        possible += min(5, len(holding))
        empty += bool(holding) and not names
    return {HOLD: f"{right / possible:.3f}" if possible else "–", NOTHING: str(empty)}
