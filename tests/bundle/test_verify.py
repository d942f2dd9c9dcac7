"""Whatever happens to a bundle on its way is seen, and named."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.bundle.opened import Folder, open_bundle
from generator.bundle.problem import BundleError, PasswordError
from generator.bundle.signature import sign
from generator.bundle.sums import SIGNATURE, SUMS, read_sums, sha256, sums_text
from generator.bundle.verify import verify, verify_beside
from tests.bundle.bundles import KEY, archived, issue, packed, two_issues, write_files

TINY = {"site/图 一.txt": "图".encode(), "打开.html": b"<p>"}


def problems(path: Path, key=None, password="") -> tuple[str, ...]:
    try:
        with open_bundle(path, lambda: password) as bundle:
            return verify(bundle, key).problems
    except (BundleError, PasswordError) as error:
        return (str(error),)


def summed(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, SUMS: sums_text({name: sha256(content) for name, content in files.items()})}


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, bytes]:
    return dict(issue(tmp_path_factory.mktemp("站")))


@pytest.fixture(scope="module")
def least(tmp_path_factory) -> dict[str, bytes]:
    """The least that is a bundle."""
    made = issue(tmp_path_factory.mktemp("空"), {}, {})
    return summed({"打开.html": b"<p>", "清单.json": made["清单.json"]})


@pytest.fixture(scope="module")
def tiny(files) -> dict[str, bytes]:
    """A little more, signed."""
    made = summed({**TINY, "清单.json": files["清单.json"]})
    return {**made, SIGNATURE: sign(made[SUMS], KEY, "tiny")}


@pytest.fixture
def folder(files, tmp_path) -> Path:
    """A bundle that was unzipped into a folder with a Chinese name and spaces."""
    return write_files(tmp_path / "警示 教育 U 盘", files)


@pytest.mark.parametrize("password", ["", "口令"])
def test_every_flipped_byte_of_a_zip_is_seen(tiny, least, tmp_path, password):
    path = packed(tmp_path / "小.zip", least if password else tiny, password)
    raw = path.read_bytes()
    assert len(raw) < 6000
    assert problems(path, password=password) == ()
    unseen = []
    for at in range(len(raw)):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1 << at % 8]) + raw[at + 1 :])
        if not problems(path, password=password):
            unseen.append(at)
    assert unseen == []


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_half_a_zip_is_seen(tiny, tmp_path, part):
    path = packed(tmp_path / "半.zip", tiny)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * part)])
    assert problems(path)


def _flip(folder: Path, name: str, _other: str, place: int) -> list[str]:
    raw = bytearray((folder / name).read_bytes())
    raw[place // 8 % len(raw)] ^= 1 << place % 8
    (folder / name).write_bytes(raw)
    return [name]


def _cut(folder: Path, name: str, _other: str, place: int) -> list[str]:
    raw = (folder / name).read_bytes()
    (folder / name).write_bytes(raw[: place % len(raw)])
    return [name]


def _grow(folder: Path, name: str, _other: str, place: int) -> list[str]:
    with (folder / name).open("ab") as file:
        file.write(b"\0" * (1 + place % 9))
    return [name]


def _add(folder: Path, name: str, _other: str, place: int) -> list[str]:
    made = f"{name.rpartition('/')[0]}/多 {place}.html".lstrip("/")
    write_files(folder, {made: b""})
    return [made]


def _remove(folder: Path, name: str, _other: str, _place: int) -> list[str]:
    (folder / name).unlink()
    return [name]


def _rename(folder: Path, name: str, _other: str, place: int) -> list[str]:
    (folder / name).rename(folder / f"{name}.{place}")
    return [name, f"{name}.{place}"]


def _exchange(folder: Path, name: str, other: str, _place: int) -> list[str]:
    one, two = (folder / name).read_bytes(), (folder / other).read_bytes()
    if one == two:
        return _remove(folder, name, other, 0)
    (folder / name).write_bytes(two)
    (folder / other).write_bytes(one)
    return [name, other]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    edit=st.sampled_from([_flip, _cut, _grow, _add, _remove, _rename, _exchange]),
    one=st.integers(0, 100),
    two=st.integers(0, 100),
    place=st.integers(0, 10**6),
)
def test_any_edit_of_a_folder_is_seen_and_named(files, folder, edit, one, two, place):
    shutil.rmtree(folder)
    write_files(folder, files)
    names = sorted(files)

    named = edit(folder, names[one % len(names)], names[two % len(names)], place)

    found = problems(folder)
    assert found
    # Where the list of sums itself was touched, what follows from it means nothing.
    if SUMS not in named:
        assert all(any(name in problem for problem in found) for name in named), found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / "site/index.html").unlink(), ("缺少：site/index.html",)),
        (lambda folder: (folder / "site/x.html").write_text("x"), ("多出：site/x.html",)),
        (
            lambda folder: (folder / "site/index.html").write_text("x"),
            ("改动：site/index.html 和 SHA256SUMS 不符",),
        ),
        (
            lambda folder: (folder / "site/index.html").rename(folder / "site/x.html"),
            ("缺少：site/index.html", "多出：site/x.html"),
        ),
        (lambda folder: (folder / SUMS).unlink(), ("缺少：SHA256SUMS",)),
        (lambda folder: (folder / SUMS).write_text("x"), ("SHA256SUMS 已改动或损坏，读不出来",)),
    ],
)
def test_each_wrong_file_is_one_sentence(folder, change, said):
    change(folder)
    assert problems(folder) == said


def test_all_wrong_files_are_said_at_once(folder):
    for name in ("site/index.html", "清单.json"):
        (folder / name).write_text("x")
    (folder / "打开.html").unlink()
    (folder / "多").write_text("x")
    assert len(problems(folder)) == 4


def test_a_link_is_no_file_of_a_folder(folder, tmp_path):
    page = folder / "site/index.html"
    (tmp_path / "外面").write_bytes(page.read_bytes())
    page.unlink()
    try:
        page.symlink_to(tmp_path / "外面")
    except OSError:
        pytest.skip("不能建链接")
    assert problems(folder) == ("改动：site/index.html 不是普通文件",)


def test_the_sum_beside_is_compared(files, tmp_path):
    path = packed(tmp_path / "库.zip", files)
    assert list(verify_beside(path)) == []
    raw = path.read_bytes()
    path.write_bytes(raw[:-1] + b"x")
    assert list(verify_beside(path)) == ["改动：库.zip 和旁边的 库.zip.sha256 不符"]
    (tmp_path / "库.zip.sha256").unlink()
    assert list(verify_beside(path)) == []


def test_the_same_files_packed_by_another_program_are_refused(files, tmp_path):
    path = tmp_path / "库.zip"
    shutil.make_archive(str(path.with_suffix("")), "zip", write_files(tmp_path / "库", files))
    assert "重新压缩" in problems(path)[0]


def test_files_that_are_no_bundle_are_told(tmp_path):
    path = tmp_path / "别.zip"
    path.write_bytes(archived(summed({"a.txt": b"x"})))
    assert problems(path) == ("SHA256SUMS 里没有打开.html、清单.json，这不是案鉴的资料包",)


def test_sums_with_a_way_out_are_refused(folder):
    (folder / SUMS).write_text(f"{'0' * 64}  ../外面\n", "utf-8")
    assert "走到文件夹外面" in problems(folder)[0]


names = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=8)


@given(st.dictionaries(names, st.binary(max_size=2).map(sha256), max_size=4))
def test_sums_are_read_as_they_were_written_or_refused(sums):
    said = ""
    try:
        read = read_sums(sums_text(sums))
    except BundleError as error:
        read, said = sums, str(error)
    assert read == sums
    assert said == "" or said.endswith("。")


def test_a_bundle_made_anew_under_an_old_signature_does_not_pass(tmp_path):
    """Sums made anew are sound by themselves; only the signature tells."""
    signature = issue(tmp_path / "站", key=KEY)[SIGNATURE]
    forged = issue(tmp_path / "假", {"index.html": "假的"}, {})
    folder = write_files(tmp_path / "库", {**forged, SIGNATURE: signature})

    assert problems(folder) == ()
    assert problems(folder, KEY.public()) == ("签名不对：文件清单或签名已改动",)


def test_without_a_key_it_is_said_that_nobody_looked_at_the_signature(tiny, tmp_path):
    with Folder(write_files(tmp_path / "库", tiny)) as bundle:
        assert "没有核对" in verify(bundle).signature
        assert "签名有效" in verify(bundle, KEY.public()).signature


def test_a_delta_is_checked_as_a_delta(tmp_path):
    _, _, delta = two_issues(tmp_path)
    path = packed(tmp_path / "增.zip", delta)
    assert problems(path) == ()
    with open_bundle(path, str) as bundle:
        assert verify(bundle).delta
    lacking = {name: content for name, content in delta.items() if name != "site/index.html"}
    assert problems(packed(tmp_path / "缺.zip", lacking)) == ("缺少：site/index.html",)
