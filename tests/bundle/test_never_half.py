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
SITES = {"public": "site", "internal": "site-internal"}


BUSY = "另一个 anjian 正在生成这个项目；等它结束再试。\n"


@pytest.fixture(scope="module")
def faulty(root, small_project, tmp_path_factory):
    """Ask for builds in which something goes wrong."""
    work = tmp_path_factory.mktemp("出 事")
    warm = shutil.copytree(small_project, work / "先建一次")
    said = work / "stderr.txt"
    with (
        said.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", "tests.bundle.faulty_builds", warm],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            encoding="utf-8",
        ) as process,
    ):

        def ask(project, kind, pick=0, edition="public", **more):
            request = {
                "project": str(project),
                "work": str(work),
                "kind": kind,
                "pick": pick,
                "seed": 20260101,
                "arguments": ["build", "--edition", edition],
                **more,
            }
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer, said.read_text("utf-8")
            return json.loads(answer)

        yield ask
        process.stdin.close()


@pytest.fixture(scope="module")
def library(small_project, faulty, tmp_path_factory):
    """By name: a project that was never built, and one that was changed since it was."""
    folder = tmp_path_factory.mktemp("库")
    project = shutil.copytree(small_project, folder / "没建过" / "案例库")
    record = next((project / "cases").rglob("*.yaml"))
    internal = record.read_text("utf-8").replace("范围: 公开", "范围: 内部")
    (record.parent / "nb-2023-001.yaml").write_text(internal, "utf-8")
    changed = shutil.copytree(project, folder / "改过" / "案例库")
    for edition in SITES:
        done = faulty(changed, "nothing", edition=edition)
        assert done["code"] == 0, done
    page = changed / "docs" / "guide" / "readers.md"
    page.write_text(page.read_text("utf-8") + "\n改过的一段。\n", "utf-8")
    internal = internal.replace("标题: ", "标题: 改过的", 1)
    (changed / record.relative_to(project)).with_name("nb-2023-001.yaml").write_text(internal)
    return {"first": project, "again": changed}


@pytest.fixture(scope="module")
def becomes(library, faulty, tmp_path_factory):
    """What a build that nothing happens to makes of a project, by its name and the edition."""
    folder = tmp_path_factory.mktemp("安稳")
    made = {}
    for name, project in library.items():
        for edition, site in SITES.items():
            copy = shutil.copytree(project, folder / name / edition)
            done = faulty(copy, "nothing", edition=edition)
            assert done["code"] == 0, done
            made[name, edition] = done["left"]
            assert done["left"][site] != states(project).get(site)
    return made


@pytest.fixture
def look(library, becomes):
    """Look at what is left of a project, and at what the next build made of it."""

    def at(name, edition, one, site=("old", "new")):
        before, after, left = states(library[name]), becomes[name, edition], one["left"]
        for part in before.keys() - {"docs", SITES[edition]}:
            assert left[part] == before[part], one
        found = left.get(SITES[edition], left.get(f"{SITES[edition]}.old"))
        whole = {"old": before.get(SITES[edition]), "new": after[SITES[edition]]}
        assert found in [whole[which] for which in site], one
        if "again" in one:
            assert one["again"] == 0, one
            assert one["then"] == after, one

    return at


def refused(one):
    assert one["code"] == 2, one
    assert SENTENCE.fullmatch(one["err"]), one


@pytest.mark.parametrize(
    "pick", [3, pytest.param(25, marks=pytest.mark.full)], ids=["12 moments", "100 moments"]
)
@pytest.mark.parametrize(
    ("name", "edition", "kind", "way"),
    [
        ("first", "public", "kill", "exchange"),
        ("first", "internal", "torn", "renames"),
        ("again", "public", "torn", "exchange"),
        ("again", "internal", "kill", "renames"),
    ],
)
def test_killed_at_any_moment(faulty, library, look, name, edition, kind, way, pick):
    runs = faulty(library[name], kind, pick, edition, way=way, again=True)
    for one in runs:
        assert one["code"] == -signal.SIGKILL, one
        look(name, edition, one)
    assert len(runs) == pick


@pytest.mark.parametrize("kind", ["full", "short"])
def test_a_full_disk_keeps_the_old_site_wherever_it_is_met(faulty, library, look, kind):
    runs = faulty(library["again"], kind, "places")
    for one in runs:
        refused(one)
        look("again", "public", one, ["old"])
    assert len(runs) > 5


@pytest.mark.full
@pytest.mark.parametrize(("name", "edition"), [("first", "internal"), ("again", "public")])
@pytest.mark.parametrize("kind", ["full", "short"])
def test_a_full_disk_at_every_step(faulty, library, look, kind, name, edition):
    for one in faulty(library[name], kind, "all", edition, again=True):
        refused(one)
        look(name, edition, one, ["old"])


@pytest.mark.parametrize(
    "pick", [2, pytest.param("places", marks=pytest.mark.full)], ids=["some", "all"]
)
@pytest.mark.parametrize("way", ["exchange", "renames"])
@pytest.mark.parametrize("kind", ["denied", "read-only"])
def test_a_disk_that_may_not_be_written(faulty, library, look, kind, way, pick):
    for one in faulty(library["again"], kind, pick, way=way, again=pick == "places"):
        if one["code"]:
            refused(one)
        look("again", "public", one, ["old"] if one["code"] else ["new"])


@pytest.mark.parametrize(
    "pick", [3, pytest.param("places", marks=pytest.mark.full)], ids=["some", "all"]
)
def test_a_project_that_is_moved_away_meanwhile(faulty, library, look, pick):
    for one in faulty(library["again"], "moved", pick, again=True):
        if "lock.py" not in one["at"]:
            refused(one)
            assert re.search("被移走|没有 mkdocs.yml", one["err"]), one
        assert not one["ghost"], one
        look("again", "public", one)


@pytest.mark.parametrize(
    "second", [["build"], ["build", "--edition", "internal"], ["generate"]], ids=" ".join
)
def test_a_second_build_says_so_and_changes_nothing(faulty, library, look, becomes, second):
    (one,) = faulty(library["again"], "beside", 1, beside=second)
    assert one["code"] == 0
    assert one["left"] == becomes["again", "public"]
    assert json.loads(one["err"]) == {"code": 2, "err": BUSY, "changed": False}
