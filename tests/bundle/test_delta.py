"""A delta makes the next issue of the one before, whole or not at all, and of nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bundle.apply import apply
from generator.bundle.contents import Contents
from generator.bundle.delta import DELTA, NOTE, delta_files, read_delta
from generator.bundle.opened import Folder, open_bundle
from generator.bundle.problem import BundleError
from generator.bundle.sums import SIGNATURE, SUMS, sums_text
from generator.bundle.verify import verify
from generator.disk import DiskError
from tests.bundle.bundles import KEY, OTHER_KEY, archived, issue, packed, two_issues, write_files
from tests.bundle.trees import tree


@pytest.fixture(scope="module")
def issues(tmp_path_factory):
    return two_issues(tmp_path_factory.mktemp("两期"))


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    return two_issues(tmp_path_factory.mktemp("签名"), KEY)


@pytest.fixture
def folder(issues, tmp_path):
    """The old issue, unzipped into a folder with a Chinese name and spaces."""
    return write_files(tmp_path / "读者 的 文件夹" / "警示 教育", issues[0])


def applied(files, folder: Path, key=None) -> bool:
    """Apply files as a delta that is sound as a file, whatever they say."""
    path = folder.parent.parent / "增量.zip"
    path.write_bytes(archived(files))
    with open_bundle(path, str) as bundle:
        return apply(bundle, folder, key)[1]


def refused(files, folder: Path, key=None) -> str:
    """Why a delta is refused; nothing in the folder or beside it may have changed."""
    before = tree(folder.parent)
    with pytest.raises((BundleError, DiskError)) as caught:
        applied(files, folder, key)
    assert tree(folder.parent) == before
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    return str(caught.value)


def saying(delta, **values):
    return {**delta, DELTA: json.dumps({**json.loads(delta[DELTA]), **values}).encode()}


def contents(made: dict[str, bytes], site: dict[str, bytes]) -> Contents:
    """A bundle with the start page and manifest of another, and any site."""
    found = Contents({})
    for name, content in {**made, **site}.items():
        found.add(name, content)
    found.add(SUMS, sums_text(found.sums), summed=False)
    return found


def test_what_comes_of_it_packs_to_the_bytes_of_the_new_bundle(issues, folder):
    assert applied(issues[2], folder)

    with Folder(folder) as made:
        assert archived({name: made.read(name) for name in made.names}) == archived(issues[1])
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


names = st.text("文a 1", min_size=1, max_size=4).map(lambda text: f"site/x{text.strip()}.html")
sites = st.dictionaries(names, st.binary(max_size=40), max_size=6)


@settings(max_examples=60, deadline=None)
@given(sites, sites)
def test_any_site_becomes_any_other(issues, tmp_path_factory, one, other):
    made = {name: issues[0][name] for name in ("打开.html", "清单.json")}
    old, new = contents(made, one), contents(made, other)
    folder = write_files(tmp_path_factory.mktemp("任") / "夹" / "库", old)

    delta = delta_files(Folder(folder), new)

    assert {*delta} == {
        *(name for name in new if old.get(name) != new[name]),
        *(SUMS, DELTA, NOTE),
    }
    assert applied(delta, folder) == (dict(old) != dict(new))
    assert tree(folder) == tree(write_files(folder.parent.parent / "新", new))


def test_the_note_lists_exactly_what_is_to_be_deleted_by_hand(issues, folder):
    old, new, delta = issues
    note = delta[NOTE].decode("utf-8-sig").split("\r\n")
    at = next(at for at, line in enumerate(note) if line.startswith("要删的文件（"))
    listed = [line.removeprefix("  ") for line in note[at + 1 :] if line]

    write_files(folder, delta)
    with Folder(folder) as bundle:
        assert verify(bundle).problems == tuple(f"多出：{name}" for name in listed)
    for name in listed:
        (folder / name).unlink()

    assert sorted(listed) == sorted(old.keys() - new.keys())
    with Folder(folder) as bundle:
        assert verify(bundle).problems == ()
    assert {name: raw for name, raw in tree(folder).items() if name not in {DELTA, NOTE}} == tree(
        write_files(folder.parent / "新", new)
    )


@pytest.mark.parametrize(
    "values",
    [
        {"files": ["../外面.txt"]},
        {"files": ["site/../../外面.txt"]},
        {"files": ["/etc/外面"]},
        {"delete": ["../信.docx"]},
        {"delete": ["C:\\信.docx"]},
        {"base": "0"},
        {"stamp": "\x1b[2J"},
        {"base_stamp": "\ud800"},
        {"format": 2},
        {"files": None},
        {"files": ["site/没有.html"]},
    ],
)
def test_a_delta_that_says_what_cannot_be_is_refused(issues, folder, values):
    assert refused(saying(issues[2], **values), folder).endswith("没有改动。")


@pytest.mark.parametrize("way_out", ["../外面.txt", "/外面.txt", "site/../../外面.txt", "a\\..\\b"])
def test_a_file_that_climbs_out_is_refused(issues, folder, monkeypatch, way_out):
    """A zip made by hand, sound in every other way."""
    path = folder.parent.parent / "增量.zip"
    with monkeypatch.context() as patch:
        patch.setattr("generator.bundle.archive.refuse_names", lambda _: None)
        path.write_bytes(archived({**issues[2], way_out: b"x"}))
    before = tree(folder.parent)

    with pytest.raises(BundleError, match="不能用这个文件名"):
        open_bundle(path, str)

    assert tree(folder.parent) == before


def test_sums_that_climb_out_are_refused(issues, folder):
    lines = [*issues[2][SUMS].decode().splitlines(keepends=True), f"{'0' * 64}  ../外面\n"]
    sums = "".join(sorted(lines, key=lambda line: line[66:])).encode()
    assert "走到文件夹外面" in refused({**issues[2], SUMS: sums}, folder)


def test_a_file_that_is_missing_changed_or_too_much_is_named(issues, folder):
    delta = issues[2]
    less = {name: content for name, content in delta.items() if name != "site/index.html"}

    assert "缺少：site/index.html" in refused(less, folder)
    assert "改动：site/index.html" in refused({**delta, "site/index.html": b"x"}, folder)
    assert "多出：site/x.html" in refused({**delta, "site/x.html": b"x"}, folder)
    assert "不是增量包" in refused(issues[1], folder)


def test_a_flipped_byte_of_the_delta_is_one_sentence(issues, folder):
    raw = archived(issues[2])
    path = folder.parent.parent / "增量.zip"
    before = tree(folder.parent)
    for at in range(0, len(raw), 41):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :])
        with pytest.raises(BundleError) as caught, open_bundle(path, str) as bundle:
            apply(bundle, folder)
        assert str(caught.value).endswith("。")
        assert "。。" not in str(caught.value)
        assert "已损坏资料包" not in str(caught.value)
    assert tree(folder.parent) == before


def _another_issue(folder, issues):
    shutil.rmtree(folder)
    write_files(folder, issue(folder.parent.parent / "别", {"index.html": "别"}))


def _changed(folder, _):
    (folder / "site/library/case/甲.html").write_bytes(b"x")


def _more(folder, _):
    (folder / "site/信.txt").write_text("我的", "utf-8")


def _less(folder, _):
    (folder / "site/assets/图 一.txt").unlink()


def _no_sums(folder, _):
    (folder / SUMS).unlink()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_another_issue, "另一期"),
        (_changed, "改动：site/library/case/甲.html"),
        (_more, "多出：site/信.txt"),
        (_less, "缺少：site/assets/图 一.txt"),
        (_no_sums, "不是资料包的文件夹"),
    ],
)
def test_a_folder_that_does_not_fit_is_refused(issues, folder, change, said):
    change(folder, issues)
    assert said in refused(issues[2], folder)


def test_a_folder_that_is_not_there_is_one_sentence(issues, folder):
    with pytest.raises(DiskError, match="没有「"):
        applied(issues[2], folder.parent / "没有")
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_what_another_program_keeps_beside_is_not_cleared_away(issues, folder):
    other = write_files(folder.with_name(f"{folder.name}.anjian"), {"信.docx": "我的"})
    before = tree(folder.parent)
    with pytest.raises(DiskError, match="不敢删"):
        applied(issues[2], folder)
    assert tree(folder.parent) == before
    assert (other / "信.docx").is_file()


def test_a_link_to_the_folder_stays_a_link(issues, folder):
    link = folder.parent.parent / "链接"
    try:
        link.symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("不能建链接")
    path = folder.parent.parent / "增量.zip"
    path.write_bytes(archived(issues[2]))
    with open_bundle(path, str) as bundle:
        apply(bundle, link)
    assert link.is_symlink()
    assert tree(folder) == tree(write_files(folder.parent / "新", issues[1]))


def test_a_signed_issue_takes_only_what_its_key_has_signed(signed, issues, tmp_path):
    old, new, delta = signed
    folder = write_files(tmp_path / "夹" / "库", old)
    key = KEY.public()
    broken = delta[SIGNATURE].replace(b"trusted comment: anjian", b"trusted comment: anjiam", 1)
    assert broken != delta[SIGNATURE]

    for files, given_key, said in (
        ({name: delta[name] for name in delta if name != SIGNATURE}, key, "没有签名"),
        ({name: delta[name] for name in delta if name != SIGNATURE}, None, "没有签名"),
        (delta, None, "--key"),
        (delta, OTHER_KEY.public(), "另一把钥匙"),
        ({**delta, SIGNATURE: old[SIGNATURE]}, key, "签名不对"),
        ({**delta, SIGNATURE: broken}, key, "签名不对"),
        ({**delta, SIGNATURE: b"x"}, key, "签名文件读不出来"),
        (issues[2], key, "没有签名"),
    ):
        assert said in refused(files, folder, given_key)

    assert applied(delta, folder, key)
    assert tree(folder) == tree(write_files(tmp_path / "新", new))


def test_an_unsigned_issue_can_ask_for_a_signature(issues, folder):
    assert "没有签名" in refused(issues[2], folder, KEY.public())


def test_a_delta_with_a_password_is_applied(issues, folder):
    path = packed(folder.parent.parent / "密.zip", issues[2], "口令")
    with open_bundle(path, lambda: "口令") as bundle:
        assert apply(bundle, folder)[1]
    assert tree(folder) == tree(write_files(folder.parent / "新", issues[1]))


def test_no_delta_is_made_from_another_edition_or_from_what_is_no_bundle(issues, tmp_path):
    internal = issue(tmp_path / "站", edition="internal")
    for files, said in (
        (issues[0], "不能做增量"),
        ({"a": b"x"}, "不是完整的资料包"),
        ({**internal, "清单.json": b"{}"}, "已改动"),
    ):
        place = write_files(tmp_path / said, files)
        with pytest.raises(BundleError, match=said):
            delta_files(Folder(place), internal)


def test_a_delta_of_the_same_issue_holds_nothing_and_changes_nothing(issues, folder):
    old = Contents({})
    for name, content in issues[0].items():
        old.add(name, content, summed=name not in {SUMS, SIGNATURE})
    delta = delta_files(Folder(folder), old)
    assert set(delta) == {SUMS, DELTA, NOTE}
    assert read_delta(delta[DELTA]).delete == ()
    assert not applied(delta, folder)


@pytest.mark.skipif(sys.platform != "linux", reason="counts the calls of Linux")
@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_every_moment_one_issue_is_whole_and_the_next_run_ends_it(
    issues, root, tmp_path, way
):
    old, new, delta = issues
    before = write_files(tmp_path / "旧", old)
    was, becomes = tree(before), tree(write_files(tmp_path / "新", new))
    path = packed(tmp_path / "增.zip", delta)
    place = tmp_path / "时刻"
    driver = [sys.executable, "-m", "tests.bundle.killed_apply", path, before, place, way]
    done = subprocess.run(driver, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    moments = sorted(place.iterdir(), key=lambda moment: int(moment.name))
    assert len(moments) > 20

    found = []
    for moment in moments:
        folder = moment / "库"
        if folder.exists():
            found.append({repr(was): "旧", repr(becomes): "新"}.get(repr(tree(folder)), "半"))
        else:
            # Without an exchange there is one gap, between two renames.
            assert way == "renames"
            assert tree(moment / "库.anjian" / "old") == was
            found.append("隙")
        with open_bundle(path, str) as bundle:
            apply(bundle, folder)
        assert tree(folder) == becomes, moment.name
        assert [left.name for left in moment.iterdir()] == ["库"], moment.name
    gaps = found.count("隙")
    switch = found.index("新")
    assert found == ["旧"] * (switch - gaps) + ["隙"] * gaps + ["新"] * (len(found) - switch)
    assert gaps == (way == "renames")
