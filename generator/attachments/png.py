"""PNG pictures: only the chunks that make the picture are kept.

After the PNG specification, third edition (W3C).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from ._decode import loose_text
from ._examined import Budget, Examined, Notes
from ._picture import broken, kept_exif, note_packet

ENDINGS = ("png", "apng")

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT"
    b" acTL fcTL fdAT".split()
)
_MOST_TEXT = 1_000_000


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Walk through a picture and leave out all that is not the picture."""
    del name
    budget.take(len(raw))
    notes = Notes()
    kept = [_SIGNATURE]
    exif = b""
    for kind, body in _chunks(raw, notes):
        if kind in _PICTURE:
            if kind in (b"IDAT", b"IEND") and exif:
                kept.append(exif)
                exif = b""
            kept.append(_chunk(kind, body))
        elif kind == b"eXIf":
            exif = _exif(notes, body) or exif
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            keyword, text = _text(kind, body)
            note_packet(notes, f"图片文字（{keyword}）" if keyword else "图片文字", text)
        elif kind == b"tIME":
            notes.property("修改时间")
        else:
            note_packet(notes, "附加信息", body)
    return notes.finish(b"".join(kept))


def _chunks(raw: bytes, notes: Notes) -> Iterator[tuple[bytes, bytes]]:
    if not raw.startswith(_SIGNATURE):
        raise broken()
    position, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        length = int.from_bytes(raw[position : position + 4], "big")
        kind = raw[position + 4 : position + 8]
        body = raw[position + 8 : position + 8 + length]
        check = raw[position + 8 + length : position + 12 + length]
        if len(check) < 4 or zlib.crc32(kind + body) != int.from_bytes(check, "big"):
            raise broken()
        if position == len(_SIGNATURE) and kind != b"IHDR":
            raise broken()
        yield kind, body
        position += 12 + length
    if raw[position:]:
        notes.property("图片后面附带的数据")


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return len(body).to_bytes(4, "big") + kind + body + check.to_bytes(4, "big")


def _exif(notes: Notes, body: bytes) -> bytes:
    """The chunk to keep, if any."""
    kept = kept_exif(notes, body)
    return _chunk(b"eXIf", kept) if kept else b""


def _text(kind: bytes, body: bytes) -> tuple[str, bytes]:
    keyword, _, rest = body.partition(b"\0")
    packed = kind == b"zTXt"
    if kind == b"zTXt":
        rest = rest[1:]
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    if packed:
        try:
            rest = zlib.decompressobj().decompress(rest, _MOST_TEXT)
        except zlib.error:
            rest = b""
    shown = loose_text(keyword)[:30]
    return shown if shown.isprintable() else "", rest
