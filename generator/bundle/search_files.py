"""Look at the search of the finished site: every file of its index, every place it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from ..addresses import LIBRARY, search_file
from ..search.files import ROOT, all_names, opened, read_script
from ..search.parts import PATH, SECTIONS
from .links import Say

_TEXTS = "texts"
_AGAIN = "删去 docs/library 再试；还是这样，就把用的命令告诉维护者。"
_RENAMED = "结果会打开这一页的开头。多半是 mkdocs.yml 里 toc 的选项或 attr_list 改了标题的位置。"


class SearchFiles:
    """Collects the files of the index one by one; what is wrong with them is said at the end."""

    def __init__(self, say: Say, warn: Say) -> None:
        self.say = say
        self.warn = warn
        self.root: dict[str, Any] | None = None
        self.kinds: dict[str, str] = {}
        """The kind of every sound file, by its name."""
        self.places: dict[str, set[str]] = {}
        """The anchors that results lead to, by page."""

    def read(self, path: str, raw: bytes) -> None:
        """Read one file in the folder of the index."""
        name = path.removeprefix(search_file(""))
        try:
            if name == ROOT:
                self.root = read_script(raw, "root")[0]
            else:
                self._read(name.removesuffix(".js"), raw)
        except (ValueError, TypeError, LookupError):
            self._broken(f"{path} 读不出来")

    def _read(self, name: str, raw: bytes) -> None:
        kind, values = opened(raw, name)
        for row in values[0] if kind == _TEXTS else ():
            anchors = self.places.setdefault(row[PATH + 1], set())
            anchors.update(section[0] for section in row[SECTIONS + 1])
        self.kinds[name] = kind

    def look(self, names: AbstractSet[str], anchors: Mapping[str, AbstractSet[str]]) -> None:
        """Say what is missing; `anchors` are those of every page of the site."""
        if self.root is None:
            if search_file(ROOT) not in names:
                self._broken(f"缺少 {search_file(ROOT)}")
            return
        try:
            wanted = dict(_named(self.root))
        except (KeyError, TypeError):
            self._broken(f"{search_file(ROOT)} 读不懂")
            return
        for name, kind in sorted(wanted.items()):
            path = search_file(f"{name}.js")
            if path not in names:
                self._broken(f"缺少 {path}")
            elif self.kinds.get(name, kind) != kind:
                self._broken(f"{path} 不是该在那里的文件")
        for name in sorted(self.kinds.keys() - wanted):
            path = search_file(f"{name}.js")
            self.say(path, "S315", f"{path} 不该进网站，搜索索引用不到它", _AGAIN)
        self._look_at_places(anchors)

    def _look_at_places(self, anchors: Mapping[str, AbstractSet[str]]) -> None:
        for page, wanted in sorted(self.places.items()):
            known = anchors.get(page)
            if known is None:
                self.say(page, "S318", f"搜索结果要去 {page[:80]}，网站里没有这一页", _AGAIN)
                continue
            for anchor in sorted(wanted - known - {""}):
                message = f"搜索结果要去 {page[:80]} 的「#{anchor[:60]}」，那里没有这个位置"
                if page.startswith(f"{LIBRARY}/"):
                    self.say(page, "S318", message, "把那一页和用的命令告诉维护者。")
                else:
                    # Settings of a project may name places otherwise; the page opens at its top.
                    self.warn(page, "S318", message, _RENAMED)

    def _broken(self, message: str) -> None:
        self.say(search_file(ROOT), "S317", f"搜索索引不完整：{message}", _AGAIN)


def _named(root: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Every file that the root names, with its kind."""
    for key, kind in (("shards", "terms"), (_TEXTS, _TEXTS)):
        for name in all_names(root[key]):
            yield name, kind
    yield from ((root["facets"], "facets"), (root["cited"], "facets"), (root["names"], "names"))
