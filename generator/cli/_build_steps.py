"""The way from a project to a published site, shared by `build` and `serve`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..base.finding import Finding, ordered
from ..build import Checked, Result, check, generate
from ..bundle.inspect import inspect_site
from ..bundle.swap import fresh_folder, only_build, publish
from ..disk import read_project, write_docs
from ..hosts.mkdocs_build import build_site
from ._progress import Steps


@dataclass(frozen=True)
class Built:
    """What came of a build: findings, and the result where nothing stopped it."""

    checked: Checked
    findings: tuple[Finding, ...]
    result: Result | None = None
    published: bool = False


def build_project(root: Path, site: Path, edition: str | None, today: date, steps: Steps) -> Built:
    """Read, check, generate, render beside, inspect, swap in.

    Errors leave the old site as it was. Raises DiskError where the machine refuses.
    """
    with only_build(root):
        checked = check(read_project(root), today, progress=steps)
        if checked.stops:
            return Built(checked, checked.findings)
        result = generate(checked, edition or checked.library.settings.edition, progress=steps)
        fresh = fresh_folder(site)
        try:
            write_docs(root, result.files)
            steps("渲染网页")
            findings = build_site(root, fresh, today, steps.tick)
            if not findings:
                steps("检查成品")
                expected = [path for path in result.files if path.endswith((".md", ".html"))]
                hosts = frozenset(str(host).lower() for host in checked.library.settings.hosts)
                documents = checked.library.documents
                findings = inspect_site(fresh, [*expected, *documents], hosts, steps.tick)
            if findings:
                return Built(checked, ordered([*checked.findings, *findings]), result)
            steps("换上新网站")
            publish(fresh, site)
        finally:
            if fresh.exists():
                shutil.rmtree(fresh, ignore_errors=True)
        return Built(checked, checked.findings, result, published=True)
