"""Bytes of unknown encoding to text."""

from __future__ import annotations


def decoded_as(raw: bytes, *encodings: str) -> str | None:
    """Return bytes as text in the first encoding that fits, None where none does."""
    for encoding in encodings:
        text = _decoded(raw, encoding)
        if text is not None:
            return text
    return None


def loose_text(raw: bytes) -> str:
    """Return bytes as text: UTF-8, else GB 18030, else what can be read."""
    text = decoded_as(raw, "utf-8", "gb18030")
    return (raw.decode("latin-1") if text is None else text).strip("\0 ")


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
