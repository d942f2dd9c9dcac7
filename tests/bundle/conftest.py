"""A small project, and builds of it that are killed at a chosen moment."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli._starter import starter_files
from generator.disk import write_new_files
from generator.records import all_kinds
from tests.bundle.trees import tree

DRIVER = """
import os, signal, sys
root, wanted, number, way = sys.argv[1:]
parent = os.path.dirname(root)
seen = swapping = 0

def happens(event, arguments):
    global swapping
    if event == "ctypes.dlsym" and arguments[1] == "renameat2":
        swapping += 1
        return "swap"
    if event in {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.scandir"}:
        path = arguments[0]
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & 3:
        path = arguments[0]
    else:
        return ""
    if not isinstance(path, (str, bytes, os.PathLike)):
        return ""
    path = os.fsdecode(path)
    if not path.startswith(parent):
        return ""
    if event == "os.rename" and os.path.basename(path) in {"site", "site.new"}:
        swapping += 1
        return "swap"
    if swapping:
        return "after"
    return "site" if "site.new" in path else "docs" if "library" in path else "other"

def watch(event, arguments):
    global seen
    what = happens(event, arguments)
    if what and wanted in (what, "any"):
        seen += 1
        if seen == int(number):
            os.kill(os.getpid(), signal.SIGKILL)

from generator.bundle import swap
if way == "renames":
    swap.exchange = lambda *_: False
from generator.cli import application
from generator.cli._program import run
sys.addaudithook(watch)
code = run(application(), ["--root", root, "build", "--today", "2026-01-01"])
print("seen", seen)
sys.exit(code)
"""


@pytest.fixture(scope="session")
def small_project(tmp_path_factory) -> Path:
    """A project as `init` makes it; only to be read."""
    folder = tmp_path_factory.mktemp("小 项目") / "案例库"
    write_new_files(folder, starter_files(all_kinds(), "案例库"))
    return folder


@pytest.fixture(scope="session")
def driven(root) -> Callable[..., subprocess.CompletedProcess]:
    """Build a project in a process of its own, killed at the n-th event of a kind."""

    def run(project: Path, what: str = "none", number: int = 0, way: str = "exchange"):
        return subprocess.run(
            [sys.executable, "-c", DRIVER, project, what, str(number), way],
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def two_sites(small_project, driven, tmp_path_factory):
    """A project with a site whose sources were changed since, and the trees of both sites."""
    project = shutil.copytree(small_project, tmp_path_factory.mktemp("杀") / "案例库")
    assert driven(project).returncode == 0
    old = tree(project / "site")
    record = next((project / "cases").rglob("*.yaml"))
    text = record.read_text("utf-8").replace("标题: ", "标题: 改过的", 1)
    record.write_text(text, "utf-8")
    changed = shutil.copytree(project, project.parent / "新" / "案例库")
    assert driven(changed).returncode == 0
    new = tree(changed / "site")
    assert old != new
    return project, old, new
