"""The Content-Security-Policy of a built site: its own files, and the scripts in its pages by hash.

The theme writes three short scripts into each page, one of them with the way to the root, which
differs by depth; inspection has refused any other. Nothing else inline may run, and no style but
that of the site's files counts.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from .markup import attributes, tags

_SCRIPT = re.compile(r"<script[\s/>].*?</script[\s/>]", re.DOTALL | re.IGNORECASE)
_DATA = ("application/json", "application/ld+json")
_FIXED = (
    ("default-src", "'none'"),
    ("style-src", "'self'"),
    # Material draws its icons by data: addresses in its style sheet.
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    ("frame-ancestors", "'self'"),
)


def content_policy(scripts: Iterable[str]) -> str:
    """Return the value of the header under which pages with these inline scripts work."""
    sources = " ".join(["'self'", *sorted({script_hash(script) for script in scripts})])
    parts = [*_FIXED[:1], ("script-src", sources), *_FIXED[1:]]
    return "; ".join(f"{name} {value}" for name, value in parts)


def inline_scripts(page: str) -> Iterator[str]:
    """Yield the text of every script that stands in an HTML page and runs."""
    # Only these pieces are taken apart: seven thousand pages are read for a handful of scripts.
    for piece in _SCRIPT.findall(page):
        for tag in tags(piece):
            given = dict(attributes(tag.inside))
            inline = tag.name == "script" and tag.text.strip() and "src" not in given
            if inline and given.get("type", "").strip().lower() not in _DATA:
                yield tag.text


def script_hash(text: str) -> str:
    """The source expression that lets one inline script run."""
    # A browser has turned line ends into single ones before it looks.
    digest = hashlib.sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
