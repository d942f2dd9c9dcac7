"""Where a link may lead; apart from the HTML cleaner, whose libraries are slow to load."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def allowed_address(value: str, hosts: frozenset[str]) -> bool:
    """Whether a link or an image may lead there: inside the site, mail, or a listed host."""
    folded = _ODD.sub("", value)
    if folded.startswith(("//", "\\", "/\\")):
        return False
    try:
        parts = urlsplit(folded)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return host in hosts
    return parts.scheme in ("", "mailto", "tel")
