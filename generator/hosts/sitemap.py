"""The sitemap of a site that is told its own address: pages that are held back are not in it."""

from __future__ import annotations

import re

from ..reveals import REVEALS

NAME = "sitemap.xml"
_ENTRY = re.compile(r"\s*<url>(?:(?!</url>).)*</url>", re.DOTALL)


def without_reveals(sitemap: str) -> str:
    """A sitemap without the pages whose addresses nobody should be led to."""
    return _ENTRY.sub(lambda found: "" if f"/{REVEALS}/" in found[0] else found[0], sitemap)
