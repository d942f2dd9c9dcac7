"""On a real disk that is full, or that may only be read."""

import re
import shutil
import subprocess
import sys

import pytest

from generator.cli import application
from generator.cli._program import run
from tests.bundle.trees import states, tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk in memory")
ROOM = "64m"


@pytest.fixture
def disk(tmp_path):
    """An empty disk; it can be made smaller, and closed to writing."""
    place = tmp_path / "优盘"
    place.mkdir()

    def mounted(*options):
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "anjian-test", str(place)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    if shutil.which("mount") is None or not mounted(f"size={ROOM}"):
        pytest.skip("no disk can be mounted here")
    yield place, mounted
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def project(disk, small_project):
    """A project with a site on that disk, changed since."""
    folder = shutil.copytree(small_project, disk[0] / "案例库")
    assert built(folder) == 0
    page = folder / "docs" / "guide" / "readers.md"
    page.write_text(page.read_text("utf-8") + "\n改过的一段。\n", "utf-8")
    return folder


def built(project):
    return run(application(), ["--root", str(project), "build", "--today", "2026-01-01"])


@pytest.mark.parametrize("left", [0, 200, 1600], ids="{} KB left".format)
def test_a_full_disk(disk, project, capsys, left):
    before = states(project)
    used = sum(path.stat().st_blocks // 2 for path in disk[0].rglob("*"))
    assert disk[1]("remount", f"size={used + left}k")
    capsys.readouterr()

    assert built(project) == 2

    assert re.fullmatch(r"[^\n]*磁盘已满[^\n]*。\n", capsys.readouterr().err)
    after = states(project)
    assert after["site"] == before["site"]
    assert after["sources"] == before["sources"]
    assert disk[1]("remount", f"size={ROOM}")
    assert built(project) == 0
    assert states(project)["site"] != before["site"]
    assert states(project).keys() == before.keys()


def test_a_disk_that_may_only_be_read(disk, project, capsys):
    before = tree(project)
    assert disk[1]("remount", "ro")
    capsys.readouterr()

    assert built(project) == 2

    assert re.fullmatch(r"[^\n]*磁盘只读[^\n]*。\n", capsys.readouterr().err)
    assert tree(project) == before
    assert disk[1]("remount", "rw")
    assert built(project) == 0
