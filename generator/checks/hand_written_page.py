"""Pages under docs/ that people write: their settings, size, links, HTML and file names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..addresses import LIBRARY
from ..base.allowed_address import allowed_address
from ..base.decoding import place_of
from ..base.finding import Finding, Level, Place
from ..base.front_matter import FrontMatter, read_front_matter
from ..base.markdown_bounds import excess, without_fences
from ..base.node import Mapping, Node, Scalar, Sequence
from ..base.page_links import PageLink, page_links
from ..base.reference import Reference
from ..base.suggest import nearest
from ..library import Library

RULES = (
    ("C311", "手写页面的页首设置写法正确"),
    ("C312", "页首只写起作用的项；没有哪一项能让页面不公开"),
    ("C313", "手写页面不超过解析程序能在两秒内处理的大小"),
    ("C314", "手写页面的链接和图片指向存在的文件、记录或允许的网站"),
    ("C315", "手写页面里没有会被去掉的 HTML"),
)
KEYS = ("title", "description", "hide", "search")
"""What the front matter of a hand-written page can set."""

_HIDE = ("navigation", "toc", "footer", "path")
_PROTECTING = frozenset(
    (
        "internal",
        "draft",
        "private",
        "secret",
        "confidential",
        "level",
        "audience",
        "access",
        "visibility",
        "visible",
        "public",
        "published",
        "publish",
        "hidden",
        "password",
        "encrypted",
        "status",
        "exclude",
        "noindex",
        "robots",
        "unlisted",
        "范围",
        "密级",
        "状态",
        "内部",
        "公开",
        "草稿",
        "保密",
        "隐藏",
        "密码",
    )
)
_OPEN_TO_ALL = "这一页仍会出现在网站里；不公开的内容写成记录（范围: 内部），或者不要放进 docs/。"
_REMOVED = re.compile(
    r"<(?P<tag>script|iframe|style|object|embed|form|input|button|select|textarea|base|meta|link"
    r"|template|noscript|svg|math|video|audio|source|frame|frameset|applet)\b"
    r"|<[a-z][a-z0-9-]{0,30}\b[^<>]{0,1000}?[\s\"'/](?P<handler>on[a-z]{2,30}|style)\s*=",
    re.IGNORECASE,
)
_OUTSIDE = (
    "可以写站内路径、「种类/编号」、mailto: 和 tel:；外部网站要先写进 mkdocs.yml 的"
    " extra.anjian.允许链接的网站，只写域名。"
)
_OUTSIDE_IMAGE = "图片要放进 docs/，断网才看得到。"
_CODE = re.compile(r"(`{1,3})[^`\n]{1,300}\1")
_MOST = 20
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about every hand-written page."""
    hosts = frozenset(str(host).lower() for host in library.settings.hosts)
    for path, text in library.documents.items():
        if text:
            yield from _Page(library, path, text, hosts).look()


class _Page:
    def __init__(self, library: Library, path: str, text: str, hosts: frozenset[str]) -> None:
        self.library = library
        self.path = path
        self.text = text
        self.hosts = hosts

    def look(self) -> Iterator[Finding]:
        front = read_front_matter(self.text, f"docs/{self.path}")
        yield from front.findings
        yield from self.settings(front)
        body = self.text[front.body_start :]
        too_much = excess(body)
        if too_much:
            hint = "请拆成几页，或检查是否误粘了内容；要原样显示的代码放进 ``` 围栏。"
            yield self.say(front.body_start + too_much.position, "C313", too_much.what, hint)
            return
        visible = _CODE.sub(lambda found: " " * len(found[0]), without_fences(body))
        for number, found in enumerate(_REMOVED.finditer(visible)):
            if number == _MOST:
                break
            what = f"<{found['tag']}>" if found["tag"] else f"{found['handler']}="
            yield self.say(
                front.body_start + found.start(),
                "C315",
                f"HTML「{what}」会被去掉",
                "网站里不允许脚本、嵌入和行内样式；要显示这段文字，把它放进反引号里。",
                Level.WARNING,
            )
        for link in page_links(body):
            finding = self.link(link, front.body_start)
            if finding:
                yield finding

    def settings(self, front: FrontMatter) -> Iterator[Finding]:
        for key, value in front.values.items():
            place = front.places[key]
            if key.lower() in _PROTECTING or (key == "search" and _excludes(value)):
                shown = "search.exclude" if key == "search" else key
                message = f"「{shown}」不能让这一页不公开"
                yield self.at(place, "C312", message, _OPEN_TO_ALL, Level.WARNING)
            elif key not in KEYS and key != "generated-by":
                near = nearest(key, KEYS)
                hint = f"是不是「{near}」？" if near else ""
                hint += f"起作用的有：{'、'.join(KEYS)}。"
                yield self.at(place, "C312", f"「{key[:40]}」不起作用", hint, Level.WARNING)
            elif key in ("title", "description") and not isinstance(value, Scalar):
                yield self.at(place, "C311", f"「{key}」应当是一行文字", "有冒号、方括号时加引号。")
            elif key == "hide" and not _words(value) <= set(_HIDE):
                hint = f"写成列表，可用：{'、'.join(_HIDE)}。"
                yield self.at(place, "C311", "「hide」里有不认识的词", hint)

    def link(self, link: PageLink, offset: int) -> Finding | None:
        target, shown = link.target, link.target[:60]
        if not target or target.startswith("#"):
            return None
        if link.label is not None and not link.image:
            try:
                reference = Reference.parse(target)
            except ValueError:
                reference = None
            if reference is not None and reference.kind in self.library.kinds:
                return self.record(reference, shown, offset + link.at)
        if not allowed_address(target, frozenset() if link.image else self.hosts):
            hint = _OUTSIDE_IMAGE if link.image else _OUTSIDE
            return self.say(offset + link.at, "C314", f"链接「{shown}」不允许", hint)
        if _SCHEME.match(target):
            return None
        mend = self.missing(unquote(re.split(r"[?#]", target, maxsplit=1)[0]))
        if mend is None:
            return None
        return self.say(offset + link.at, "C314", f"链接「{shown}」指向的文件不存在", mend)

    def record(self, reference: Reference, shown: str, position: int) -> Finding | None:
        if self.library.get(reference) or self.library.is_broken(reference):
            return None
        near = nearest(reference.id, (one.id for one in self.library.of_kind(reference.kind)))
        hint = "检查编号；编号就是文件名（不含 .yaml）。"
        hint = f"是不是「{reference.kind}/{near}」？" if near else hint
        return self.say(position, "C314", f"链接「{shown}」指向的记录不存在", hint)

    def missing(self, target: str) -> str | None:
        """Say how to mend a link to a file, None where it leads to one."""
        if target.startswith("/"):
            return "不要以 / 开头，写从这一页出发的路径，例如 ../guide/readers.md。"
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), target))
        if path.startswith(".."):
            return "docs/ 外面的文件不会进网站，请把它复制到 docs/ 里。"
        if path in self.library.documents or path in self.library.assets:
            return None
        if path.startswith(f"{LIBRARY}/"):
            return self.missing_generated(path)
        known = [*self.library.documents, *self.library.assets]
        guesses = [f"{path.removesuffix('.html')}.md", f"{path}/index.md", f"{path}/README.md"]
        near = next((one for one in guesses if one in known), None) or next(
            (one for one in known if one.lower() == path.lower()), None
        )
        if near:
            start = posixpath.dirname(self.path) or "."
            return f"是不是「{posixpath.relpath(near, start)}」？"
        return "写从这一页出发的路径，例如 ../guide/readers.md；链接到记录写「种类/编号」。"

    def missing_generated(self, path: str) -> str | None:
        """Generated pages are made after this check; those of records are known already."""
        _, kind, name = [*path.split("/", 2), "", ""][:3]
        identifier = name.removesuffix(".md").removesuffix(".html")
        if kind not in self.library.kinds or "/" in name or identifier == "index":
            return None
        if Reference(kind, identifier) in self.library.records:
            return None if name.endswith(".md") else f"链接到记录写「{kind}/{identifier}」。"
        return f"链接到记录写「{kind}/编号」，编号要存在。"

    def say(
        self, position: int, code: str, message: str, hint: str, level: Level = Level.ERROR
    ) -> Finding:
        return self.at(place_of(self.text, position), code, message, hint, level)

    def at(
        self, place: Place, code: str, message: str, hint: str, level: Level = Level.ERROR
    ) -> Finding:
        return Finding(f"docs/{self.path}", code, message, level, hint=hint, place=place)


def _excludes(value: Node) -> bool:
    return isinstance(value, Mapping) and any(key.text == "exclude" for key, _ in value.entries)


def _words(value: Node) -> set[str]:
    items = value.items if isinstance(value, Sequence) else [value]
    return {item.text if isinstance(item, Scalar) else "" for item in items}
