"""GIF pictures: frames and the loop count are kept, comments and all other extensions are not.

After the GIF89a specification.
"""

from __future__ import annotations

from ._examined import Budget, Examined, Notes
from ._picture import broken, note_packet

ENDINGS = ("gif",)
_KEPT_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Walk through a picture and leave out all that is not the picture."""
    del name
    budget.take(len(raw))
    if raw[:6] not in (b"GIF87a", b"GIF89a") or len(raw) < 13:
        raise broken()
    notes = Notes()
    position = 13 + _table(raw[10])
    kept = [raw[:position]]
    while True:
        start = position
        sign = raw[position : position + 1]
        if sign == b"\x3b":
            break
        if sign == b"\x2c" and position + 10 <= len(raw):
            position += 10 + _table(raw[position + 9])
            position, _ = _blocks(raw, position + 1)
            kept.append(raw[start:position])
        elif sign == b"\x21":
            label = raw[position + 1 : position + 2]
            position, body = _blocks(raw, position + 2)
            application = body[:11] if label == b"\xff" else b""
            if label == b"\xf9" or application in _KEPT_APPLICATIONS:
                kept.append(raw[start:position])
            else:
                _note(notes, label, body)
        else:
            raise broken()
    if raw[position + 1 :].strip(b"\0"):
        notes.property("图片后面附带的数据")
    return notes.finish(b"".join(kept) + b"\x3b")


def _note(notes: Notes, label: bytes, body: bytes) -> None:
    names = {b"\xfe": "图片注释", b"\x01": "图片文字"}
    name = "XMP" if body.startswith(b"XMP DataXMP") else names.get(label, "附加信息")
    note_packet(notes, name, body)


def _table(packed: int) -> int:
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks(raw: bytes, position: int) -> tuple[int, bytes]:
    """Return where a chain of blocks ends and what is in it."""
    parts: list[bytes] = []
    while True:
        if position >= len(raw):
            raise broken()
        size = raw[position]
        position += 1
        if not size:
            return position, b"".join(parts)
        if position + size > len(raw):
            raise broken()
        parts.append(raw[position : position + size])
        position += size
