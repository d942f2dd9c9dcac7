"""EXIF of pictures: what it says, and the little of it that a picture needs (its orientation).

After the Exchangeable image file format, CIPA DC-008, and the TIFF 6.0 structure below it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ._decode import loose_text

_ORIENTATION, _EXIF_IFD, _GPS_IFD = 0x0112, 0x8769, 0x8825
_NAMES = {
    0x010E: "图片说明",
    0x010F: "设备厂商",
    0x0110: "设备型号",
    0x0131: "软件",
    0x0132: "修改时间",
    0x013B: "作者",
    0x013C: "计算机名",
    0x8298: "版权",
    0x9003: "拍摄时间",
    0x9004: "数字化时间",
    0x9286: "用户注释",
    0x9C9B: "标题",
    0x9C9C: "注释",
    0x9C9D: "作者",
    0x9C9E: "关键字",
    0x9C9F: "主题",
    0xA420: "图片编号",
    0xA430: "相机所有者",
    0xA431: "机身序列号",
    0xA435: "镜头序列号",
}
_WINDOWS_TEXTS = range(0x9C9B, 0x9CA0)
_MOST_ENTRIES = 500
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}


@dataclass(frozen=True)
class Exif:
    """The orientation (1 to 8), whether a place is in it, and its texts by Chinese name."""

    orientation: int
    place: bool
    texts: tuple[tuple[str, str], ...]


def read_exif(raw: bytes) -> Exif:
    """Read what can be read of the TIFF structure in `raw`; damage is no reason to stop."""
    order = {b"II": "<", b"MM": ">"}.get(raw[:2])
    if order is None or len(raw) < 8:
        return Exif(1, False, ())
    orientation, place = 1, False
    texts: list[tuple[str, str]] = []
    offsets = [struct.unpack_from(f"{order}I", raw, 4)[0]]
    seen: set[int] = set()
    while offsets:
        offset = offsets.pop(0)
        if offset in seen or len(seen) > 8 or offset + 2 > len(raw):
            continue
        seen.add(offset)
        count = min(struct.unpack_from(f"{order}H", raw, offset)[0], _MOST_ENTRIES)
        for start in range(offset + 2, offset + 2 + 12 * count, 12):
            if start + 12 > len(raw):
                break
            tag, kind, number = struct.unpack_from(f"{order}HHI", raw, start)
            if tag == _ORIENTATION:
                value = struct.unpack_from(f"{order}H", raw, start + 8)[0]
                orientation = value if 1 <= value <= 8 else 1
            elif tag in (_EXIF_IFD, _GPS_IFD):
                place = place or tag == _GPS_IFD
                offsets.append(struct.unpack_from(f"{order}I", raw, start + 8)[0])
            elif tag in _NAMES:
                text = _text(raw, order, tag, start, _SIZES.get(kind, 1) * number)
                texts.append((_NAMES[tag], text))
    return Exif(orientation, place, tuple(texts))


def orientation_alone(orientation: int) -> bytes:
    """Return a TIFF structure that says how a picture is turned and nothing else."""
    head = struct.pack(">2sHIH", b"MM", 42, 8, 1)
    return head + struct.pack(">HHIHHI", _ORIENTATION, 3, 1, orientation, 0, 0)


def _text(raw: bytes, order: str, tag: int, start: int, size: int) -> str:
    if size > 4:
        offset = struct.unpack_from(f"{order}I", raw, start + 8)[0]
        value = raw[offset : offset + min(size, 65_536)]
    else:
        value = raw[start + 8 : start + 8 + size]
    if tag in _WINDOWS_TEXTS:
        return value.decode("utf-16-le", "replace").strip("\0 ")
    if tag == 0x9286:
        kind, value = value[:8], value[8:]
        if kind.startswith(b"UNICODE"):
            encoding = "utf-16-be" if order == ">" else "utf-16-le"
            return value.decode(encoding, "replace").strip("\0 ")
    return loose_text(value)
