"""What was packed is what opens: verified, signed, brought up to date, or refused."""

import io
import random
import shutil
import zipfile

import pytest

from generator.bundle.apply import apply
from generator.bundle.opened import open_bundle
from generator.bundle.problem import BundleError, PasswordError
from generator.bundle.verify import verify
from tests.bundle.bundles import KEY, OTHER_KEY, issue, packed, two_issues, write_files
from tests.bundle.conftest import tree


def looked_at(path, key=None, password=""):
    try:
        with open_bundle(path, lambda: password) as bundle:
            return verify(bundle, key).problems
    except (BundleError, PasswordError) as error:
        return (str(error),)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return dict(issue(tmp_path_factory.mktemp("期") / "站"))


@pytest.fixture(scope="module")
def issues(tmp_path_factory):
    return two_issues(tmp_path_factory.mktemp("两期"))


@pytest.fixture(scope="module")
def signed_issues(tmp_path_factory):
    return two_issues(tmp_path_factory.mktemp("签名"), KEY)


def test_a_sound_bundle_passes_as_a_file_and_as_a_folder(files, tmp_path):
    path = packed(tmp_path / "案例库.zip", files)
    folder = tmp_path / "中文 文件夹"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)

    assert looked_at(path) == ()
    assert looked_at(folder) == ()
    assert {"打开.html", "SHA256SUMS", "清单.json", "许可与来源.txt"} <= set(files)


def test_the_same_files_give_the_same_bytes(files, tmp_path):
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
    one, two = (packed(tmp_path / name / "a.zip", files) for name in ("甲", "乙"))

    assert one.read_bytes() == two.read_bytes()


def test_chinese_names_survive_windows(files, tmp_path):
    with zipfile.ZipFile(packed(tmp_path / "a.zip", files)) as archive:
        for info in archive.infolist():
            assert info.filename.isascii() or info.flag_bits & 0x800


def test_every_changed_byte_of_the_file_is_seen(files, tmp_path):
    raw = bytearray(packed(tmp_path / "a.zip", files).read_bytes())
    path = tmp_path / "b.zip"
    places = random.Random(7).sample(range(len(raw)), 300)
    places += [*range(40), *range(len(raw) - 120, len(raw))]
    missed = []
    for place in places:
        raw[place] ^= 1
        path.write_bytes(raw)
        if not looked_at(path):
            missed.append(place)
        raw[place] ^= 1

    assert missed == []


def _changed(folder):
    path = folder / "site/index.html"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    return "site/index.html"


def _removed(folder):
    (folder / "site/library/search.html").unlink()
    return "site/library/search.html"


def _added(folder):
    (folder / "site/多出来的.html").write_text("甲", "utf-8")
    return "site/多出来的.html"


def _renamed(folder):
    (folder / "site/index.html").rename(folder / "site/Index2.html")
    return "site/Index2.html"


@pytest.mark.parametrize("change", [_changed, _removed, _added, _renamed])
def test_a_folder_that_was_touched_is_told_by_name(change, files, tmp_path):
    folder = write_files(tmp_path / "资料包", files)
    name = change(folder)

    assert any(name in one for one in looked_at(folder))


def test_a_delta_makes_the_new_issue_of_the_old(issues, tmp_path):
    old, new, delta = issues
    folder = write_files(tmp_path / "资料 包", old)
    path = packed(tmp_path / "增量.zip", delta)

    with open_bundle(path, str) as bundle:
        _, changed = apply(bundle, folder)

    assert changed
    assert tree(folder) == tree(write_files(tmp_path / "新", new))
    assert looked_at(folder) == ()
    assert "site/assets/图 一.txt" in new
    assert "site/assets/图 一.txt" not in delta
    with open_bundle(path, str) as bundle:
        _, again = apply(bundle, folder)
    assert not again


def test_a_delta_works_by_hand_where_there_is_no_python(issues, tmp_path):
    old, _, delta = issues
    folder = write_files(write_files(tmp_path / "资料包", old), delta)
    note = delta["增量说明.txt"].decode("utf-8-sig")
    gone = [name for name in old if name in note and name not in delta and "乙" in name]

    assert gone
    for name in gone:
        (folder / name).unlink()
    assert looked_at(folder) == ()


def _other_base(folder):
    write_files(folder, {"SHA256SUMS": "0" * 64 + "  site/index.html\n"})


def _touched(folder):
    write_files(folder, {"site/library/case/甲.html": "改过"})


@pytest.mark.parametrize("change", [_other_base, _touched])
def test_a_folder_that_does_not_fit_is_refused_and_left_alone(change, issues, tmp_path):
    old, _, delta = issues
    folder = write_files(tmp_path / "资料包", old)
    change(folder)
    before = tree(folder)

    with (
        open_bundle(packed(tmp_path / "增量.zip", delta), str) as bundle,
        pytest.raises(BundleError, match="没有改动"),
    ):
        apply(bundle, folder)

    assert tree(folder) == before


def test_a_path_that_climbs_out_is_refused(issues, tmp_path):
    old, _, _ = issues
    folder = write_files(tmp_path / "资料包", old)
    before = tree(tmp_path)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("delta.json", "{}")
        archive.writestr("../外面.txt", "甲")
    path = tmp_path.parent / f"{tmp_path.name}.zip"
    path.write_bytes(raw.getvalue())

    with pytest.raises(BundleError), open_bundle(path, str) as bundle:
        apply(bundle, folder)

    assert tree(tmp_path) == before


def test_a_signature_holds_for_its_key_and_its_files_alone(signed_issues, tmp_path):
    old, _, _ = signed_issues
    folder = write_files(tmp_path / "资料包", old)

    assert looked_at(folder, KEY.public()) == ()
    assert looked_at(folder, OTHER_KEY.public()) != ()
    shutil.copytree(folder, tmp_path / "另一份")
    sums = tmp_path / "另一份/SHA256SUMS"
    sums.write_bytes(sums.read_bytes().replace(b"site/index.html", b"site/inde1.html"))
    assert looked_at(tmp_path / "另一份", KEY.public()) != ()
    (folder / "SHA256SUMS.minisig").unlink()
    assert looked_at(folder, KEY.public()) != ()


def test_a_signed_issue_takes_no_unsigned_delta(signed_issues, issues, tmp_path):
    old, _, _ = signed_issues
    _, _, unsigned = issues
    folder = write_files(tmp_path / "资料包", old)
    before = tree(folder)

    with (
        open_bundle(packed(tmp_path / "增量.zip", unsigned), str) as bundle,
        pytest.raises(BundleError),
    ):
        apply(bundle, folder, KEY.public())

    assert tree(folder) == before


def test_a_password_hides_the_texts_and_not_the_names(files, tmp_path):
    path = packed(tmp_path / "密.zip", files, "一个密码")
    raw = path.read_bytes()

    assert "首页".encode() not in raw
    assert "打开.html".encode() in raw
    assert looked_at(path, password="一个密码") == ()
    assert looked_at(path, password="另一个") != ()
