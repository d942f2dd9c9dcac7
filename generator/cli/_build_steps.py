"""The way from a project to a finished site, shared by `build` and `serve`."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..base.finding import Finding, Level, ordered, worst
from ..build import Checked, Result, check, generate
from ..bundle.inspect import Expected, inspect_site
from ..disk import index_files, read_project, write_docs
from ..hosts.mkdocs_build import build_site
from ._progress import Steps

Place = Callable[[], Path]


@dataclass(frozen=True)
class Built:
    """What came of a build: findings, and the result and the site where nothing stopped it."""

    checked: Checked
    findings: tuple[Finding, ...]
    result: Result | None = None
    site: Path | None = None


def build_project(
    root: Path, fresh: Place, edition: str | None, today: date, steps: Steps
) -> Built:
    """Read, check, generate, render into a fresh folder, inspect.

    `fresh` makes that folder; it is asked for once the checks have passed, so that mistakes
    touch nothing. Raises DiskError where the machine refuses.
    """
    checked = check(read_project(root), today, progress=steps)
    if checked.stops:
        return Built(checked, checked.findings)
    chosen = edition or checked.library.settings.edition
    result = generate(checked, chosen, steps, index_files(root))
    gc.enable()
    site = fresh()
    write_docs(root, result.files)
    steps("渲染网页")
    rendered = build_site(root, site, result, today, steps.tick)
    findings = rendered.findings
    if not findings:
        steps("检查成品")
        library = checked.library
        expected = Expected.of(
            {*result.files, *library.documents, *library.assets},
            library.settings.hosts,
            rendered.theme_page,
            rendered.excluded,
        )
        findings = inspect_site(site, expected, steps.tick)
    every = ordered([*checked.findings, *findings])
    return Built(checked, every, result, None if worst(findings) is Level.ERROR else site)
