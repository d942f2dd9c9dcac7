"""Look at the finished site, not at its sources: links, outside addresses, scripts, strays.

Scripts of the theme are not read: they hold addresses of outside services as dead strings, which
are asked for only where a page has a class or an address that is refused here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..base.finding import Finding, Level, Place, ordered
from ..disk import SITE_MARKER, DiskError, all_files, is_published, reason
from .expected import INDEX, PAGES, SCRIPTS, Expected
from .links import Links
from .markup import BROKEN, Tag, instruction_addresses, tags
from .script_addresses import script_addresses
from .search_files import SearchFiles
from .site_names import look_at_file_names
from .site_sizes import look_at_sizes
from .style_addresses import sheet_addresses
from .tag_facts import Facts, facts_of

Tick = Callable[[int, int], None]
_DATA = ("application/json", "application/ld+json")
_NO_SCRIPT = "页面里不能有自己的脚本；网站的脚本写进 mkdocs.yml 的 extra_javascript。"
_NAMED = 3
"""How many of the other pages with the same mistake are named."""

_WORDS = "写成 ![文字说明](图片路径)；读屏软件念的就是这段文字。"
_OTHER_INDEXES = ("search_index.json", "search_index.js")
"""What the search of the theme would leave: every text again, in a form that nothing reads."""


def inspect_site(
    site: Path, expected: Expected, tick: Tick = lambda _done, _total: None
) -> tuple[Finding, ...]:
    """Read a built site and inspect it; raises DiskError where it cannot be read."""

    def read() -> Iterator[tuple[str, bytes]]:
        for number, name in enumerate(texts):
            yield name, (site / name).read_bytes()
            tick(number + 1, len(texts))

    try:
        names, findings = _walk(site)
        texts = [name for name in sorted(names) if expected.is_read(name)]
        sizes = {name: (site / name).stat().st_size for name in names}
        return ordered([*findings, *inspect(names, read(), expected, sizes)])
    except OSError as error:
        raise DiskError(f"{site.name} 读不出来：{reason(error)}。") from error


def _walk(site: Path) -> tuple[frozenset[str], list[Finding]]:
    names, findings = set(), []
    for path in all_files(site):
        name = path.relative_to(site).as_posix()
        if path.is_symlink():
            findings.append(_say(f"site/{name}", "S315", "这是链接，不是文件"))
        elif name != SITE_MARKER:
            names.add(name)
    return frozenset(names), findings


def inspect(
    names: frozenset[str],
    texts: Iterable[tuple[str, bytes]],
    expected: Expected,
    sizes: Mapping[str, int] | None = None,
) -> tuple[Finding, ...]:
    """Inspect a site: the names of its files, the bytes of those that can lead or run.

    `sizes` are those of all files in bytes. One mistake that stands on many pages is reported
    once, with their number.
    """
    inspector = _Inspector(names, expected)
    inspector.look_at_names()
    look_at_file_names(names, inspector.say)
    look_at_sizes(sizes or {}, inspector.say, inspector.warn)
    for name, raw in texts:
        inspector.look(name, raw)
    inspector.finish()
    return ordered(inspector.findings())


@dataclass
class _Inspector:
    names: frozenset[str]
    expected: Expected
    seen: dict[tuple[str, str, str, Level], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.links = Links(self.names, self.expected.hosts, self.say)
        self.search = SearchFiles(self.say, self.warn)
        self.scripts: set[str] = set()
        for tag in tags(self.expected.theme_page):
            facts = facts_of(tag.name, tag.inside)
            if facts and _runs(tag, facts):
                self.scripts.add(self._script("index.html", tag, facts.source))

    def say(self, name: str, code: str, message: str, hint: str = "") -> None:
        self.seen.setdefault((code, message, hint, Level.ERROR), []).append(name)

    def warn(self, name: str, code: str, message: str, hint: str = "") -> None:
        self.seen.setdefault((code, message, hint, Level.WARNING), []).append(name)

    def findings(self) -> Iterator[Finding]:
        for (code, message, hint, level), found in self.seen.items():
            path, *others = map(self.expected.source_of, sorted(set(found)))
            named = "、".join(others[:_NAMED]) + (" 等" if len(others) > _NAMED else "")
            more = f"（另有 {len(others)} 页同样：{named}）" if others else ""
            yield _say(path, code, message + more, hint, level)

    def look_at_names(self) -> None:
        pages = {name for name in self.names if name.endswith(PAGES)}
        for name in sorted(self.expected.pages.keys() - pages):
            self.say(name, "S314", f"缺少 {name} 这一页", "请把用的命令和这一页告诉维护者。")
        for name in sorted(pages - self.expected.pages.keys() - {"404.html"}):
            self.say(name, "S314", "多出了这一页")
        if "index.html" not in self.names:
            self.say("index.html", "S314", "没有首页 index.html")
        for name in sorted(self.names):
            if not is_published(name) or name.endswith(".md"):
                self.say(name, "S315", f"{name} 不该进网站", "把它移出 docs/。")
            elif name.endswith(_OTHER_INDEXES):
                hint = "删去 mkdocs.yml 的 plugins 里的 search 和 offline，或把它移出 docs/。"
                self.say(name, "S315", f"{name} 不该进网站：搜索由案鉴自己做", hint)

    def look(self, name: str, raw: bytes) -> None:
        if name.startswith(INDEX):
            self.search.read(name, raw)
            return
        text = raw.decode("utf-8", "replace")
        if name.lower().endswith(".css"):
            self._style(name, text)
        elif name.lower().endswith(SCRIPTS):
            for address in script_addresses(text):
                self.links.lead(name, "script", address)
        else:
            self._markup(name, text)

    def finish(self) -> None:
        self.links.look_at_anchors()
        if self.expected.indexed or self.search.root is not None:
            self.search.look(self.names, self.links.anchors)

    def _markup(self, name: str, text: str) -> None:
        self.links.open(name)
        for address in instruction_addresses(text):
            self.links.lead(name, "link", address)
        for tag in tags(text):
            if tag is BROKEN:
                message = "有没写完的 HTML 标签，浏览器会把后面的内容吞掉"
                self.say(name, "S316", message, "把用的命令和这一页告诉维护者。")
                break
            facts = facts_of(tag.name, tag.inside)
            if facts is not None:
                for identifier in facts.ids:
                    self.links.anchor(name, identifier)
                for address in facts.addresses:
                    self.links.lead(name, tag.name, address)
                if facts.wordless:
                    shown = self._shown(name, facts.wordless)
                    self.say(name, "S333", f"图片没有文字说明：{shown[:80]}", _WORDS)
                for problem in facts.problems:
                    self.say(name, "S316", problem, "脚本和嵌入内容不能写在页面里。")
                if _runs(tag, facts) and not self._is_known(name, tag, facts.source):
                    shown = facts.source or " ".join(tag.text.split())
                    self.say(name, "S316", f"有不认识的脚本：{shown[:60]}", _NO_SCRIPT)
            if tag.name == "style":
                self._style(name, tag.text)

    def _shown(self, name: str, picture: str) -> str:
        """A picture by its path in the site, or as it is written where that is no path."""
        written = picture.startswith("<") or ":" in picture.partition("/")[0]
        return picture if written else self.links.resolve(name, picture)

    def _is_known(self, name: str, tag: Tag, source: str) -> bool:
        script = self._script(name, tag, source)
        return script in self.scripts or self.expected.may_load(name, script)

    def _script(self, name: str, tag: Tag, source: str) -> str:
        """What makes a script the same on two pages: its file, or its text."""
        return self.links.resolve(name, source) if source else _without_base(name, tag.text)

    def _style(self, name: str, text: str) -> None:
        for address in sheet_addresses(text):
            self.links.lead(name, "style", address)


def _runs(tag: Tag, facts: Facts) -> bool:
    return tag.name == "script" and bool(facts.source or facts.kind not in _DATA)


def _without_base(name: str, script: str) -> str:
    """A script in a page without the way to the site's root, which differs by depth."""
    base = "/" if name == "404.html" else "/".join([".."] * name.count("/")) or "."
    return script.replace(f'"{base}"', '"."').strip()


def _say(path: str, code: str, message: str, hint: str = "", level: Level = Level.ERROR) -> Finding:
    return Finding(path, code, message, level, hint=hint, place=Place(1, 1))
