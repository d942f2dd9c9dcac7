"""The files of the index: scripts that call one function, named by what they hold.

A script tag is all that a page opened from a disk can load. Chinese takes two bytes a sign in
UTF-16 and three in UTF-8, and a byte order mark goes before anything a server says, so each file
is written in the shorter of the two.
"""

from __future__ import annotations

import base64
import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

CALL = "anjianIndex"
ROOT = "root.js"
_LENGTH = 8
"""Signs in the name of a file; the root holds the names of many in a row."""
NO_FILE = "-" * _LENGTH
"""In that row, where there is nothing to hold."""
_SHAPE = re.compile(rf'{CALL}\("([a-z]+)","([a-z0-9]*)",(.*)\);\n', re.DOTALL)
_ESCAPED = re.compile("[\u2028\u2029\ud800-\udfff]")
"""Signs that end a line in old JavaScript, and halves of signs, which no encoding takes."""
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script(kind: str, *values: Any) -> tuple[str, bytes]:
    """Return the name of a file, made from what it holds, and its bytes."""
    inner = _inner(values)
    name = _name(kind, inner)
    return name, _encoded(f'{CALL}("{kind}","{name}",{inner});\n')


def root_script(values: dict[str, Any]) -> bytes:
    """The one file whose name never changes; it names all others, and ends with its own sum."""
    inner = _inner([values])
    return _encoded(f'{CALL}("root","",{inner},"{_name("root", inner)}");\n')


def nth_name(names: str, number: int) -> str:
    """One of the names that stand in a row."""
    return names[number * _LENGTH : (number + 1) * _LENGTH]


def all_names(names: str) -> Iterator[str]:
    """The names that stand in a row, without the gaps."""
    for number in range(len(names) // _LENGTH):
        name = nth_name(names, number)
        if name != NO_FILE:
            yield name


def _name(kind: str, inner: str) -> str:
    digest = hashlib.blake2s(f"{kind}{inner}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:_LENGTH]


def _inner(values: Any) -> str:
    text = ",".join(_write(one) for one in values)
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _encoded(text: str) -> bytes:
    wide = text.encode("utf-16-le")
    narrow = text.encode()
    if len(wide) < len(narrow):
        return codecs.BOM_UTF16_LE + wide
    return codecs.BOM_UTF8 + narrow


def read_script(raw: bytes, kind: str, name: str = "") -> list[Any]:
    """Read a file back; raises ValueError where it is not, sign for sign, what was written."""
    found, values = opened(raw, name)
    if found != kind:
        raise ValueError("索引文件放错了地方")
    return values


def opened(raw: bytes, name: str = "") -> tuple[str, list[Any]]:
    """Return the kind of a file and its values; raises ValueError as `read_script` does."""
    kind, named, inner = _apart(raw)
    sum_ = named
    if kind == "root":
        inner, _, sum_ = inner.rpartition(",")
        sum_ = sum_.strip('"')
    if named != name or sum_ != _name(kind, inner):
        raise ValueError("索引文件不完整")
    return kind, _values(inner)


def _apart(raw: bytes) -> tuple[str, str, str]:
    if raw.startswith(codecs.BOM_UTF16_LE):
        text = raw[2:].decode("utf-16-le")
    else:
        text = raw.decode("utf-8-sig")
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise ValueError("索引文件不完整")
    return found[1], found[2], found[3]


def _values(inner: str) -> list[Any]:
    try:
        values: list[Any] = json.loads(f"[{inner}]")
    except RecursionError as error:
        raise ValueError("索引文件读不懂") from error
    return values
