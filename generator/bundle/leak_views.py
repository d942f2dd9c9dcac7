"""The bytes of a file as the texts that can be read in them, whatever they are written in."""

from __future__ import annotations

import base64
import binascii
import codecs
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from ..addresses import search_file
from ..attachments import examine
from ..search.files import opened

_TAG = re.compile(r"<[^<>]*>")
_BREAKING = re.compile(
    r"</?(?:p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|h[1-6]|br|hr|section|nav|footer|header|option)"
    r"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_DEEPEST = 4
_LARGEST = 512 * 1024 * 1024
_INDEX = search_file("")


class View(NamedTuple):
    """A text in a file; `sure` where its signs stand as somebody wrote them."""

    text: str
    sure: bool = True


def views(name: str, raw: bytes, seen: set[int], depth: int = 0) -> Iterator[View]:
    """Yield what can be read in a file, each line once for all files that share `seen`."""
    if depth > _DEEPEST:
        return
    if raw[:4] == b"PK\x03\x04":
        yield from _members(raw, seen, depth)
    elif raw[:2] == b"\x1f\x8b":
        inner = _unpacked(raw)
        yield from views(name, inner, seen, depth + 1) if inner else ()
    elif raw[:5] == b"%PDF-":
        yield from _streams(raw, seen, depth)
        yield from _printed(raw, seen, depth)
    elif name.startswith(_INDEX) and name.endswith(".js"):
        yield from _index(name, raw, seen)
    else:
        yield from _texts(raw, seen, depth)


def _texts(raw: bytes, seen: set[int], depth: int) -> Iterator[View]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _lines(raw.decode("utf-16", "replace"), seen, depth, sure=True)
        return
    try:
        yield from _lines(raw.decode("utf-8-sig"), seen, depth, sure=True)
    except UnicodeDecodeError:
        for encoding in ("utf-8", "gb18030"):
            yield from _lines(raw.decode(encoding, "ignore"), seen, depth, sure=False)
        for encoding in ("utf-16-le", "utf-16-be"):
            for start in (0, 1):
                text = raw[start:].decode(encoding, "ignore")
                yield from _lines(text, seen, depth, sure=False)
    else:
        if b"\0" in raw:
            for encoding in ("utf-16-le", "utf-16-be"):
                yield from _lines(raw.decode(encoding, "ignore"), seen, depth, sure=False)


def _lines(text: str, seen: set[int], depth: int, *, sure: bool) -> Iterator[View]:
    new = []
    for line in text.split("\n"):
        mark = hash((line, sure))
        if mark not in seen:
            seen.add(mark)
            new.append(line)
    if not new:
        return
    joined = "\n".join(new)
    yield View(joined, sure)
    yield from _decoded(joined, seen, depth, sure=sure)


def _decoded(text: str, seen: set[int], depth: int, *, sure: bool) -> Iterator[View]:
    """The same text as a browser or a program would read it."""
    if "<" in text:
        apart = _BREAKING.sub("\n", text)
        without = html.unescape(_TAG.sub("", apart))
        yield View(without, sure=False)
    if "&" in text:
        yield View(html.unescape(text), sure)
    if "%" in text and _PERCENT.search(text):
        yield View(unquote(text, errors="ignore"), sure)
    if "\\" in text and _ESCAPE.search(text):
        yield View(_ESCAPE.sub(lambda one: chr(int(one[1] or one[2], 16)), text), sure)
    for run in _BASE64.findall(text):
        mark = hash(run)
        if mark in seen or not _may_be_base64(run):
            continue
        seen.add(mark)
        for start in range(4):
            yield from _from_base64(run[start:], seen, depth)


def _may_be_base64(run: str) -> bool:
    """A path or a word is none: those have no capitals and digits mixed."""
    return any(one.isupper() for one in run) and (
        any(one.isdigit() for one in run) or any(one.islower() for one in run)
    )


def _from_base64(run: str, seen: set[int], depth: int) -> Iterator[View]:
    whole = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        raw = base64.b64decode(whole[: len(whole) // 4 * 4])
        rest = whole[len(whole) // 4 * 4 :]
        raw += base64.b64decode(rest + "=" * (-len(rest) % 4)) if len(rest) > 1 else b""
    except (binascii.Error, ValueError):
        return
    if raw[:4] == b"PK\x03\x04" or raw[:2] == b"\x1f\x8b":
        yield from views("", raw, seen, depth + 1)
        return
    text = raw.decode("utf-8", "ignore")
    if any(sign > "\u2fff" for sign in text) or text.isprintable():
        yield View(text, sure=False)
    for encoding in ("utf-16-le", "utf-16-be"):
        wide = raw.decode(encoding, "ignore")
        if wide:
            yield View(wide, sure=False)


def _members(raw: bytes, seen: set[int], depth: int) -> Iterator[View]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            yield View("\n".join(info.filename for info in archive.infolist()))
            yield View(archive.comment.decode("utf-8", "ignore"))
            for info in archive.infolist():
                if info.is_dir() or info.file_size > _LARGEST:
                    continue
                yield from views(info.filename, archive.read(info), seen, depth + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, zlib.error, EOFError):
        yield from _texts(raw, seen, depth)


def _unpacked(raw: bytes) -> bytes:
    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error):
        return b""


def _streams(raw: bytes, seen: set[int], depth: int) -> Iterator[View]:
    """The compressed parts of a PDF beside its plain ones."""
    yield from _texts(raw, seen, depth)
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL):
        try:
            inner = zlib.decompressobj().decompress(found[1], _LARGEST)
        except zlib.error:
            continue
        yield from _texts(inner, seen, depth)


def _printed(raw: bytes, seen: set[int], depth: int) -> Iterator[View]:
    """The text on the pages of a PDF, where signs are numbers of a font; also without its lines."""
    for passage in examine("a.pdf", raw).texts:
        yield from _lines(passage.text, seen, depth, sure=False)
        yield View(passage.text.replace("\n", ""), sure=False)


def _index(name: str, raw: bytes, seen: set[int]) -> Iterator[View]:
    """What a file of the search index holds: texts as they are, packed numbers by their length."""
    stem = name.removeprefix(_INDEX).removesuffix(".js")
    try:
        kind, values = opened(raw, "" if stem == "root" else stem)
    except ValueError:
        yield from _texts(raw, seen, 0)
        return
    # Lists of words and packed numbers hold short texts by chance.
    sure = kind in ("texts", "names")
    for text in _strings(values):
        mark = hash((text, sure))
        if mark not in seen:
            seen.add(mark)
            yield View(text, sure)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _strings(one)
