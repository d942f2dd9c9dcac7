"""Killed at any moment, a build leaves the old site or the new one, whole."""

import shutil
import signal
import sys

import pytest

from tests.bundle.trees import tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts the calls of Linux")


@pytest.fixture
def project(two_sites, tmp_path):
    return shutil.copytree(two_sites[0], tmp_path / "案例库")


def killed(driven, project, *moment):
    done = driven(project, *moment)
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr
    return tree(project / "site")


@pytest.mark.parametrize(
    ("what", "number", "left"),
    [("docs", 2, "old"), ("site", 60, "old"), ("swap", 1, "old"), ("after", 1, "new")],
    ids=["generating", "rendering", "before the swap", "after the swap"],
)
def test_a_killed_build_leaves_a_whole_site(driven, project, two_sites, what, number, left):
    _, old, new = two_sites

    assert killed(driven, project, what, number) == {"old": old, "new": new}[left]


def test_the_next_build_clears_away_what_was_left(driven, project, two_sites):
    _, _, new = two_sites
    killed(driven, project, "site", 60)
    assert (project / "site.new").exists()

    assert driven(project).returncode == 0

    assert tree(project / "site") == new
    assert not [path.name for path in project.iterdir() if path.name.startswith("site.")]


def test_where_folders_cannot_be_exchanged_the_next_build_mends_the_gap(driven, project, two_sites):
    _, old, new = two_sites
    done = driven(project, "swap", 2, "renames")
    assert done.returncode == -signal.SIGKILL
    assert tree(project / "site.old") == old
    assert tree(project / "site.new") == new

    mistake = project / "cases" / "bad.yaml"
    mistake.write_text("标题: [", "utf-8")
    assert driven(project).returncode == 1
    assert tree(project / "site") == old
    mistake.unlink()

    assert driven(project).returncode == 0
    assert tree(project / "site") == new


@pytest.mark.full
@pytest.mark.parametrize("part", range(8))
def test_killed_at_two_hundred_moments(driven, project, two_sites, part):
    _, old, new = two_sites
    count = int(driven(project, "any", 0).stdout.rpartition("seen ")[2])
    shutil.rmtree(project)
    shutil.copytree(two_sites[0], project)
    found = []
    for number in range(1 + part, count, max(8, count // 200 // 8 * 8)):
        site = killed(driven, project, "any", number)
        assert site in (old, new), number
        found.append(site == new)
        shutil.rmtree(project)
        shutil.copytree(two_sites[0], project)
    assert len(found) > 10
    assert not all(found)
