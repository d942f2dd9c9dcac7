"""anjian build: all or nothing, the same bytes every time, and an ending that says it all."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.lock import exclusive

TODAY = ("--today", "2026-01-01")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(fresh_library, tmp_path_factory, anjian):
    """A built project, only to be read, and what was said."""
    project = shutil.copytree(fresh_library, tmp_path_factory.mktemp("建") / "案例库")
    (project / "cases" / "nb-1.yaml").write_text("标题: 密件甲乙丙\n", "utf-8")
    (project / "cases" / "cg-1.yaml").write_text("标题: 草稿\n范围: 公开\n状态: 草稿\n", "utf-8")
    outcome = anjian("build", "--root", project, *TODAY)
    return project, outcome


def test_it_says_what_is_in_the_site_and_where(built):
    project, outcome = built
    assert outcome.code == 0, outcome.err
    assert outcome.err == ""
    assert re.search(
        r"公开版建好了：\d+ 个页面（生成 \d+ 个，手写 5 个），\d+ 条记录。", outcome.out
    )
    assert str(project / "site" / "index.html") in outcome.out
    assert "双击" in outcome.out
    count = len([one for one in (project / "site").rglob("*.html") if one.name != "404.html"])
    assert f"：{count} 个页面" in outcome.out


def test_it_says_what_is_not_in_the_site_and_why(built):
    _, outcome = built
    assert "不在公开版里的记录有 2 条" in outcome.out
    assert "范围是内部：case/nb-1" in outcome.out
    assert "状态是草稿：case/cg-1" in outcome.out
    assert "--edition internal" in outcome.out


def test_what_is_left_out_is_nowhere_in_the_site(built):
    project, _ = built
    for name, content in files(project / "site").items():
        assert "nb-1" not in name
        assert b"nb-1" not in content, name
        assert "密件甲乙丙".encode() not in content, name


def test_nothing_else_stays_in_the_project(built):
    project, _ = built
    assert not [path.name for path in project.glob("site.*")]


def test_the_same_input_gives_the_same_bytes(built, root, tmp_path):
    project, _ = built
    other = shutil.copytree(
        project,
        tmp_path / "another 地方",
        ignore=shutil.ignore_patterns("site", "library", ".anjian"),
    )
    for number, path in enumerate(sorted(other.rglob("*"))):
        os.utime(path, (10**9 + number, 10**9 - number))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", other, *TODAY],
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()

    one, two = files(project / "site"), files(other / "site")

    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_another_edition_holds_more(built, anjian, tmp_path):
    project, _ = built
    outcome = anjian(
        "build", "--root", project, "--edition", "内部版", "--site-dir", tmp_path / "内" / "site"
    )
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("内部版建好了")
    assert (tmp_path / "内" / "site" / "library" / "case" / "nb-1.html").is_file()


def test_the_site_goes_where_the_settings_say(own_library, anjian):
    path = own_library / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("site_dir: site", "site_dir: 成品"), "utf-8")

    outcome = anjian("build", "--root", own_library)

    assert outcome.code == 0, outcome.err
    assert str(own_library / "成品" / "index.html") in outcome.out
    assert not (own_library / "site").exists()


def test_a_mistake_changes_nothing(own_library, anjian):
    (own_library / "cases" / "a.yaml").write_text("标题: [\n", "utf-8")
    (own_library / "docs" / "b.md").write_text("---\ntitle: a: b\n---\n", "utf-8")
    before = files(own_library)

    outcome = anjian("build", "--root", own_library)

    assert outcome.code == 1
    assert "cases/a.yaml:2:1: 错误 R004" in outcome.out
    assert "docs/b.md:2:" in outcome.out
    assert "没有改动" in outcome.err
    assert files(own_library) == before


def test_a_mistake_that_only_the_finished_site_shows_keeps_the_old_site(own_library, anjian):
    assert anjian("build", "--root", own_library).code == 0
    before = files(own_library / "site")
    settings = own_library / "mkdocs.yml"
    outside = "extra_javascript:\n  - https://cdn.example.org/a.js\n"
    settings.write_text(
        settings.read_text("utf-8").replace("extra_javascript:\n", outside), "utf-8"
    )

    outcome = anjian("build", "--root", own_library)

    assert outcome.code == 1
    assert "错误 S311 有外部地址：https://cdn.example.org/a.js" in outcome.out
    assert files(own_library / "site") == before
    assert not [path.name for path in own_library.glob("site.*")]


def test_a_place_that_settings_of_ones_own_rename_is_a_warning(own_library, anjian):
    settings = own_library / "mkdocs.yml"
    text = settings.read_text("utf-8")
    renamed = text.replace("permalink: false\n", "permalink: false\n      separator: _\n")
    settings.write_text(renamed, "utf-8")
    (own_library / "docs" / "a.md").write_text("# 甲\n\n## big news\n\n乙\n", "utf-8")

    outcome = anjian("build", "--root", own_library)

    assert outcome.code == 0, outcome.err
    assert "docs/a.md:1:1: 警告 S318 搜索结果要去 a.html 的「#big-news」" in outcome.out
    assert 'id="big_news"' in (own_library / "site" / "a.html").read_text("utf-8")


@pytest.mark.parametrize("site", ["docs/site", ".", "mine"])
def test_a_folder_that_is_no_site_of_ours_is_refused(own_library, anjian, site):
    (own_library / "mine").mkdir()
    (own_library / "mine" / "a.txt").write_text("我的", "utf-8")
    before = files(own_library)

    outcome = anjian("build", "--root", own_library, "--site-dir", site)

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert files(own_library) == before


def test_two_builds_at_once(own_library, anjian):
    with exclusive(own_library / "site.lock"):
        outcome = anjian("build", "--root", own_library)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "另一个 anjian 正在生成这个项目；等它结束再试。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on files")
def test_a_disk_that_takes_no_more_keeps_the_old_site(built, root, tmp_path):
    project = shutil.copytree(built[0], tmp_path / "案例库")
    before = files(project / "site")
    code = (
        "import resource, sys; from generator.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "sys.argv[1:] = ['build', '--root', sys.argv[1]]\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, project],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "文件太大" in done.stderr
    assert done.stderr.count("\n") == 1
    assert files(project / "site") == before
    assert not [path.name for path in project.glob("site.*")]


def test_a_bar_is_shown_on_a_slow_terminal_alone(own_library, anjian, monkeypatch):
    clock = iter(range(0, 100_000, 10))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    outcome = anjian("build", "--root", own_library)
    assert outcome.code == 0
    assert "检查成品" in outcome.err or "换上新网站" in outcome.err
