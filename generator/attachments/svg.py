"""SVG drawings: no script, nothing from outside; notes of drawing programs are left out.

After Scalable Vector Graphics (SVG) 1.1 and 2, W3C.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from ..base.xml_elements import local
from . import examine_within
from ._examined import Budget, Examined, Notes, Refused
from ._xml import Element, attribute, elements, notes_in, parse, remove, serialized, tidy, words

ENDINGS = ("svg",)

_DRAWING = "http://www.w3.org/2000/svg"
_KNOWN = (_DRAWING, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
_RUNNING = frozenset(("script", "foreignObject", "handler", "listener", "iframe", "object"))
_ADDRESSES = frozenset(("href", "src"))
_OUTSIDE = re.compile(r"(?i)url\(\s*[\"']?\s*(?!#)[^\"')\s]|@import|expression\s*\(|javascript:")
_DATA = re.compile(r"\s*data:image/(png|jpe?g|gif|webp)\s*(;[^,]*)?,", re.IGNORECASE)
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$))"
)
_HINT = "用画图软件打开，另存为「纯 SVG」或 PNG，再放进来。"
_HIDDEN_HINT = "要公开的内容先取消隐藏，不公开的删去，保存后再放进来。"


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through a drawing."""
    del name
    budget.take(len(raw))
    root = parse(raw, budget, doctype=True)
    if root.tag not in (f"{{{_DRAWING}}}svg", "svg"):
        raise Refused("P307", "这不是 SVG 图片，没有检查", _HINT)
    drawing = _Drawing(root, budget)
    return drawing.look(raw)


class _Drawing:
    def __init__(self, root: Element, budget: Budget) -> None:
        self.root = root
        self.budget = budget
        self.notes = Notes()
        self.changed = False

    def look(self, raw: bytes) -> Examined:
        self._notes_of_programs()
        for element in elements(self.root):
            self._element(element)
        self.notes.text("图中文字", words(self.root))
        whole = serialized(self.root) if self.changed else raw
        if not self.changed and b"<!DOCTYPE" in raw:
            whole = serialized(self.root)
        return self.notes.finish(whole)

    def _notes_of_programs(self) -> None:
        for one in notes_in(self.root)[1]:
            self._note(one)
        for one in list(self.root.iter()):
            if one is self.root:
                continue
            foreign = isinstance(one.tag, str) and _namespace(one.tag) not in ("", _DRAWING)
            if not isinstance(one.tag, str) or local(one.tag) == "metadata" or foreign:
                self._note(one)
                remove(one)
        for element in elements(self.root):
            for key in list(element.attrib):
                if _namespace(key) not in ("", *_KNOWN):
                    self.notes.property("作图软件的信息", element.attrib.pop(key))
                    self.changed = True
        if self.changed:
            tidy(self.root)

    def _note(self, one: Element) -> None:
        is_element = isinstance(one.tag, str)
        name = "作图软件的信息" if is_element else "代码注释"
        values = [v for e in elements(one) for v in e.attrib.values()]
        text = "\n".join([words(one), *values]) if is_element else str(one.text or "")
        self.notes.property(name, text)
        self.changed = True

    def _element(self, element: Element) -> None:
        tag = local(element.tag)
        if tag in _RUNNING:
            self._refuse(f"有「{tag}」，可以运行程序或装入别的内容")
        if tag == "style" and _OUTSIDE.search(element.text or ""):
            self._refuse("样式引用了文件外面的内容")
        for key, value in element.attrib.items():
            name = local(key)
            if name.lower().startswith("on"):
                self._refuse(f"有事件「{name}」，可以运行程序")
            elif name in _ADDRESSES:
                self._address(element, key, value)
            elif _OUTSIDE.search(value):
                self._refuse("引用了文件外面的内容")
            elif tag in ("set", "animate") and name == "attributeName" and "href" in value:
                self._refuse("动画会改变链接")
        style = attribute(element, "style")
        hides = (
            attribute(element, "display") == "none"
            or attribute(element, "visibility") in ("hidden", "collapse")
            or _HIDING.search(style)
        )
        if hides and words(element):
            self.notes.say("P304", "图中有隐藏的文字", _HIDDEN_HINT)

    def _address(self, element: Element, key: str, value: str) -> None:
        value = value.strip()
        if not value or value.startswith("#"):
            return
        found = _DATA.match(value)
        if found:
            self._inner_picture(element, key, value, found)
        elif local(element.tag) == "a" and value.lower().startswith(("http://", "https://")):
            self.notes.text("链接地址", value)
        else:
            self._refuse("引用了文件外面的内容")

    def _inner_picture(self, element: Element, key: str, value: str, found: re.Match[str]) -> None:
        kind = found[1].lower()
        packed = unquote_to_bytes(value[found.end() :])
        if "base64" in (found[2] or "").lower():
            try:
                packed = base64.b64decode(packed, validate=False)
            except (binascii.Error, ValueError):
                packed = b""
        examined = examine_within(f"inner.{kind}", packed, self.budget)
        self.notes.inner("图中的图片", examined)
        if examined.published is not None and examined.published != packed:
            encoded = base64.b64encode(examined.published).decode("ascii")
            element.attrib[key] = f"data:image/{kind};base64,{encoded}"
            self.changed = True

    def _refuse(self, message: str) -> None:
        if all(one.message != message for one in self.notes.problems):
            self.notes.say("P306", message, _HINT)


def _namespace(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""
