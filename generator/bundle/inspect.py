"""Look at the finished site, not at its sources: links, outside addresses, strays, counts."""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..base.finding import Finding, Place
from ..disk import SITE_MARKER

RULES = (
    ("S303", "成品里没有外部地址"),
    ("S304", "成品里的每个链接都有去处"),
    ("S305", "该有的页面都在，首页也在"),
    ("S306", "成品里没有记录原文、备份和链接文件"),
    ("S307", "成品里没有会执行的属性和地址"),
)
Tick = Callable[[int, int], None]

_SCRIPT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
_ADDRESSES = frozenset(
    ("href", "src", "srcset", "poster", "action", "formaction", "data", "xlink:href")
)
_STRAYS = (".yaml", ".yml", ".md", ".j2", ".py", ".bak", ".tmp", ".orig", ".swp", "~")


def inspect_site(
    site: Path,
    pages: Iterable[str],
    hosts: frozenset[str] = frozenset(),
    tick: Tick = lambda _done, _total: None,
) -> list[Finding]:
    """Inspect a built site.

    `pages` are the paths below docs/ that must have become pages; `hosts` may be linked to.
    Returns findings whose paths are relative to the site.
    """
    names, findings = _walk(site)
    for page in sorted(pages):
        address = page[:-3] + ".html" if page.endswith(".md") else page
        wanted = re.sub(r"(^|/)README\.html$", r"\1index.html", address)
        if wanted not in names:
            findings.append(_say(wanted, "S305", "少了这一页"))
    if "index.html" not in names:
        findings.append(_say("index.html", "S305", "没有首页"))
    texts = sorted(name for name in names if name.endswith((".html", ".css", ".svg")))
    looker = _Looker(names, hosts)
    for number, name in enumerate(texts):
        looker.look(name, (site / name).read_text(encoding="utf-8", errors="replace"))
        tick(number + 1, len(texts))
    return [*findings, *looker.findings, *looker.missing_anchors()]


def _walk(site: Path) -> tuple[frozenset[str], list[Finding]]:
    names, findings = set(), []
    for folder, folders, files in os.walk(site):
        for name in [*folders, *files]:
            path = Path(folder) / name
            relative = path.relative_to(site).as_posix()
            if path.is_symlink():
                findings.append(_say(relative, "S306", "成品里有链接文件"))
            elif name in files and relative != SITE_MARKER:
                names.add(relative)
                if name.endswith(_STRAYS) or name.startswith(("~$", ".")):
                    findings.append(_say(relative, "S306", "这个文件不该进网站"))
    return frozenset(names), findings


def _say(path: str, code: str, message: str, hint: str = "") -> Finding:
    return Finding(path, code, message, hint=hint, place=Place(1, 1))


class _Looker:
    def __init__(self, names: frozenset[str], hosts: frozenset[str]) -> None:
        self.names = names
        self.hosts = hosts
        self.findings: list[Finding] = []
        self.ids: dict[str, set[str]] = {}
        self.anchors: dict[tuple[str, str], str] = {}
        self.known: dict[tuple[str, str], tuple[str, str] | None] = {}

    def look(self, name: str, text: str) -> None:
        if name.endswith(".css"):
            self._style(name, text)
            return
        text = _COMMENT.sub("", text)
        for tag, _, content in _SCRIPT.findall(text):
            if tag.lower() == "style":
                self._style(name, content)
        ids = self.ids.setdefault(name, set())
        bare = _SCRIPT.sub(r"<\1\2>", text)
        for tag, inside in _TAG.findall(bare):
            if not inside:
                continue
            self._tag(name, tag.lower(), inside, ids)

    def _tag(self, name: str, tag: str, inside: str, ids: set[str]) -> None:
        attributes = [
            (key.lower(), html.unescape(a or b or c)) for key, a, b, c in _ATTRIBUTE.findall(inside)
        ]
        for key, value in attributes:
            if key == "id" or (key == "name" and tag == "a"):
                ids.add(value)
            elif key.startswith("on"):
                self.findings.append(_say(name, "S307", f"有会执行的属性 {key}"))
            elif key == "style" and "url" in value.lower():
                self._style(name, value)
            elif key == "srcset":
                for one in value.split(","):
                    self._address(name, tag, one.strip().split(" ")[0])
            elif key in _ADDRESSES:
                self._address(name, tag, value)
        if tag == "meta" and ("http-equiv", "refresh") in attributes:
            content = dict(attributes).get("content", "")
            self._address(name, tag, content.partition("url=")[2].strip(" '\""))

    def _style(self, name: str, text: str) -> None:
        for one, other in _CSS_ADDRESS.findall(text):
            self._address(name, "style", one or other)

    def _address(self, name: str, tag: str, value: str) -> None:
        folder = posixpath.dirname(name)
        if (folder, value) in self.known:
            target = self.known[(folder, value)]
        else:
            target = self._resolve(name, folder, tag, value)
            self.known[(folder, value)] = target if value and value[0] != "#" else None
        if value.startswith("#"):
            target = (name, unquote(value[1:]))
        if target and target[1] and target not in self.anchors:
            self.anchors[target] = name

    def _resolve(self, name: str, folder: str, tag: str, value: str) -> tuple[str, str] | None:
        try:
            parts = urlsplit(value)
            host = (parts.hostname or "").lower()
        except ValueError:
            self.findings.append(_say(name, "S303", f"地址写法不对：{value[:80]}"))
            return None
        if parts.scheme in ("http", "https") or value.startswith("//"):
            if tag != "a" or host not in self.hosts:
                self.findings.append(_say(name, "S303", f"有外部地址：{value[:80]}"))
            return None
        if parts.scheme in ("mailto", "tel") or (
            parts.scheme == "data" and tag in ("style", "img", "image")
        ):
            return None
        if parts.scheme:
            self.findings.append(_say(name, "S307", f"有会执行或不认识的地址：{value[:80]}"))
            return None
        path = unquote(parts.path)
        if not path:
            return (name, unquote(parts.fragment)) if parts.fragment else None
        target = posixpath.normpath(
            posixpath.join("" if path.startswith("/") else folder, path.lstrip("/"))
        )
        if target in (".", "") or path.endswith("/"):
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if path.startswith("/") and name != "404.html":
            self.findings.append(
                _say(name, "S304", f"链接「{value[:80]}」是绝对地址，从磁盘打开时无效")
            )
        elif target not in self.names:
            self.findings.append(_say(name, "S304", f"链接「{value[:80]}」没有去处"))
            return None
        return target, unquote(parts.fragment)

    def missing_anchors(self) -> Iterator[Finding]:
        """Yield a finding for every anchor that is linked to and does not exist."""
        for (target, anchor), source in sorted(self.anchors.items()):
            if target in self.ids and anchor not in self.ids[target] and anchor != "top":
                yield _say(source, "S304", f"链接「{target}#{anchor}」的位置不存在")
