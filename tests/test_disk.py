"""The only reader and writer: what is read, what is refused, what is written and what is not."""

import errno
import os
import sys
from pathlib import Path

import pytest

from generator.base.decoding import MAX_BYTES
from generator.disk import (
    MARKER,
    BusyError,
    DiskError,
    all_files,
    is_published,
    read_project,
    write_docs,
    write_tree,
)
from generator.lock import exclusive

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "项 目"
    for name, text in {
        "mkdocs.yml": "site_name: 甲\n",
        "cases/教育/a.yaml": "标题: 甲\n",
        "cases/b.yml": "标题: 乙\n",
        "docs/guide/a.md": "# 说明\n",
        "docs/img/a.png": "图",
        "other/c.yaml": "标题: 丙\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_records_pages_and_names_of_files_are_read(root):
    project = read_project(root)

    assert set(project.files) == {"cases/教育/a.yaml", "cases/b.yml", "docs/guide/a.md"}
    assert project.assets == {"img/a.png"}
    assert project.configuration == b"site_name: \xe7\x94\xb2\n"
    assert project.findings == ()


def test_backups_locks_and_hidden_files_are_nobodys(root):
    for name in (".a.yaml", "~$a.yaml", "a.yaml~", "a.yaml.bak", "a.yaml.swp", "Thumbs.db"):
        (root / "cases" / name).write_text("标题: 丁\n", encoding="utf-8")

    project = read_project(root)

    assert len(project.files) == 3
    assert project.findings == ()


def test_what_the_generator_made_is_not_read_back(root):
    write_docs(root, {"index.md": b"---\ngenerated-by: anjian\n---\n", "library/a.md": b"x"})

    assert set(read_project(root).files) == {"cases/教育/a.yaml", "cases/b.yml", "docs/guide/a.md"}


def test_a_folder_that_is_no_project_is_refused_with_a_hint(tmp_path):
    with pytest.raises(DiskError, match="anjian init"):
        read_project(tmp_path)


def test_a_file_that_cannot_be_read_is_a_finding(root, monkeypatch):
    real = Path.open

    def refuse(path, *arguments, **options):
        if path.name == "b.yml":
            raise PermissionError(errno.EACCES, "denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    (finding,) = read_project(root).findings

    assert (finding.path, finding.code, finding.place) == ("cases/b.yml", "R024", (1, 1))
    assert "没有权限" in finding.message
    assert finding.hint


@POSIX
def test_nothing_outside_of_the_project_is_read(root, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("标题: 秘密\n", encoding="utf-8")
    (root / "cases" / "out.yaml").symlink_to(secret)
    (root / "cases" / "folder").symlink_to(tmp_path)
    (root / "docs" / "out.md").symlink_to(secret)
    os.mkfifo(root / "cases" / "pipe.yaml")

    project = read_project(root)

    assert len(project.files) == 3
    assert [one.code for one in project.findings] == ["R021"] * 4


@POSIX
def test_a_name_that_is_no_text_is_a_finding_that_can_be_printed(root):
    raw = os.fsencode(root / "cases") + b"/\xff.yaml"
    try:
        Path(os.fsdecode(raw)).write_text("标题: 甲\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")

    (finding,) = read_project(root).findings

    assert finding.code == "R022"
    assert finding.line().encode()


def test_the_second_time_nothing_is_written(root):
    files = {"library/case/a.md": "甲".encode(), "library/assets/a.css": b"a"}

    assert write_docs(root, files) == 2
    times = {path: path.stat().st_mtime_ns for path in (root / "docs").rglob("*")}
    assert write_docs(root, files) == 0
    assert {path: path.stat().st_mtime_ns for path in (root / "docs").rglob("*")} == times


def test_only_what_changed_is_written_and_what_is_no_longer_made_goes(root):
    write_docs(root, {"library/a.md": b"1", "library/b.md": b"1", "library/x/c.md": b"1"})
    before = content(root)

    assert write_docs(root, {"library/a.md": b"2", "library/b.md": b"1"}) == 2
    after = content(root)
    assert after["docs/library/a.md"] == b"2"
    assert not (root / "docs" / "library" / "x").exists()
    assert {name for name in before if before[name] != after.get(name)} == {
        "docs/library/a.md",
        "docs/library/x/c.md",
    }


def test_a_page_that_a_person_wrote_is_left_alone(root):
    (root / "docs" / "index.md").write_text("# 我的首页\n", encoding="utf-8")

    write_docs(root, {"index.md": b"---\ngenerated-by: anjian\n---\n"})

    assert (root / "docs" / "index.md").read_text(encoding="utf-8") == "# 我的首页\n"


def test_a_folder_that_is_not_ours_is_not_touched(root):
    (root / "docs" / "library").mkdir()
    (root / "docs" / "library" / "mine.md").write_text("我的", encoding="utf-8")
    before = content(root)

    with pytest.raises(DiskError, match="不敢覆盖"):
        write_docs(root, {"library/a.md": b"1"})
    assert content(root) == before


def test_the_marker_says_whose_it_is(root):
    write_docs(root, {"library/a.md": b"1"})

    assert "anjian" in (root / MARKER).read_text(encoding="utf-8")


@POSIX
def test_nothing_is_written_through_a_link(root, tmp_path):
    write_docs(root, {"library/a.md": b"1"})
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "a.md").write_bytes(b"precious")
    (root / "docs" / "library" / "a.md").unlink()
    (root / "docs" / "library" / "a.md").symlink_to(victim / "a.md")
    (root / "docs" / "library" / "case").symlink_to(victim)

    write_docs(root, {"library/a.md": b"2", "library/case/a.md": b"3"})

    assert (victim / "a.md").read_bytes() == b"precious"
    assert (root / "docs" / "library" / "a.md").read_bytes() == b"2"
    assert (root / "docs" / "library" / "case" / "a.md").read_bytes() == b"3"


def test_a_full_disk_is_one_chinese_sentence(root, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(DiskError, match="磁盘已满"):
        write_docs(root, {"library/a.md": b"1"})


@POSIX
def test_a_link_from_the_pages_to_a_record_would_publish_it(root):
    (root / "docs" / "a.md").symlink_to(root / "cases" / "b.yml")
    (root / "docs" / "b.txt").symlink_to(root / "cases" / "b.yml")
    (root / "docs" / "c.png").symlink_to(root / "docs" / "img" / "a.png")

    project = read_project(root)

    assert [(one.path, one.code) for one in project.findings] == [
        ("docs/a.md", "R021"),
        ("docs/b.txt", "R021"),
    ]
    assert project.assets == {"img/a.png", "c.png"}


@POSIX
def test_links_that_lead_in_a_circle_or_nowhere(root):
    (root / "cases" / "one.yaml").symlink_to(root / "cases" / "two.yaml")
    (root / "cases" / "two.yaml").symlink_to(root / "cases" / "one.yaml")
    (root / "docs" / "dead.md").symlink_to(root / "docs" / "meiyou.md")
    (root / "docs" / "round").symlink_to(root / "docs")

    project = read_project(root)

    assert len(project.files) == 3
    assert [one.code for one in project.findings] == ["R021"] * 4


def test_of_a_huge_file_only_so_much_is_read_that_it_can_be_refused(root):
    with (root / "cases" / "c.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    assert len(read_project(root).files["cases/c.yaml"]) == MAX_BYTES + 1


def test_raw_records_among_the_pages_are_named_and_stay_out(root):
    (root / "docs" / "a.yaml").write_text("标题: 甲\n", encoding="utf-8")

    project = read_project(root)

    assert project.assets == {"img/a.png"}
    (finding,) = project.findings
    assert (finding.path, finding.code) == ("docs/a.yaml", "R025")


def test_a_page_cannot_pass_for_a_generated_one(root):
    mark = "---\ngenerated-by: anjian\n---\n"
    (root / "docs" / "guide" / "a.md").write_text(mark, encoding="utf-8")
    (root / "docs" / "index.md").write_text(mark, encoding="utf-8")

    assert "docs/guide/a.md" in read_project(root).files
    assert "docs/index.md" not in read_project(root).files


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("a.md", True),
        ("x/图 1.png", True),
        ("a.yaml", False),
        ("x/A.YML", False),
        ("a.md~", False),
        ("a.docx.BAK", False),
        ("~$a.docx", False),
        (".hidden/a.png", False),
        ("x/Thumbs.db", False),
    ],
)
def test_what_may_stand_in_the_site(path, published):
    assert is_published(path) is published


def test_a_lock_that_cannot_be_written_holds_nobody(tmp_path):
    with exclusive(tmp_path / "meiyou" / "site.lock"):
        pass


def test_a_lock_is_held_by_one_and_leaves_nothing(tmp_path):
    lock = tmp_path / "site.lock"
    with exclusive(lock), pytest.raises(BusyError):
        exclusive(lock).__enter__()
    assert not lock.exists()


def test_a_project_that_was_pulled_away_is_not_made_anew(tmp_path):
    root = tmp_path / "移走了"
    with pytest.raises(DiskError, match="写不进"):
        write_docs(root, {"library/a.md": b"a"})
    with pytest.raises(DiskError, match="写不进"):
        write_tree(root / ".anjian" / "public" / "docs", {"library/a.md": b"a"}, root)
    assert not root.exists()


def test_a_tree_is_made_with_all_folders_above_it(tmp_path):
    assert write_tree(tmp_path / "甲" / "乙", {"library/a.md": b"a"}) == 1
    assert write_tree(tmp_path / "甲" / "丙", {"library/a.md": b"a"}, tmp_path) == 1
    assert (tmp_path / "甲" / "乙" / "library" / "a.md").read_bytes() == b"a"
    assert (tmp_path / "甲" / "丙" / "library" / "a.md").read_bytes() == b"a"


def test_all_files_of_a_folder_or_none(tmp_path):
    assert write_tree(tmp_path, {"a/b.md": b"", "c.md": b""}) == 2
    assert [path.name for path in all_files(tmp_path)] == ["c.md", "b.md"]
    with pytest.raises(FileNotFoundError):
        all_files(tmp_path / "没有")
