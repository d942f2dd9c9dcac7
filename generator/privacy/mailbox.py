"""Addresses of mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit, hit
from .spelled import Spelled

_AT = re.compile(r" ?(?:@|\[at\]|\(at\)|#at#) ?", re.IGNORECASE)
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,5}[A-Za-z]{2,18}(?![A-Za-z0-9])")
_RESERVED = re.compile(
    r"(?:^|\.)(?:example(?:\.[a-z.]{2,7})?|test|invalid|localhost)$", re.IGNORECASE
)
_REPLACEMENT = "（邮箱略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the mailboxes of a text but those of the domains that are kept for examples."""
    text = spelled.narrow
    if "@" not in text and "at" not in text.lower():
        return
    for sign in _AT.finditer(text):
        # The name is looked for from the sign backwards: long words without one cost nothing.
        first = max(0, sign.start() - 64)
        local = _LOCAL.search(text[first : sign.start()])
        domain = _DOMAIN.match(text, sign.end())
        if local and domain and not _RESERVED.search(domain[0]):
            start, end = first + local.start(), domain.end()
            yield hit(spelled.text, start, end, "P106", _REPLACEMENT)
