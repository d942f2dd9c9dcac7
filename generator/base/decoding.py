"""Bytes of a text file to text, or the reason why not, in words an author understands."""

from __future__ import annotations

import re

from .finding import Finding, Place

MAX_BYTES = 8 * 1024 * 1024
"""No hand-written record comes near this; a criminal code in two versions has 0.6 MB."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile("[\x85\u2028\u2029]")
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""What no record may hold: control characters, odd line ends, signs that turn text round."""
_HOW_TO_CONVERT = (
    "用记事本打开，选「文件 → 另存为」，在「编码」一栏选 UTF-8 再保存；"
    "WPS、Word 里另存为纯文本时同样选 UTF-8。"
)


def place_of(text: str, index: int) -> Place:
    """Return the line and column of the character at `index`."""
    line = text.count("\n", 0, index) + 1
    return Place(line, index - (text.rfind("\n", 0, index) + 1) + 1)


def decode_text(raw: bytes, path: str) -> tuple[str, list[Finding]]:
    """Decode one file as UTF-8, every line end as a line feed.

    Returns the text ("" where it cannot be read) and the findings.
    """
    if len(raw) > MAX_BYTES:
        return "", [
            Finding(
                path,
                "R002",
                f"文件太大：超过 {MAX_BYTES // 1024 // 1024} MB",
                hint="一条记录放一个文件；图片、附件不要写进记录。",
                place=Place(1, 1),
            )
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(raw, path, error)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not HIDDEN.search(text):
        return text, []
    findings = []
    control = _CONTROL.search(text)
    if control:
        findings.append(
            Finding(
                path,
                "R003",
                f"有看不见的控制字符 U+{ord(control[0]):04X}",
                hint="删去这个字符：把光标移到这里，删除前后各一字后重新输入。",
                place=place_of(text, control.start()),
            )
        )
        return "", findings
    bidi = _BIDI.search(text)
    if bidi:
        findings.append(
            Finding(
                path,
                "R003",
                f"有改变文字方向的隐藏字符 U+{ord(bidi[0]):04X}，显示的文字会与实际不同",
                hint="删去这个字符；它常随网页复制而来。",
                place=place_of(text, bidi.start()),
            )
        )
        return "", findings
    odd = _BREAK.search(text)
    if odd:
        findings.append(
            Finding(
                path,
                "R003",
                f"有看不见的特殊换行符 U+{ord(odd[0]):04X}",
                hint="删去这个字符，改用回车换行；它常随网页或 Word 复制而来。",
                place=place_of(text, odd.start()),
            )
        )
        return "", findings
    if "\ufeff" in text:
        findings.append(
            Finding(
                path,
                "R003",
                "文字中间有隐藏的字节序标记 U+FEFF",
                hint="删去这个字符；它常因两个文件拼接而来。",
                place=place_of(text, text.index("\ufeff")),
            )
        )
        return "", findings
    return text, findings


def _not_utf8(raw: bytes, path: str, error: UnicodeDecodeError) -> Finding:
    before = raw[: error.start].decode("utf-8", "replace")
    place = place_of(before, len(before))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Finding(
            path, "R001", "文件是 UTF-16 编码，不是 UTF-8", hint=_HOW_TO_CONVERT, place=Place(1, 1)
        )
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return Finding(
            path,
            "R001",
            "文件不是 UTF-8 文字，可能已损坏，或是图片、压缩包改了扩展名",
            hint="确认这是文本文件；从这里起读不出来，请重新录入或从备份恢复。",
            place=place,
        )
    return Finding(
        path,
        "R001",
        "文件是 GBK（GB18030）编码，不是 UTF-8",
        hint=_HOW_TO_CONVERT,
        place=place,
    )
