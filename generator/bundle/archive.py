"""Canonical ZIP files: one way to write them, and nothing else is read.

Written here field by field, because what the standard library writes differs between its
versions. Every byte that is not packed content follows from names, sums and sizes, so reading
compares instead of trusting; a seal in the comment covers what packing leaves open, such as the
unused bits behind a deflated file. A re-packed copy would not do: another zlib packs the same
content into other bytes.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from typing_extensions import Self

from .member_names import names_problem, shown
from .problem import BundleError

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NEEDED, _UTF8, _DEFLATED = 20, 0x800, 8
"""Version 2.0, names in UTF-8, deflate."""
_MADE_BY, _MODE = 3 << 8 | _NEEDED, 0o100644 << 16
"""A plain file of a Unix system, readable by all."""
_LEVEL = 6
SEAL = re.compile(rb"sha256:[0-9a-f]{64}")
SEAL_LENGTH = 71
MOST_MEMBERS, MOST_IN_ONE, _MOST_BYTES = 0xFFFF - 1, 1 << 29, 0xFFFFFFFF - 1
"""What one archive takes: files, bytes in one file, bytes of the archive."""
_CHUNK = 1 << 20
Moment = tuple[int, int, int, int, int, int]
"""Year, month, day, hour, minute, and second, which is even."""


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    sum: int
    packed: int
    size: int
    offset: int
    time: int
    date: int

    def local(self) -> bytes:
        raw = self.name.encode()
        return _LOCAL.pack(b"PK\3\4", _NEEDED, *self._common(), len(raw), 0) + raw

    def central(self) -> bytes:
        raw = self.name.encode()
        head = (b"PK\1\2", _MADE_BY, _NEEDED, *self._common())
        return _CENTRAL.pack(*head, len(raw), 0, 0, 0, 0, _MODE, self.offset) + raw

    def _common(self) -> tuple[int, ...]:
        return _UTF8, _DEFLATED, self.time, self.date, self.sum, self.packed, self.size


def _end(count: int, length: int, offset: int) -> bytes:
    return _END.pack(b"PK\5\6", 0, 0, count, count, length, offset, SEAL_LENGTH)


def seal_of(digest: str) -> bytes:
    """The comment of an archive whose bytes before it have this SHA-256."""
    return f"sha256:{digest}".encode()


def moment_of(stamp: str) -> Moment:
    """The time that every file of an issue gets: on its day, at a time that its content decides.

    A web server takes time and size for the content, so two issues must not share them.
    """
    year, month, day, digest = stamp.split("-")
    seconds = int(digest, 16) % 43_200 * 2
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    return min(max(int(year), 1980), 2107), int(month), int(day), hour, minute, second


def write_archive(target: BinaryIO, files: Iterable[tuple[str, bytes]], moment: Moment) -> None:
    """Write files, which must be in the order of their names, as one archive.

    Raises BundleError where there are too many, or too large ones, or a name that some system
    cannot unpack.
    """
    seal = hashlib.sha256()
    members: list[_Member] = []
    offset = 0
    year, month, day, hour, minute, second = moment
    time, date = hour << 11 | minute << 5 | second // 2, year - 1980 << 9 | month << 5 | day

    def write(piece: bytes) -> int:
        target.write(piece)
        seal.update(piece)
        return len(piece)

    for name, content in files:
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        member = _Member(name, zlib.crc32(content), len(packed), len(content), offset, time, date)
        if len(content) > MOST_IN_ONE:
            raise BundleError(f"{name} 太大：一个文件最多 512 MB。")
        if len(members) == MOST_MEMBERS or offset + len(packed) > _MOST_BYTES - (1 << 28):
            raise BundleError("文件太多或太大：一个 zip 最多装 65534 个文件、4 GB。请减少附件。")
        members.append(member)
        offset += write(member.local()) + write(packed)
    refuse_names([member.name for member in members])
    length = sum(write(member.central()) for member in members)
    write(_end(len(members), length, offset))
    target.write(seal_of(seal.hexdigest()))


def refuse_names(names: list[str]) -> None:
    """Raise BundleError where names are not in order, met twice, or not to be unpacked."""
    if names != sorted(set(names)):
        raise BundleError("zip 里的文件名有重复，或者顺序不对。")
    problem = names_problem(names)
    if problem:
        raise BundleError(f"不能用这个文件名：{problem}。")


class CanonicalArchive:
    """An archive that was written by `write_archive`; raises BundleError for any other.

    What it unpacks never grows beyond the announced sizes.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            self._members = {member.name: member for member in self._read_members()}
        except (struct.error, UnicodeError):
            self._file.close()
            raise _foreign() from None
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all files, in order."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises BundleError where they are not those packed."""
        member = self._members[name]
        head = member.local()
        self._file.seek(member.offset)
        packed = self._file.read(len(head) + member.packed)
        unpacker = zlib.decompressobj(-15)
        try:
            content = unpacker.decompress(packed[len(head) :], member.size + 1)
        except zlib.error:
            content = b""
        whole = unpacker.eof and not unpacker.unused_data and not unpacker.unconsumed_tail
        if (
            not packed.startswith(head)
            or not whole
            or len(content) != member.size
            or zlib.crc32(content) != member.sum
        ):
            raise BundleError(f"{shown(name)} 已损坏")
        return content

    def sealed(self) -> bool:
        """Whether every byte of the archive is as it was written."""
        return is_sealed(self._file)

    def _read_members(self) -> Iterator[_Member]:
        size = self._file.seek(0, 2)
        tail = _END.size + SEAL_LENGTH
        if size < tail:
            raise _foreign()
        self._file.seek(size - tail)
        end = self._file.read(tail)
        _, _, _, count, _, length, offset, _ = _END.unpack_from(end)
        whole = end[: _END.size] == _end(count, length, offset)
        if not whole or offset + length + tail != size or not SEAL.fullmatch(end[_END.size :]):
            raise _foreign()
        self._file.seek(offset)
        directory = self._file.read(length)
        members = list(_members(directory, count))
        at = 0
        for member in members:
            same = (member.time, member.date) == (members[0].time, members[0].date)
            if not same or member.offset != at or member.size > MOST_IN_ONE:
                raise _foreign()
            at += len(member.local()) + member.packed
        if at != offset or b"".join(member.central() for member in members) != directory:
            raise _foreign()
        refuse_names([member.name for member in members])
        return iter(members)


def _members(directory: bytes, count: int) -> Iterator[_Member]:
    at = 0
    for _ in range(count):
        fields = _CENTRAL.unpack_from(directory, at)
        at += _CENTRAL.size
        name = directory[at : at + fields[10]].decode("utf-8")
        at += fields[10]
        time, date, crc, packed, size = fields[5:10]
        yield _Member(name, crc, packed, size, fields[16], time, date)


def is_sealed(file: BinaryIO) -> bool:
    """Whether the comment at the end of an archive holds the sum of all bytes before it."""
    left = file.seek(0, 2) - SEAL_LENGTH
    file.seek(0)
    digest = hashlib.sha256()
    while left > 0:
        piece = file.read(min(_CHUNK, left))
        if not piece:
            return False
        digest.update(piece)
        left -= len(piece)
    return file.read() == seal_of(digest.hexdigest())


def _foreign() -> BundleError:
    return BundleError(
        "这不是 anjian pack 原样写出的 zip：可能没有传完、已损坏，或者被别的程序重新压缩过。"
        "请重新拷贝；重新压缩过的，解开以后对文件夹检查。"
    )
