"""What a style sheet loads: addresses in it, however they are written."""

from __future__ import annotations

import re
from functools import lru_cache

_URL = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')]*))"
    r"|(?:@import|image-set\(|src\()\s*(?:\"([^\"]*)\"|'([^']*)')"
    # Later ones of a list, and what a function that nobody knows yet would load.
    r"|\"((?:https?:)?//[\w\[][^\"]*)\"|'((?:https?:)?//[\w\[][^']*)'",
    re.IGNORECASE,
)
_NOT_LOADED = re.compile(r"/\*.*?\*/|@namespace[^;]*;", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_LAST_SIGN = 0x10FFFF


@lru_cache(maxsize=64)
def sheet_addresses(text: str) -> tuple[str, ...]:
    """Every address in a style sheet; the same sheet on many pages is read once."""
    return style_addresses(text)


def style_addresses(text: str) -> tuple[str, ...]:
    """Every address in a style sheet or an attribute that holds a style."""
    if "\\" in text:
        text = _ESCAPE.sub(_sign, text)
    if not any(sign in text for sign in "(@/"):
        return ()
    found = _URL.finditer(_NOT_LOADED.sub("", text))
    return tuple(
        next((one for one in each.groups() if one is not None), "").strip() for each in found
    )


def _sign(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return chr(number) if number <= _LAST_SIGN else found[0]
