"""What docx, xlsx and pptx have in common: properties, parts, pictures, links, running text."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..base.xml_elements import child, local
from . import _office_roles as roles
from . import examine_within
from ._examined import Budget, Examined, Notes, Refused
from ._package import Package, Relation
from ._xml import Element, attribute, children, elements, every, is_on, notes_in, remove, words

_WORTH_SCANNING = re.compile("[\u3400-\u9fff@]|[0-9]{11}")
_WORDED = frozenset(("descr", "title", "alt", "tooltip", "display", "screenTip", "prompt", "error"))
_LOCAL_ADDRESS = re.compile(r"(?i)^(file:|\\\\|//|[a-z]:[\\/]|\.\.[\\/])")
_CROP_HINT = "选中图片，「图片格式 → 压缩图片 → 删除图片的剪裁区域」，保存后再放进来。"
_HIDDEN_HINT = "要公开的内容先取消隐藏，不公开的删去，保存后再放进来。"


class Office:
    """One Office file while it is looked at; `label` names a part to the reader."""

    def __init__(self, raw: bytes, budget: Budget, root: str, usual: str) -> None:
        """Open the file; `root` is the element that its main part must have."""
        self.budget = budget
        self.notes = Notes()
        self.package = Package(raw, budget)
        self.main = self.package.target("", "officeDocument")
        if not self.main or local(self.package.root(self.main).tag) != root:
            hint = "用 WPS 或 Office 打开，按正确的类型另存一份。"
            raise Refused("P307", f"这不是 {usual} 文件，没有检查", hint)
        if "macroenabled" in self.package.content_type(self.main).lower():
            self.notes.say(*roles.REFUSED["vbaProject"])
        self.labels: dict[str, str] = {}
        self._unreadable: set[str] = set()

    def examine(self, content: Callable[[], None]) -> Examined:
        """Look through the file; `content` does what is special to the format."""
        if self.package.comment:
            self.notes.property("压缩包注释", self.package.comment.decode("utf-8", "replace"))
        self._relations()
        self._properties()
        if self.package.drop_unreached():
            self.notes.property("没有用到的部件")
        for source, relation in self.package.every_relation():
            del source
            name = roles.KEPT.get(relation.role, "其他部件")
            self.labels.setdefault(relation.target, name)
        for name in self.xml_parts():
            self._without_comments(name)
        content()
        for name in self.xml_parts():
            self._attributes(name)
            self._cropped(name)
        self._pictures()
        return self.notes.finish(self.package.write())

    def xml_parts(self) -> list[str]:
        """Return the parts that are XML, in order."""
        return [
            name
            for name in self.package.reached()
            if name and (name.lower().endswith((".xml", ".vml"))) and name not in self._unreadable
        ]

    def hidden(self, what: str) -> None:
        """Note something that cannot be seen when the file is opened."""
        self.notes.say("P304", what, _HIDDEN_HINT)

    def fallback(self, label: str, root: Element) -> None:
        """Note text that only old programs show."""
        text = hidden_fallback(root)
        if text:
            self.notes.text(f"{label}里只在旧版软件中显示的文字", text)
            self.hidden(f"{label}里有只在旧版软件中显示的文字")

    def _relations(self) -> None:
        said: set[tuple[str, str]] = set()

        def say(code: str, message: str, hint: str) -> None:
            if (code, message) not in said:
                said.add((code, message))
                self.notes.say(code, message, hint)

        for source, relation in list(self.package.every_relation()):
            role = relation.role
            if role in roles.DROPPED and not relation.external:
                self._drop(source, relation)
            elif role in roles.REFUSED:
                say(*self._refusal(relation))
            elif relation.external:
                self.notes.text("链接地址", relation.target)
                if role != "hyperlink":
                    code, message, hint = roles.EXTERNAL
                    say(code, message.format(relation.target[:40]), hint)
                elif _LOCAL_ADDRESS.match(relation.target):
                    say(*roles.LOCAL_LINK)
            elif role not in roles.KEPT:
                code, message, hint = roles.UNKNOWN
                say(code, message.format(role[:40]), hint)

    def _refusal(self, relation: Relation) -> tuple[str, str, str]:
        code, message, hint = roles.REFUSED[relation.role]
        if relation.target.lower().endswith(".xml") and relation.target in self.package.parts:
            root = self.package.root(relation.target)
            self.notes.text(message.removeprefix("有"), running_text(root))
            count = len([one for one in root if local(one.tag) in ("comment", "cm")])
            if relation.role == "comments" and count:
                message = f"有批注 {count} 条"
        return code, message, hint

    def _drop(self, source: str, relation: Relation) -> None:
        name = roles.DROPPED[relation.role]
        target = relation.target
        text = ""
        if target in self.package.parts and target.lower().endswith(".xml"):
            root = self.package.root(target)
            values = [v for e in elements(root) for v in e.attrib.values()]
            text = "\n".join([words(root), *values])
        self.package.drop(source, relation)
        self.notes.property(name, text)

    def _properties(self) -> None:
        for relation in self.package.relations(""):
            name = relation.target
            if roles.KEPT.get(relation.role) != "属性" or name not in self.package.parts:
                continue
            root = self.package.root(name)
            found = [one for one in root if words(one) and local(one.tag)]
            for one in found:
                label = roles.CORE.get(local(one.tag))
                if label is None:
                    self.notes.property("其他属性", words(one))
                else:
                    self.notes.property(label, words(one))
            if found or root.text or len(root):
                for one in list(root):
                    root.remove(one)
                root.text = None
                self.package.changed(name)

    def _without_comments(self, name: str) -> None:
        root = self.package.root(name)
        inside, around = notes_in(root)
        for one in (*inside, *around):
            self.notes.property("代码注释", one.text or "")
        for one in inside:
            remove(one)
        if inside or around:
            self.package.changed(name)

    def _attributes(self, name: str) -> None:
        label = self.labels.get(name, "其他部件")
        values: dict[str, None] = {}
        for element in elements(self.package.root(name)):
            for key, value in element.attrib.items():
                if local(key) in _WORDED or _WORTH_SCANNING.search(value):
                    values[value] = None
        self.notes.text(f"{label}的说明和名称", "\n".join(values))

    def _cropped(self, name: str) -> None:
        sides = "ltrb"
        for crop in every(self.package.root(name), "srcRect"):
            if any((crop.get(side) or "0").strip("-0%.") for side in sides):
                where = self.labels.get(name, "正文")
                self.notes.say("P304", f"{where}里图片裁掉的部分还在文件里", _CROP_HINT)
                return

    def _pictures(self) -> None:
        seen = set()
        for _, relation in self.package.every_relation():
            name = relation.target
            if relation.role != "image" or relation.external or name in seen:
                continue
            if name not in self.package.parts:
                continue
            seen.add(name)
            examined = examine_within(name, self.package.parts[name], self.budget)
            self.notes.inner(f"图片 {name.rpartition('/')[2]}", examined)
            if examined.published is not None:
                self.package.parts[name] = examined.published


_JOINED = frozenset(("t", "instrText", "delText", "delInstrText"))
_MEASURES = frozenset(
    ("posOffset", "align", "pctPosHOffset", "pctPosVOffset", "pctWidth", "pctHeight")
)


def running_text(root: Element) -> str:
    """Return the text of a part, a line a paragraph; pieces of one paragraph are joined.

    What stands there again for old programs is left out.
    """
    pieces: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local(element.tag)
        if not name or name in _MEASURES or (name == "Fallback" and element is not root):
            continue
        if name in ("p", "si", "br", "cr"):
            pieces.append("\n")
        elif name == "tab":
            pieces.append("\t")
        elif name in _JOINED:
            pieces.append(element.text or "")
        elif element.text and element.text.strip():
            pieces.append(f"\n{element.text.strip()}\n")
        waiting.extend(reversed(element))
    return re.sub("\n{2,}", "\n", "".join(pieces)).strip()


def hidden_fallback(root: Element) -> str:
    """Return text that only old programs show, "" where all programs show the same."""
    for alternative in every(root, "AlternateContent"):
        fallback = child(alternative, "Fallback")
        shown = "".join(_letters(one) for one in children(alternative, "Choice"))
        if fallback is not None and _letters(fallback) not in shown:
            return running_text(fallback)
    return ""


def _letters(root: Element) -> str:
    return "".join("".join((one.text or "").split()) for one in every(root, "t"))


def on(element: Element | None, name: str) -> bool:
    """Whether a switch such as `<w:vanish/>` below an element is there and on."""
    switch = child(element, name)
    return switch is not None and is_on(attribute(switch, "val"))
