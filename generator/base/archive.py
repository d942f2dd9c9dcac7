"""The members of a ZIP archive in memory, within bounds: no bomb, no odd packing gets through."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

_MEGABYTE = 1024 * 1024
_KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER, _CENTRAL_HEADER, _END = 30, 46, 22
_UTF8, _SIZES_BEHIND, _LOCKED = 0x800, 0x8, 0x1


class ArchiveProblem(Enum):
    """Why an archive is not read."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    CROWDED = "crowded"
    SWOLLEN = "swollen"


class ArchiveError(Exception):
    """An archive or a member cannot or must not be read; `problem` says why."""

    def __init__(self, problem: ArchiveProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much may be in an archive; sizes in bytes."""

    members: int
    member: int
    total: int
    ratio: int
    """How many times as big as packed a member may be, above one megabyte."""


class Archive:
    """A ZIP archive whose members are unpacked one by one, counted against the limits.

    Raises ArchiveError when it is made and when a member is read.
    """

    def __init__(
        self, raw: bytes, limits: ArchiveLimits, take: Callable[[int], None] | None = None
    ) -> None:
        """Read the list of members; `take` is told of every byte that is unpacked."""
        self._limits = limits
        self._take = take or (lambda _: None)
        self._unpacked = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ArchiveError(ArchiveProblem.DAMAGED) from error
        entries = self._archive.infolist()
        if len(entries) > limits.members:
            raise ArchiveError(ArchiveProblem.CROWDED)
        self._entries = {member_name(info): info for info in entries}
        self.repeated = len(self._entries) < len(entries)
        """Whether two members have the same name, so that programs differ in what they show."""
        self.comment = self._archive.comment
        self.plain = not self.comment and _is_plain(entries, len(raw))
        """Whether nothing stands in the archive but the members: no times, no notes, no gaps."""

    @property
    def names(self) -> tuple[str, ...]:
        """The members in the order of the archive; folders end in `/`."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """Return the bytes of a member."""
        info = self._entries[name]
        if info.flag_bits & _LOCKED:
            raise ArchiveError(ArchiveProblem.LOCKED)
        if info.compress_type not in _KNOWN_PACKING:
            raise ArchiveError(ArchiveProblem.DAMAGED)
        packed = max(info.compress_size, 1)
        swollen = info.file_size > _MEGABYTE and info.file_size > packed * self._limits.ratio
        if info.file_size > self._limits.member or swollen:
            raise ArchiveError(ArchiveProblem.SWOLLEN)
        try:
            # One byte more than announced: `ZipFile.read` would unpack all there is first.
            with self._archive.open(info) as file:
                data = file.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ArchiveError(ArchiveProblem.DAMAGED) from error
        except (RuntimeError, ValueError, IndexError) as error:
            raise ArchiveError(ArchiveProblem.DAMAGED) from error
        self._unpacked += len(data)
        if self._unpacked > self._limits.total:
            raise ArchiveError(ArchiveProblem.SWOLLEN)
        self._take(len(data))
        return data


def packed_again(members: dict[str, bytes]) -> bytes:
    """Return an archive of the members in their order, with fixed times and nothing besides."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return target.getvalue()


def member_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member; without the mark of UTF-8 it is UTF-8 or Chinese Windows."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("gb18030", "replace")
    return name.replace("\\", "/")


def _is_plain(entries: list[zipfile.ZipInfo], size: int) -> bool:
    expected = _END
    for info in entries:
        if info.extra or info.comment or info.date_time != _FIXED_TIME:
            return False
        if info.flag_bits & _SIZES_BEHIND or info.is_dir():
            return False
        try:
            name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
        except UnicodeEncodeError:
            return False
        expected += _LOCAL_HEADER + _CENTRAL_HEADER + 2 * len(name) + info.compress_size
    return expected == size
