"""Where the links of a site lead, followed by the names of its files alone."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

Say = Callable[[str, str, str, str], None]
"""Takes a page, a code, a message and a hint."""

_ROOTED = "404.html"
"""The one page whose addresses begin at the root: a server shows it under any address."""
_OUTSIDE = (
    "链接到外部网站要先写进 mkdocs.yml 的 extra.anjian.允许链接的网站；"
    "图片、样式、脚本要放进 docs/。"
)


class _Target(NamedTuple):
    """A file and an anchor in it, or what is wrong with the address."""

    name: str = ""
    anchor: str = ""
    problem: tuple[str, str, str] | None = None


class Links:
    """Collects anchors and links page by page; what leads nowhere is said."""

    def __init__(self, names: frozenset[str], hosts: frozenset[str], say: Say) -> None:
        self.names = names
        self.hosts = hosts
        self.say = say
        self.folded = {name.casefold(): name for name in names}
        self.anchors: dict[str, set[str]] = {}
        self.wanted: dict[tuple[str, str], str] = {}
        self.known: dict[tuple[str, str, str], _Target] = {}

    def open(self, name: str) -> None:
        """Begin a page."""
        self.anchors[name] = set()

    def anchor(self, name: str, identifier: str) -> None:
        """Note that a page has an anchor."""
        self.anchors[name].add(identifier)

    def lead(self, name: str, element: str, address: str) -> None:
        """Look at one address on a page."""
        if not address:
            return
        if address.startswith("#"):
            target = _Target(name, _fragment(address[1:]))
        else:
            # The same few addresses stand on all pages of a folder.
            key = (name if name == _ROOTED else posixpath.dirname(name), element, address)
            found = self.known.get(key)
            target = found or self.known.setdefault(key, self._target(name, element, address))
        if target.problem:
            self.say(name, *target.problem)
        elif target.anchor:
            self.wanted.setdefault((target.name, target.anchor), name)

    def look_at_anchors(self) -> None:
        """Say every anchor that is linked to and does not exist."""
        for (target, anchor), source in sorted(self.wanted.items()):
            known = self.anchors.get(target)
            if known is not None and anchor not in known and anchor != "top":
                message = f"链接要去 {target} 的「#{anchor[:60]}」，那里没有这个位置"
                self.say(source, "S313", message, "# 后面写那一页里有的标题或编号。")

    def resolve(self, name: str, address: str) -> str:
        """The file that an address leads to, as a path in the site."""
        path = unquote(urlsplit(address).path)
        folder = "" if path.startswith("/") else posixpath.dirname(name)
        target = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        if path.endswith("/") or target == ".":
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        return target

    def _target(self, name: str, element: str, address: str) -> _Target:
        shown = address[:80]
        # A browser drops these before it reads an address.
        squeezed = "".join(sign for sign in address if sign > " ")
        clicked = element in {"a", "area"}
        try:
            parts = urlsplit(squeezed)
            host = (parts.hostname or "").lower()
        except ValueError:
            return _Target(problem=("S311", f"地址写法不对：{shown}", _OUTSIDE))
        outside = parts.scheme in {"http", "https", "ftp", "ws", "wss"}
        if outside or squeezed.startswith(("//", "\\", "/\\")):
            if clicked and outside and host in self.hosts:
                return _Target()
            return _Target(problem=("S311", f"有外部地址：{shown}", _OUTSIDE))
        if parts.scheme == "data" and element in {"style", "img"}:
            return _Target()
        if parts.scheme in {"mailto", "tel"} and clicked:
            return _Target()
        if parts.scheme:
            return _Target(problem=("S316", f"有会执行或不认识的地址：{shown}", _OUTSIDE))
        if parts.path.startswith("/") and name != _ROOTED:
            hint = "写从这一页出发的路径，例如 ../guide/readers.html。"
            return _Target(problem=("S312", f"链接「{shown}」从磁盘打开时无效", hint))
        target = self.resolve(name, squeezed) if parts.path else name
        if target not in self.names:
            other = self.folded.get(target.casefold())
            hint = f"只差大小写：{other}。" if other else ""
            if element in {"link", "script"}:
                hint += "检查 mkdocs.yml 的 extra_css 和 extra_javascript。"
            # By the file and not by the address, which differs from folder to folder.
            message = f"有链接指向 {target[:80]}，网站里没有这个文件"
            return _Target(problem=("S312", message, hint))
        return _Target(target, _fragment(parts.fragment))


def _fragment(text: str) -> str:
    return unquote(text).partition(":~:")[0]
