"""JPEG pictures: only the segments that make the picture are kept.

After ITU-T T.81 (JPEG), T.871 (JFIF) and ICC.1 annex B for the colour profile.
"""

from __future__ import annotations

from ._examined import Budget, Examined, Notes
from ._exif import orientation_alone
from ._picture import broken, note_exif, note_packet

ENDINGS = ("jpg", "jpeg", "jpe", "jfif")

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_TABLES = {0xC4, 0xCC, 0xDB, 0xDC, 0xDD, *range(0xC0, 0xD0)}
_EXIF, _PHOTOSHOP = b"Exif\0\0", b"Photoshop 3.0\0"
_XMP = (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Walk through a picture and leave out all that is not the picture."""
    del name
    budget.take(len(raw))
    notes = Notes()
    return notes.finish(_Walker(raw, notes).walk())


class _Walker:
    def __init__(self, raw: bytes, notes: Notes) -> None:
        self.raw = raw
        self.notes = notes
        self.kept: list[bytes] = []
        self.orientation = 1
        self.first_exif = b""

    def walk(self) -> bytes:
        if not self.raw.startswith(b"\xff\xd8\xff"):
            raise broken()
        position, scanned = 2, False
        while True:
            marker, position = self.marker(position)
            if marker == _END:
                break
            length = int.from_bytes(self.raw[position : position + 2], "big")
            end = position + length
            if length < 2 or end > len(self.raw):
                raise broken()
            self.segment(marker, self.raw[position + 2 : end], self.raw[position:end])
            position = end
            if marker == _SCAN:
                scanned = True
                end = self.scan_end(position)
                self.kept.append(self.raw[position:end])
                position = end
        if not scanned:
            raise broken()
        if self.raw[position:].strip(b"\0"):
            self.notes.property("图片后面附带的数据")
        return self.whole()

    def whole(self) -> bytes:
        kept = b"".join(self.kept)
        if self.orientation != 1:
            body = _EXIF + orientation_alone(self.orientation)
            exif = _segment(0xE1, body)
            if self.first_exif == body and list(self.notes.removed) == ["拍摄信息（EXIF）"]:
                self.notes.removed.clear()
            jfif = len(self.kept[0]) if self.kept[0][:2] == b"\xff\xe0" else 0
            kept = kept[:jfif] + exif + kept[jfif:]
        return b"\xff\xd8" + kept + b"\xff\xd9"

    def marker(self, position: int) -> tuple[int, int]:
        raw = self.raw
        if position >= len(raw) or raw[position] != 0xFF:
            raise broken()
        while position < len(raw) and raw[position] == 0xFF:
            position += 1
        if position >= len(raw):
            raise broken()
        return raw[position], position + 1

    def scan_end(self, position: int) -> int:
        """Where the next marker stands that is neither a stuffed byte nor a restart."""
        while True:
            position = self.raw.find(b"\xff", position)
            if position < 0 or position + 1 >= len(self.raw):
                raise broken()
            following = self.raw[position + 1]
            if following == 0 or 0xD0 <= following <= 0xD7:
                position += 2
            elif following == 0xFF:
                position += 1
            else:
                return position

    def segment(self, marker: int, body: bytes, whole: bytes) -> None:
        notes = self.notes
        if marker in _TABLES or marker == _SCAN:
            self.kept.append(bytes((0xFF, marker)) + whole)
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
            if body[12:14] != b"\0\0" or len(body) > 14:
                notes.property("缩略图")
            self.kept.append(_segment(marker, body[:12] + b"\0\0"))
        elif (marker == 0xE2 and body.startswith(b"ICC_PROFILE\0")) or (
            marker == 0xEE and body.startswith(b"Adobe") and len(body) == 12
        ):
            self.kept.append(bytes((0xFF, marker)) + whole)
        elif marker == 0xE1 and body.startswith(_EXIF):
            exif = note_exif(notes, body[len(_EXIF) :])
            if not self.first_exif:
                self.first_exif, self.orientation = body, exif.orientation
        elif marker == 0xE1 and body.startswith(_XMP):
            note_packet(notes, "XMP", body.partition(b"\0")[2])
        elif marker == 0xED:
            note_packet(notes, "IPTC", body.removeprefix(_PHOTOSHOP))
        elif marker == 0xFE:
            note_packet(notes, "图片注释", body)
        elif 0xE0 <= marker <= 0xEF:
            note_packet(notes, "附加信息", body)
        else:
            raise broken()


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
