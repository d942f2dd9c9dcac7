"""Archives are unpacked within bounds, and packed so that nothing but the members is in them."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.archive import (
    Archive,
    ArchiveError,
    ArchiveLimits,
    ArchiveProblem,
    packed_again,
)

LIMITS = ArchiveLimits(members=3, member=4 * 1024**2, total=6 * 1024**2, ratio=100)


def refused(raw, name="a"):
    with pytest.raises(ArchiveError) as caught:
        Archive(raw, LIMITS).read(name)
    return caught.value.problem


def test_what_was_packed_comes_out_again_in_its_order():
    members = {"b/甲.txt": b"1", "a.txt": b"22"}
    archive = Archive(packed_again(members), LIMITS)

    assert {name: archive.read(name) for name in archive.names} == members
    assert archive.names == tuple(members)
    assert archive.plain


def test_each_bound_has_its_reason():
    assert refused(packed_again({str(n): b"" for n in range(4)})) is ArchiveProblem.CROWDED
    assert refused(packed_again({"a": b"\0" * 3 * 1024**2})) is ArchiveProblem.SWOLLEN
    assert refused(b"PK\3\4 cut off") is ArchiveProblem.DAMAGED


def test_the_bound_on_all_members_together_holds():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("a", b"x" * 4_000_000)
        packed.writestr("b", b"x" * 4_000_000)
    archive = Archive(target.getvalue(), LIMITS)
    archive.read("a")

    with pytest.raises(ArchiveError):
        archive.read("b")


def test_a_member_larger_than_it_says_is_not_unpacked_whole():
    raw = bytearray(packed_again({"a": bytes(range(256)) * 4000}))
    for place in (22, raw.index(b"PK\1\2") + 24):
        raw[place : place + 4] = (10).to_bytes(4, "little")
    counted = []
    archive = Archive(bytes(raw), LIMITS, counted.append)

    with pytest.raises(ArchiveError):
        archive.read("a")
    assert sum(counted) <= 11


def test_odd_packing_is_not_read():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as packed:
        packed.writestr("a", b"x")

    assert refused(target.getvalue()) is ArchiveProblem.DAMAGED


@pytest.mark.parametrize("how", ["comment", "time", "prefix"])
def test_what_stands_beside_the_members_is_noticed(how):
    target = io.BytesIO(b"secret" if how == "prefix" else b"")
    target.seek(0, io.SEEK_END)
    with zipfile.ZipFile(target, "a") as packed:
        time = (2024, 1, 1, 0, 0, 0) if how == "time" else (1980, 1, 1, 0, 0, 0)
        packed.writestr(zipfile.ZipInfo("a", time), b"x")
        packed.comment = b"secret" if how == "comment" else b""

    assert not Archive(target.getvalue(), LIMITS).plain


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", packed_again({"a": b"x"})]))
def test_any_bytes_are_an_archive_or_refused(raw, start):
    with contextlib.suppress(ArchiveError):
        archive = Archive(start + raw, LIMITS)
        assert all(isinstance(archive.read(name), bytes) for name in archive.names)
