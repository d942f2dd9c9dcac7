"""Where every record and every list stands on the site, as paths below docs/."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from .base.numerals import ArticleNumber
from .base.reference import Reference, identifier_problem

LIBRARY = "library"
HOME = "index.md"
OVERDUE, BOARD = "overdue", "board"
"""Pages beside the ledgers of rectifications, so no unit may have these ids."""
FACETS = {
    "industry": "领域",
    "discipline": "违反纪律",
    "level": "层级",
    "year": "年份",
    "post": "岗位",
    "loophole": "漏洞类型",
    "keyword": "关键词",
}
"""The ways in which cases are listed, by folder name and label."""


def record_page(key: Reference) -> str:
    """The page of a record; a part becomes the anchor."""
    return f"{LIBRARY}/{key.kind}/{key.id}.md" + (f"#{key.part}" if key.part else "")


def record_at(path: str) -> Reference | None:
    """The record that a page would be of; a version of a regulation is the part of that name."""
    found = _RECORD_PAGE.fullmatch(path) or _VERSION_PAGE.fullmatch(path)
    if found is None or identifier_problem(found["id"]):
        return None
    return Reference(**found.groupdict(default=""))


_RECORD_PAGE = re.compile(rf"{LIBRARY}/(?P<kind>[a-z][a-z_]*)/(?P<id>[^/]+)\.md")
_VERSION_PAGE = re.compile(
    rf"{LIBRARY}/(?P<kind>regulation)/(?P<id>[^/]+)/(?!compare-)(?P<part>[^/]+)\.md"
)


def list_page(kind: str) -> str:
    """The list of all records of one kind."""
    return f"{LIBRARY}/{kind}/index.md"


def ledger_page(kind: str, ledger: str) -> str:
    """The page of one ledger, on which each of its rows has an anchor."""
    return f"{LIBRARY}/{kind}/{ledger}.md"


def assessment_page(year: int = 0) -> str:
    """What every unit is assessed at in a year; the list of all years."""
    return f"{LIBRARY}/assessment/{year or 'index'}.md"


def overdue_page() -> str:
    """The rectifications that are late."""
    return f"{LIBRARY}/rectification/{OVERDUE}.md"


def board_page(stage: str = "") -> str:
    """The board of rectifications, at one of its columns."""
    return f"{LIBRARY}/rectification/{BOARD}.md" + (f"#{stage}" if stage else "")


def measures_page(kind: str = "") -> str:
    """What was done about one type of loophole everywhere; the list of all types."""
    return f"{LIBRARY}/measures/{slug(kind) if kind else 'index'}.md"


def lesson_part_page(key: Reference, part: str) -> str:
    """A page beside that of a lesson, case or course: quiz, run-sheet, handout, print."""
    return f"{LIBRARY}/{key.kind}/{key.id}/{part}.md"


def slides_file(key: Reference) -> str:
    """The slides of a lesson, a page without the theme."""
    return f"{LIBRARY}/{key.kind}/{key.id}/slides.html"


def slips_page() -> str:
    """The page that reads result slips."""
    return f"{LIBRARY}/slips.md"


def objectives_page() -> str:
    """The objectives and key points of all lessons."""
    return f"{LIBRARY}/objectives.md"


def version_page(regulation: Reference, version: str, article: ArticleNumber | None = None) -> str:
    """The page of one version of a regulation, at an article."""
    anchor = f"#{article.anchor}" if article else ""
    return f"{LIBRARY}/regulation/{regulation.id}/{version}.md{anchor}"


def comparison_page(
    regulation: Reference, older: str, newer: str, article: ArticleNumber | None = None
) -> str:
    """The page that sets two versions of a regulation side by side, at an article of the newer."""
    anchor = f"#{article.anchor}" if article else ""
    return f"{LIBRARY}/regulation/{regulation.id}/compare-{older}-{newer}.md{anchor}"


def facet_index(facet: str) -> str:
    """The page that lists the values of one facet."""
    return f"{LIBRARY}/by-{facet}/index.md"


def facet_page(facet: str, value: str) -> str:
    """The page that lists the cases with one value of a facet."""
    return f"{LIBRARY}/by-{facet}/{slug(value)}.md"


def work_page() -> str:
    """The page from which every ledger and every arrangement is one click away."""
    return f"{LIBRARY}/work.md"


def post_index() -> str:
    """The list of posts."""
    return f"{LIBRARY}/post/index.md"


def post_page(post: str) -> str:
    """What one post should know: its risks, cases, clauses and what to check."""
    return f"{LIBRARY}/post/{slug(post)}.md"


def training_page() -> str:
    """Classes that were asked for, by month: what is met, what nobody can teach."""
    return f"{LIBRARY}/training.md"


def calendar_index() -> str:
    """The months that have classes."""
    return f"{LIBRARY}/calendar/index.md"


def calendar_page(year: int, month: int) -> str:
    """The classes of one month as a calendar."""
    return f"{LIBRARY}/calendar/{year}-{month:02d}.md"


def calendar_file(year: int, month: int) -> str:
    """The classes of one month for other calendars."""
    return f"{LIBRARY}/calendar/{year}-{month:02d}.ics"


def about_page() -> str:
    """The page that says what this issue is."""
    return f"{LIBRARY}/about.md"


def matrix_page() -> str:
    """The page that sets industries against levels."""
    return f"{LIBRARY}/matrix.md"


def citations_page(way: str = "") -> str:
    """The figures about citations; the list of those resolved in one way."""
    return f"{LIBRARY}/citations/{way}.md" if way else f"{LIBRARY}/citations.md"


def dashboard_page() -> str:
    """The page of charts."""
    return f"{LIBRARY}/dashboard.md"


def outcome_page(label: str, value: str) -> str:
    """The page that lists the cases with one outcome."""
    return f"{LIBRARY}/by-outcome/{slug(f'{label}-{value}')}.md"


def changes_page() -> str:
    """What has changed since the issue before."""
    return f"{LIBRARY}/changes.md"


def review_page() -> str:
    """The list of what has to be looked at again."""
    return f"{LIBRARY}/review.md"


def search_page() -> str:
    """The page of the full search."""
    return f"{LIBRARY}/search.md"


def search_file(name: str) -> str:
    """A file of the search index."""
    return f"{LIBRARY}/search/{name}"


def export_file(name: str) -> str:
    """A file that other programs read."""
    return f"{LIBRARY}/exports/{name}"


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """A file name for any text: what may not stand in one is dropped and marked by a hash."""
    kept = re.sub(r"[^0-9A-Za-z\u4e00-\u9fff-]+", "-", text).strip("-")[:40]
    if kept == text == text.lower() and not identifier_problem(kept):
        return kept
    return f"{kept}-{hashlib.sha256(text.encode()).hexdigest()[:6]}".lstrip("-")
