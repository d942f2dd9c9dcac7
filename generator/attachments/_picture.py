"""What the picture formats share: noting what was in the metadata that is left out."""

from __future__ import annotations

from ._decode import loose_text
from ._examined import Notes, Refused
from ._exif import Exif, orientation_alone, read_exif

DAMAGED = ("P307", "图片已损坏，或没有下载完，没有检查", "用看图软件打开，另存一份再放进来。")
_MOST_TEXT = 100_000


def broken() -> Refused:
    """Return the refusal of a picture that cannot be walked through."""
    return Refused(*DAMAGED)


def note_exif(notes: Notes, raw: bytes) -> Exif:
    """Note what an EXIF block says, and return it."""
    exif = read_exif(raw)
    name = "拍摄信息（EXIF，可能含拍摄地点）" if exif.place else "拍摄信息（EXIF）"
    notes.property(name)
    for label, text in exif.texts:
        notes.text(f"属性「{label}」", text, stripped=True)
    return exif


def kept_exif(notes: Notes, body: bytes) -> bytes:
    """Note an EXIF block; return what must stay of it: nothing, unless the picture is turned."""
    before = dict(notes.removed)
    exif = note_exif(notes, body.removeprefix(b"Exif\0\0"))
    if exif.orientation == 1:
        return b""
    kept = orientation_alone(exif.orientation)
    if kept == body:
        notes.removed = before
    return kept


def note_packet(notes: Notes, name: str, raw: bytes) -> None:
    """Note a block of metadata with what is readable in it."""
    place = b"GPSLatitude" in raw
    notes.property(f"{name}（可能含拍摄地点）" if place else name, loose_text(raw[:_MOST_TEXT]))
