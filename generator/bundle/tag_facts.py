"""What one tag does: the anchors it sets, the addresses it leads to, what in it would run."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .markup import attributes
from .style_addresses import style_addresses

_ADDRESSES = frozenset(
    (
        "href",
        "xlink:href",
        "src",
        "poster",
        "action",
        "formaction",
        "data",
        "background",
        "cite",
        "longdesc",
        "manifest",
        "lowsrc",
        "dynsrc",
        "codebase",
        "classid",
        "archive",
        "profile",
        "ping",
    )
)
_LISTS = frozenset(("srcset", "imagesrcset"))
_PAINTS = frozenset(
    (
        "style",
        "fill",
        "stroke",
        "filter",
        "mask",
        "clip-path",
        "cursor",
        "marker",
        "marker-start",
        "marker-mid",
        "marker-end",
    )
)
"""What holds a style, or in a drawing an address as a style writes it."""
_FORBIDDEN = frozenset(
    ("iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal", "fencedframe")
)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*['\"]?([^'\"]*)", re.IGNORECASE)


class Facts(NamedTuple):
    """The facts of one tag; `source` and `kind` are those of a script."""

    ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    source: str = ""
    kind: str = ""
    wordless: str = ""
    """The address of a picture without words."""


@lru_cache(maxsize=65_536)
def facts_of(name: str, inside: str) -> Facts | None:
    """Return the facts of a tag, None for one that does nothing of interest."""
    ids, addresses, problems = [], [], []
    found = dict[str, str]()
    for key, value in attributes(inside):
        found.setdefault(key, value)
        if key == "id" or (key == "name" and name == "a"):
            ids.append(value)
        elif key.startswith("on"):
            problems.append(f"有会执行的属性 {key}")
        elif key == "srcdoc":
            problems.append("有会执行的属性 srcdoc")
        elif key in _LISTS:
            addresses += [one.split()[0] for one in value.split(",") if one.split()]
        elif key in _PAINTS:
            addresses += style_addresses(value)
        elif key in _ADDRESSES:
            addresses.append(value)
    if name in _FORBIDDEN:
        problems.append(f"有不允许的元素 <{name}>")
    if "mermaid" in found.get("class", "").lower().split():
        problems.append("class 是 mermaid 的内容会让主题从外部网站加载脚本")
    if name == "meta" and found.get("http-equiv", "").lower() == "refresh":
        address = _REFRESH.match(found.get("content", ""))
        addresses.append(address[1].strip() if address else "")
    if name == "link" and found.get("rel", "").lower() == "canonical":
        addresses = []  # where the site is published; no browser loads it
    wordless = ""
    if _is_picture(name, found) and not found.get("alt", "").strip():
        wordless = found.get("src" if name != "area" else "href", "").strip() or f"<{name}>"
    if not (ids or addresses or problems or wordless or name == "script"):
        return None
    return Facts(
        tuple(ids),
        tuple(addresses),
        tuple(problems),
        found.get("src", "").strip(),
        found.get("type", "").strip().lower(),
        wordless,
    )


def _is_picture(name: str, found: dict[str, str]) -> bool:
    """Whether a tag shows something that must be told in words to who cannot see it."""
    if name == "area":
        return "href" in found
    return name == "img" or (name == "input" and found.get("type", "").lower() == "image")
