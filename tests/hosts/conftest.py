"""What the tests of the hosts share: a small project, and its site whatever the checks say."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.base.finding import Finding
from generator.build import check, generate
from generator.bundle.expected import Expected
from generator.bundle.inspect import inspect_site
from generator.bundle.staging import staged_files
from generator.cli._starter import starter_files
from generator.disk import read_project, write_new_files, write_tree
from generator.hosts.mkdocs_build import build_site
from generator.records import all_kinds

DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Site:
    """A built site, and what MkDocs and the inspection said of it."""

    folder: Path
    said: tuple[Finding, ...]
    found: tuple[Finding, ...]


@pytest.fixture(scope="session")
def small_project(tmp_path_factory) -> Path:
    """A project as `init` makes it; only to be read."""
    folder = tmp_path_factory.mktemp("小 项目") / "案例库"
    write_new_files(folder, starter_files(all_kinds(), "案例库"))
    return folder


@pytest.fixture
def project(small_project, tmp_path) -> Path:
    """A project as `init` makes it, to be changed by one test."""
    return shutil.copytree(small_project, tmp_path / "案例库")


@pytest.fixture(scope="session")
def render() -> Callable[[Path, Path], Site]:
    """Build a project into a folder without regard to the checks: the walls behind must hold."""

    def run(root: Path, folder: Path, edition: str = "public") -> Site:
        folder.mkdir()
        checked = check(read_project(root), DAY)
        result = generate(checked, edition)
        files = staged_files(result)
        docs = folder.parent / f"{folder.name}-docs" / "docs"
        write_tree(docs, files)
        rendered = build_site(root, docs, folder, result, DAY)
        hosts = checked.library.settings.hosts
        expected = Expected.of(files, hosts, rendered.theme_page, rendered.excluded)
        return Site(folder, rendered.findings, inspect_site(folder, expected))

    return run
