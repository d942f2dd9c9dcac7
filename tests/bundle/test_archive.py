"""One way to write a ZIP file, every program opens it, and nothing else is read."""

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bundle.archive import CanonicalArchive, moment_of, write_archive
from generator.bundle.problem import BundleError
from tests.bundle.bundles import STAMP, archived

FILES = {"打开.html": b"<p>" * 50, "site/库 一/文.txt": "案例".encode(), "空": b""}


def opened(folder: Path, raw: bytes) -> CanonicalArchive:
    path = folder / "包.zip"
    path.write_bytes(raw)
    return CanonicalArchive(path)


def accepted(folder: Path, raw: bytes) -> bool:
    """Whether a file is read to the end, as sound and with the same files."""
    try:
        with opened(folder, raw) as archive:
            files = {name: archive.read(name) for name in archive.names}
            return archive.sealed() and files == FILES
    except BundleError:
        return False


def test_the_same_files_give_the_same_bytes():
    assert archived(FILES) == archived(dict(reversed(FILES.items())))


def test_what_was_written_is_read(tmp_path):
    assert accepted(tmp_path, archived(FILES))


@given(
    st.dictionaries(
        st.text("文a字-", min_size=1, max_size=6), st.binary(max_size=300), min_size=1, max_size=5
    )
)
def test_any_files_come_out_as_they_went_in(files):
    with zipfile.ZipFile(io.BytesIO(archived(files))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_no_byte_can_change_unseen(tmp_path):
    raw = archived(FILES)
    path = tmp_path / "包.zip"
    unseen = []
    for at in range(len(raw)):
        for flip in (0x01, 0x80):
            changed = bytearray(raw)
            changed[at] ^= flip
            path.write_bytes(changed)
            if accepted(tmp_path, bytes(changed)):
                unseen.append(at)
    assert unseen == []


def test_nothing_may_stand_before_between_or_behind(tmp_path):
    raw = archived(FILES)
    for changed in (b"x" + raw, raw + b"x", raw[:-1], raw[:100] + b"x" + raw[100:], b"", b"PK"):
        assert not accepted(tmp_path, changed)


def test_python_reads_the_names_the_day_and_the_rights():
    with zipfile.ZipFile(io.BytesIO(archived(FILES))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(FILES)
        for info in archive.infolist():
            assert info.flag_bits == 0x800
            assert info.date_time[:3] == (2026, 11, 25)
            assert info.external_attr >> 16 == 0o100644


@pytest.mark.parametrize("program", ["unzip", "7zz", "7z"])
def test_other_programs_unpack_the_chinese_names(program, tmp_path):
    if shutil.which(program) is None:
        pytest.skip(f"没有 {program}")
    path = tmp_path / "包.zip"
    path.write_bytes(archived(FILES))
    into = tmp_path / "解 开"
    into.mkdir()
    options = {"unzip": ["-q", path, "-d", into]}.get(program, ["x", path, f"-o{into}"])
    environment = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run([program, *options], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    found = {path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file()}
    assert found == set(FILES)


def test_two_issues_of_one_day_differ_in_time():
    """A web server takes time and size of a file for its content."""
    one, other = moment_of("2026-11-25-3f2a9c1b"), moment_of("2026-11-25-3f2a9c1c")
    assert one[:3] == other[:3] == (2026, 11, 25)
    assert one != other
    assert moment_of(STAMP)[5] % 2 == 0


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/../x",
        "/x",
        "C:/x",
        "C:x",
        "a\\x",
        "a//x",
        "./x",
        "a/",
        "nul",
        "con.txt",
        "a/aux.b",
        "x.",
        "x ",
        "a?",
        "a*",
        'a"',
        "a|",
        "a\nb",
        "a\x00",
        "文" * 90,
        "x/" * 600 + "x",
    ],
)
def test_a_name_that_climbs_out_or_that_windows_cannot_write_is_neither_written_nor_read(
    name, tmp_path, monkeypatch
):
    with pytest.raises(BundleError):
        archived({name: b""})
    with monkeypatch.context() as patch:
        patch.setattr("generator.bundle.archive.refuse_names", lambda _: None)
        raw = archived({name: b""})
    with pytest.raises(BundleError):
        opened(tmp_path, raw)


def test_names_that_differ_in_case_only_are_refused():
    with pytest.raises(BundleError, match="同一个文件"):
        archived({"A.html": b"", "a.html": b""})


def test_one_name_twice_is_refused(tmp_path, monkeypatch):
    with pytest.raises(BundleError, match="重复"):
        write_archive(io.BytesIO(), [("a", b"1"), ("a", b"2")], moment_of(STAMP))
    monkeypatch.setattr("generator.bundle.archive.refuse_names", lambda _: None)
    target = io.BytesIO()
    write_archive(target, [("a", b"1"), ("a", b"2")], moment_of(STAMP))
    monkeypatch.undo()
    with pytest.raises(BundleError, match="重复"):
        opened(tmp_path, target.getvalue())


def test_a_link_cannot_be_in_it(tmp_path):
    raw = bytearray(archived({"a": b"/etc"}))
    at = raw.index(b"PK\1\2") + 38
    struct.pack_into("<L", raw, at, 0o120777 << 16)
    with pytest.raises(BundleError):
        opened(tmp_path, bytes(raw))


def test_a_zip_of_another_program_is_refused_with_what_to_do(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("打开.html", b"x")
    with pytest.raises(BundleError, match="重新压缩"):
        opened(tmp_path, target.getvalue())


def test_a_bomb_is_not_unpacked(tmp_path):
    """Says that it holds ten bytes and would unpack to ten million."""
    raw = bytearray(archived({"a": b"0123456789"}))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(bytes(10_000_000)) + packer.flush()
    packed = struct.unpack_from("<L", raw, 18)[0]
    raw[31 : 31 + packed] = bomb
    for at in (18, raw.index(b"PK\1\2") + 20):
        struct.pack_into("<L", raw, at, len(bomb))
    end = raw.rindex(b"PK\5\6")
    struct.pack_into("<L", raw, end + 16, raw.index(b"PK\1\2"))
    with opened(tmp_path, bytes(raw)) as archive, pytest.raises(BundleError, match="已损坏"):
        archive.read("a")
