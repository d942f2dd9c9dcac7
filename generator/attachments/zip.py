"""ZIP archives: every member by its own rules, repacked with the stripped copies."""

from __future__ import annotations

import re

from ..base.archive import Archive, ArchiveError, ArchiveLimits, packed_again
from . import examine_within
from ._examined import Budget, Examined, Notes, Refused
from ._package import refused

ENDINGS = ("zip",)
LIMITS = ArchiveLimits(members=2000, member=64 * 1024**2, total=192 * 1024**2, ratio=250)
_JUNK_NAMES = frozenset(("thumbs.db", "desktop.ini", ".ds_store", "ehthumbs.db"))
_JUNK = re.compile(r"(?i)^(~\$.*|\._.*|.*~|.*\.(bak|tmp|temp|swp|wbk|xlk|asd))$")
_CONTROL = re.compile("[\x00-\x1f\x7f]")


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through an archive and all that is in it."""
    del name
    notes = Notes()
    try:
        archive = Archive(raw, LIMITS, budget.take)
        if archive.repeated:
            hint = "解压后重新打成 .zip。"
            raise Refused("P307", "压缩包里有两个同名的文件，没有检查", hint)
        if archive.comment:
            notes.property("压缩包注释", archive.comment.decode("utf-8", "replace"))
        kept, untouched = _members(archive, notes, budget)
    except ArchiveError as error:
        raise refused(error) from error
    return notes.finish(raw if archive.plain and untouched else packed_again(kept))


def _members(archive: Archive, notes: Notes, budget: Budget) -> tuple[dict[str, bytes], bool]:
    """Return what is kept, and whether that is all that was there, byte for byte."""
    kept: dict[str, bytes] = {}
    untouched = True
    for member in archive.names:
        if _climbs(member):
            hint = "解压后重新打成 .zip，里面的文件名不要带盘符和「..」。"
            raise Refused("P307", "压缩包里有指向外面的文件名，没有检查", hint)
        if member.endswith("/"):
            continue
        if _is_junk(member):
            notes.property(f"临时文件「{member.rpartition('/')[2][:40]}」")
            untouched = False
            continue
        data = archive.read(member)
        notes.text("压缩包里的文件名", member)
        examined = examine_within(member, data, budget)
        notes.inner(f"「{member}」", examined)
        kept[member] = data if examined.published is None else examined.published
        untouched = untouched and kept[member] == data
    return kept, untouched


def _climbs(name: str) -> bool:
    parts = name.split("/")
    drive = len(parts[0]) == 2 and parts[0].endswith(":")
    return ".." in parts or name.startswith("/") or drive or bool(_CONTROL.search(name))


def _is_junk(name: str) -> bool:
    parts = name.split("/")
    last = parts[-1]
    return "__MACOSX" in parts or last.lower() in _JUNK_NAMES or bool(_JUNK.match(last))
