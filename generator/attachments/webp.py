"""WebP pictures: only the chunks that make the picture are kept.

After RFC 9649.
"""

from __future__ import annotations

from ._examined import Budget, Examined, Notes
from ._picture import broken, kept_exif, note_packet

ENDINGS = ("webp",)
_PICTURE = (b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Walk through a picture and leave out all that is not the picture."""
    del name
    budget.take(len(raw))
    end = 8 + int.from_bytes(raw[4:8], "little")
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP" or end > len(raw):
        raise broken()
    notes = Notes()
    kept: list[bytes] = []
    exif = b""
    position = 12
    while position < end:
        kind = raw[position : position + 4]
        size = int.from_bytes(raw[position + 4 : position + 8], "little")
        body = raw[position + 8 : position + 8 + size]
        if len(body) < size or position + 8 + size > end:
            raise broken()
        position += 8 + size + size % 2
        if kind == b"VP8X" and size == 10:
            kept.append(_chunk(kind, bytes((body[0] & ~(_HAS_EXIF | _HAS_XMP),)) + body[1:]))
        elif kind in _PICTURE:
            kept.append(_chunk(kind, body))
        elif kind == b"EXIF":
            exif = _exif(notes, body) or exif
        else:
            note_packet(notes, "XMP" if kind == b"XMP " else "附加信息", body)
    if not kept:
        raise broken()
    if exif and kept[0].startswith(b"VP8X"):
        kept[0] = kept[0][:8] + bytes((kept[0][8] | _HAS_EXIF,)) + kept[0][9:]
        kept.append(exif)
    if raw[end:].strip(b"\0"):
        notes.property("图片后面附带的数据")
    inside = b"WEBP" + b"".join(kept)
    return notes.finish(b"RIFF" + len(inside).to_bytes(4, "little") + inside)


def _exif(notes: Notes, body: bytes) -> bytes:
    """The chunk to keep, if any."""
    kept = kept_exif(notes, body)
    return _chunk(b"EXIF", kept) if kept else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
