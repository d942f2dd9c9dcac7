"""Names of files that Windows, a stick and an archive keep as they are."""

from __future__ import annotations

import re
import unicodedata

from .reference import RESERVED_NAME

MAX_BYTES = 255
"""Bytes of one name in UTF-8, the limit of Linux; within it are the 255 signs of Windows."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def file_name_problem(name: str, longest: int = MAX_BYTES) -> str | None:
    """Say in Chinese why one name, a file's or a folder's, does not work everywhere.

    `longest` is in bytes. None where it works. Source: "Naming Files, Paths, and Namespaces"
    in the documentation of Windows.
    """
    bad = _FORBIDDEN.search(name)
    if bad:
        return shown_sign(bad[0])
    if RESERVED_NAME.fullmatch(name.partition(".")[0].rstrip(" ")):
        return f"「{name}」是 Windows 的保留文件名"
    if name.endswith((".", " ")):
        return "开头或末尾有空格或句点"
    if len(name.encode("utf-8", "replace")) > longest:
        return f"太长，上限是 {longest} 个字节（约 {longest // 3} 个汉字）"
    return None


def shown_sign(sign: str) -> str:
    """A sign that may not stand in a name, or its number where it cannot be seen."""
    return f"「{sign}」" if sign.isprintable() else f"看不见的字符 U+{ord(sign):04X}"


def folded_path(path: str) -> str:
    """What two paths share that Windows or a stick takes for one file."""
    return unicodedata.normalize("NFC", path).casefold()
