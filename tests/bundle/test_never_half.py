"""Whatever happens to a build, the last good site is whole, the sources are untouched, and the
next build needs nobody to clean up."""

import json
import re
import shutil
import signal
import subprocess
import sys

import pytest

from tests.bundle.trees import states

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and counts calls of Linux")

SENTENCE = re.compile(r"[^\n]*[\u4e00-\u9fff][^\n]*。\n")
EDITIONS = {"public": (), "internal": ("--edition", "internal")}
SITES = {"public": "site", "internal": "site-internal"}


@pytest.fixture(scope="module")
def faulty(root, small_project, tmp_path_factory):
    """Ask for builds in which something goes wrong."""
    work = tmp_path_factory.mktemp("出 事")
    warm = shutil.copytree(small_project, work / "先建一次")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bundle.faulty_builds", warm],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:

        def ask(project, kind, pick, **more):
            request = {"project": str(project), "work": str(work), "kind": kind, "pick": pick}
            process.stdin.write(json.dumps({"arguments": ["build"], **request, **more}) + "\n")
            process.stdin.flush()
            runs = json.loads(process.stdout.readline())
            assert runs
            return runs

        yield ask
        process.stdin.close()


@pytest.fixture(scope="module")
def library(small_project, driven, tmp_path_factory):
    """By state: a project never built, and one that was changed since; what they become."""
    folder = tmp_path_factory.mktemp("库")
    project = shutil.copytree(small_project, folder / "没建过" / "案例库")
    record = next((project / "cases").rglob("*.yaml"))
    internal = record.read_text("utf-8").replace("范围: 公开", "范围: 内部")
    (record.parent / "nb-2023-001.yaml").write_text(internal, "utf-8")
    changed = shutil.copytree(project, folder / "改过" / "案例库")
    for edition in EDITIONS:
        assert driven(changed, edition=edition).returncode == 0
    record = next((changed / "cases").rglob("wl-*.yaml"))
    record.write_text(record.read_text("utf-8").replace("标题: ", "标题: 改过的", 1), "utf-8")
    return {"first": project, "again": changed}


@pytest.fixture(scope="module")
def becomes(library, driven, tmp_path_factory):
    """What a build that nothing happens to makes of a project, by state and edition."""
    folder = tmp_path_factory.mktemp("安稳")
    made = {}
    for state, project in library.items():
        for edition in EDITIONS:
            copy = shutil.copytree(project, folder / state / edition)
            assert driven(copy, edition=edition).returncode == 0
            made[state, edition] = states(copy)
    return made
