"""Outside addresses in scripts that are not the theme's: what a script could ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LITERAL = re.compile(r"""(["'`])(?P<to>(?:https?:|wss?:)?//[^"'`\s\\]{3,200})(?:\1|\$|\\|\s)""")
_NAMESPACES = ("http://www.w3.org/",)
"""Names of languages such as SVG, which nobody asks for."""


def script_addresses(text: str) -> Iterator[str]:
    """Yield every outside address that stands as a text in a script."""
    if "//" not in text:
        return
    for found in _LITERAL.finditer(text):
        if not found["to"].startswith(_NAMESPACES):
            yield found["to"]
