"""One of the two sites is always there, and nothing that is not ours is ever replaced."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.bundle import swap
from generator.bundle.swap import discard, exchange, fresh_folder, only_build, publish, real_site
from generator.disk import SITE_MARKER, BusyError, DiskError, mark_site

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs links")


def make(folder: Path, text: str) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "index.html").write_text(text, "utf-8")
    mark_site(folder)
    return folder


def read(site: Path) -> str:
    return (site / "a" / "index.html").read_text("utf-8")


@pytest.fixture
def root(tmp_path):
    (tmp_path / "项目" / "docs").mkdir(parents=True)
    return tmp_path / "项目"


@pytest.fixture
def site(root):
    return root / "site"


@pytest.fixture(params=[True, False], ids=["exchange", "two renames"])
def way(request, monkeypatch):
    if not request.param:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)


def build(site: Path, text: str) -> None:
    fresh = fresh_folder(site)
    (fresh / "a").mkdir()
    (fresh / "a" / "index.html").write_text(text, "utf-8")
    assert publish(fresh, site)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_first_site_and_a_second(way, root, site):
    build(site, "一")
    assert read(site) == "一"
    build(site, "二")
    assert read(site) == "二"
    assert names(root) == {"docs", "site"}


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no such call")
def test_folders_change_places_in_one_step(tmp_path):
    one, two = make(tmp_path / "一", "一"), make(tmp_path / "二", "二")
    if not exchange(one, two):
        pytest.skip("this file system cannot exchange folders")
    assert (read(one), read(two)) == ("二", "一")
    assert not exchange(one, tmp_path / "三")


def test_a_site_that_is_in_use_stays_as_it_was(root, site, monkeypatch):
    make(site, "旧")
    fresh = fresh_folder(site)
    real = Path.rename

    def refuse(path, target):
        if path == fresh:
            raise PermissionError(errno.EACCES, "in use")
        return real(path, target)

    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(DiskError, match=r"可能正被浏览器.*没有改动"):
        publish(fresh, site)
    assert read(site) == "旧"


def test_an_old_site_that_cannot_be_removed_is_cleared_away_by_the_next_build(
    root, site, monkeypatch, way
):
    make(site, "旧")
    fresh = make(fresh_folder(site) / "x", "新").parent
    with monkeypatch.context() as patch:
        patch.setattr(swap, "discard", lambda _: (_ for _ in ()).throw(PermissionError()))
        assert not publish(fresh, site)
    assert len(names(root)) == 3
    build(site, "更新")
    assert names(root) == {"docs", "site"}


def test_a_build_killed_between_two_renames_is_mended(root, site):
    make(root / "site.old", "旧")
    make(root / "site.new", "新")

    fresh = fresh_folder(site)

    assert read(site) == "旧"
    assert names(root) == {"docs", "site", "site.new"}
    assert names(fresh) == {SITE_MARKER}


def test_what_a_killed_build_left_is_cleared_away(root, site):
    make(site, "旧")
    make(root / "site.new", "半")
    (root / "site.old").mkdir()

    fresh_folder(site)

    assert read(site) == "旧"
    assert names(root) == {"docs", "site", "site.new"}


@pytest.mark.parametrize("name", ["site", "site.new", "site.old"])
def test_a_folder_that_is_not_ours_is_not_touched(root, name):
    (root / name).mkdir()
    (root / name / "信.docx").write_text("我的", "utf-8")
    with pytest.raises(DiskError, match="不敢"):
        fresh_folder(real_site(root, root / "site"))
    assert (root / name / "信.docx").read_text("utf-8") == "我的"


@pytest.mark.parametrize("name", [".", "..", "docs", "docs/x", "cases/site", "文件"])
def test_a_site_in_the_place_of_something_else_is_refused(root, name):
    (root / "文件").write_text("我的", "utf-8")
    (root / "docs" / "x.md").write_text("我的", "utf-8")
    with pytest.raises(DiskError):
        real_site(root, root / name)


@POSIX
def test_a_link_to_a_site_is_followed(root, tmp_path):
    make(tmp_path / "www" / "site", "旧")
    (root / "site").symlink_to(tmp_path / "www" / "site")

    build(real_site(root, root / "site"), "新")

    assert (root / "site").is_symlink()
    assert read(root / "site") == "新"
    assert names(tmp_path / "www") == {"site"}


@POSIX
def test_links_inside_are_removed_and_not_followed(root, site, tmp_path):
    make(site, "旧")
    (tmp_path / "信").mkdir()
    (tmp_path / "信" / "a").write_text("我的", "utf-8")
    (site / "link").symlink_to(tmp_path / "信")

    discard(site)

    assert (tmp_path / "信" / "a").read_text("utf-8") == "我的"
    assert not site.exists()


def test_the_marker_goes_last(site, monkeypatch):
    make(site, "旧")
    left = []
    monkeypatch.setattr(Path, "rmdir", lambda folder: left.append(names(folder)))
    monkeypatch.setattr(Path, "unlink", lambda path, **_: left.append(path.name))
    discard(site)
    assert left[-2] == SITE_MARKER


def test_a_second_build_is_told_to_wait(root, site):
    again = only_build(root, site)
    with only_build(root, site), pytest.raises(BusyError, match="另一个 anjian"):
        again.__enter__()
    with only_build(root, site):
        assert (root / "site.lock").exists()
    assert not (root / "site.lock").exists()


def test_a_site_elsewhere_is_held_as_well(root, tmp_path):
    other = tmp_path / "别的项目"
    other.mkdir()
    place = tmp_path / "www" / "site"
    with only_build(root, place), pytest.raises(BusyError), only_build(other, place):
        pass
    assert names(tmp_path / "www") == set()


def test_the_lock_of_a_dead_process_holds_nobody(root, site):
    code = (
        "import os, sys; from pathlib import Path; from generator.lock import exclusive\n"
        "with exclusive(Path(sys.argv[1])): os._exit(1)"
    )
    repository = Path(swap.__file__).parents[2]
    lock = root / "site.lock"
    done = subprocess.run([sys.executable, "-c", code, lock], cwd=repository, check=False)
    assert done.returncode == 1
    assert lock.exists()
    with only_build(root, site):
        pass
    assert not lock.exists()


def test_a_full_disk_is_one_sentence(site, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(DiskError, match=r"磁盘已满.*没有改动"):
        fresh_folder(site)


@pytest.mark.parametrize("stopped", [True, False], ids=["stopped", "finished"])
def test_a_project_that_was_pulled_away_is_said_whatever_else_went_wrong(root, site, stopped):
    def build():
        with only_build(root, site):
            root.rename(root.with_name("移走"))
            root.mkdir()  # as a site builder would
            if stopped:
                raise DiskError("写不进。")

    (root / "mkdocs.yml").write_text("", "utf-8")
    with pytest.raises(DiskError, match="被移走"):
        build()
    assert names(root.parent) == {"移走"}


def test_what_came_into_the_place_of_a_project_is_left_alone(root, site):
    def build():
        with only_build(root, site):
            root.rename(root.with_name("移走"))
            make(root, "别的")

    (root / "mkdocs.yml").write_text("", "utf-8")
    with pytest.raises(DiskError, match="被移走"):
        build()
    assert read(root) == "别的"
