"""The way from a project to a finished site, shared by `build`, `serve` and `pack`."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..base.finding import Finding, Level, ordered, worst
from ..build import Checked, Result, check, generate
from ..bundle.expected import Expected
from ..bundle.inspect import inspect_site
from ..bundle.leaks import LeakTest
from ..bundle.staging import staged_files
from ..changes import Previous
from ..disk import STAGING, index_files, read_project, write_docs, write_tree
from ..edition_rules import PUBLIC, edition_rule
from ..editions import Edition
from ..hosts.mkdocs_build import build_site
from ..library import page_of
from ._progress import Steps

Place = Callable[[], Path]
_PREVIEW = "预览：内容没有经过发布检查，请勿外传"


@dataclass(frozen=True)
class Built:
    """What came of a build: findings, and the result and the site where nothing stopped it."""

    checked: Checked
    findings: tuple[Finding, ...]
    result: Result | None = None
    site: Path | None = None
    leak_test: LeakTest | None = None
    """What the site was looked through with, for what is made beside it."""

    @property
    def stamp(self) -> str:
        """The day and the digest of the content, which stand on every page."""
        return self.result.edition.stamp if self.result else ""


def _sources(edition: Edition) -> dict[str, str]:
    """The files of records by the names of the pages that show them."""
    library = edition.library
    return {
        page_of(library.records[key]).partition("#")[0]: origin.path
        for key, origin in library.origins.items()
    }


def build_project(
    root: Path,
    fresh: Place,
    edition: str | None,
    today: date,
    steps: Steps,
    *,
    staging: Path | None = None,
    previous: Previous | None = None,
    preview: bool = False,
) -> Built:
    """Read, check, generate, render into a fresh folder, inspect, look for leaks.

    `fresh` makes that folder; it is asked for once the checks have passed, so that mistakes
    touch nothing. With `staging` the pages are laid out there and nothing is written into the
    project. A `preview` is made in spite of what only stops publishing, and says so on each page.
    Raises DiskError where the machine refuses, ValueError for an edition that does not exist.
    """
    checked = check(read_project(root), today, progress=steps)
    if checked.stops or (checked.stops_publishing and not preview):
        return Built(checked, checked.findings)
    rule = edition_rule(checked.library.settings, edition)
    docs = (staging or root / STAGING / rule.name) / "docs"
    result = generate(checked, rule, steps, index_files(docs.parent), previous)
    gc.enable()
    site = fresh()
    if staging is None and rule.name == PUBLIC:
        write_docs(root, result.files)
    files = staged_files(result)
    write_tree(docs, files, staging.parent if staging else root)
    steps("渲染网页")
    notice = _PREVIEW if preview else ""
    rendered = build_site(root, docs, site, result, today, steps.tick, notice)
    findings = rendered.findings
    leak_test = None
    if not findings:
        steps("检查成品")
        expected = Expected.of(
            files,
            result.edition.library.settings.hosts,
            rendered.theme_page,
            rendered.excluded,
            _sources(result.edition),
        )
        findings = inspect_site(site, expected, steps.tick)
        steps("查泄漏")
        leak_test = LeakTest(checked.library, result, rendered.theme_folders)
        findings += leak_test.of_site(site)
    every = ordered([*checked.findings, *findings])
    stopped = worst(findings) is Level.ERROR
    return Built(checked, every, result, None if stopped else site, leak_test)
