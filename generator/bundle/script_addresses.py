"""Outside addresses in scripts that are not the theme's: what a script could ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGUN = re.compile(
    r"""["'`]\s*(?P<to>(?:https?:|wss?:|ftp:)//[^"'`\s\\]{0,200}|//[\w\[$][^"'`\s\\]{0,200})""",
    re.IGNORECASE,
)
"""Where a text begins as an address: the rest of it may be put together as the script runs."""
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,5})\}|(/))")
_NAMESPACES = ("http://www.w3.org/",)
"""Names of languages such as SVG, which nobody asks for."""


def script_addresses(text: str) -> Iterator[str]:
    """Yield every outside address with which a text in a script begins."""
    if "\\" in text:
        text = _ESCAPE.sub(_sign, text)
    if "//" not in text:
        return
    for found in _BEGUN.finditer(text):
        if not found["to"].startswith(_NAMESPACES):
            yield found["to"]


def _sign(found: re.Match[str]) -> str:
    number = found[1] or found[2] or found[3]
    return chr(int(number, 16)) if number else "/"
