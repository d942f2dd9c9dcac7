"""Word documents.

After ECMA-376 part 1, WordprocessingML.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..base.xml_elements import child, local
from ._examined import Budget, Examined
from ._office import Office, on, running_text
from ._xml import Element, attribute, children, every, remove

ENDINGS = ("docx",)

_STORIES = frozenset(("正文", "页眉", "页脚", "脚注", "尾注", "图示", "图表"))
_TRACKED = {
    "ins": "插入",
    "del": "删除",
    "moveFrom": "移动",
    "moveTo": "移动",
    "cellIns": "插入",
    "cellDel": "删除",
    "cellMerge": "格式",
    **dict.fromkeys(
        ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange"), "格式"
    ),
    **dict.fromkeys(
        ("trPrChange", "tcPrChange", "tblGridChange", "numberingChange"),
        "格式",
    ),
    **dict.fromkeys(
        ("customXmlInsRangeStart", "customXmlDelRangeStart", "customXmlMoveFromRangeStart"), "插入"
    ),
}
_SMALLEST_HALF_POINTS = 4
_IDENTIFYING = {
    "rsids": "修订批次号",
    "docVars": "文档变量",
    "docId": "文档编号",
    "attachedSchema": "架构",
    "writeProtection": "写保护信息",
}
_LOADING_FIELDS = ("INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE")
_FIELD_HINT = "选中它，按 Ctrl+Shift+F9 变成普通文字或图片，保存后再放进来。"
_REVISION_HINT = "用 WPS 或 Word 打开，在「审阅」里接受或拒绝所有修订，保存后再放进来。"


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through a Word document."""
    del name
    office = Office(raw, budget, "document", "Word（.docx）")
    return office.examine(_Document(office).look)


class _Document:
    def __init__(self, office: Office) -> None:
        self.office = office
        self.package = office.package
        self.notes = office.notes
        self.hidden_styles: set[str] = set()

    def look(self) -> None:
        main = self.office.main
        styles = self.package.target(main, "styles")
        if styles:
            self.hidden_styles = _hidden_styles(self.package.root(styles))
        for name in self.office.xml_parts():
            label = self.office.labels.get(name, "")
            root = self.package.root(name)
            if label in _STORIES:
                self._story(label, root)
            elif label != "属性":
                self.notes.text(label or "其他部件", running_text(root))
        settings = self.package.target(main, "settings")
        if settings:
            self._settings(settings)

    def _story(self, label: str, root: Element) -> None:
        self.notes.text(label, running_text(root))
        tracked = Counter(
            _TRACKED[local(one.tag)] for one in every(root, *_TRACKED) if _is_tracked(one)
        )
        if tracked:
            counts = "、".join(f"{kind} {count} 处" for kind, count in tracked.items())
            self.notes.say("P303", f"{label}里有修订记录：{counts}", _REVISION_HINT)
        hidden = faint = 0
        for run in every(root, "r"):
            if not any(True for _ in every(run, "t", "instrText", "drawing", "pict", "sym")):
                continue
            if self._is_hidden(run):
                hidden += 1
            elif _is_faint(run):
                faint += 1
        if hidden:
            self.office.hidden(f"{label}里有隐藏的文字 {hidden} 处")
        if faint:
            self.office.hidden(f"{label}里有看不见的文字（白色或极小）{faint} 处")
        rows = sum(on(one, "hidden") for one in every(root, "trPr"))
        if rows:
            self.office.hidden(f"{label}里有隐藏的表格行 {rows} 行")
        self.office.fallback(label, root)
        self._fields(label, root)

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        switch = child(properties, "vanish")
        if switch is not None:
            return on(properties, "vanish")
        style = child(properties, "rStyle")
        names = [attribute(style, "val")] if style is not None else []
        paragraph = next((one for one in run.iterancestors() if local(one.tag) == "p"), None)
        style = child(paragraph, "pPr", "pStyle")
        names += [attribute(style, "val")] if style is not None else []
        return not self.hidden_styles.isdisjoint(names or [""])

    def _fields(self, label: str, root: Element) -> None:
        for paragraph in every(root, "p"):
            code = "".join(one.text or "" for one in every(paragraph, "instrText"))
            simple = " ".join(attribute(one, "instr") for one in every(paragraph, "fldSimple"))
            words = f"{code} {simple}".upper().split()
            loading = next((one for one in words if one in _LOADING_FIELDS), None)
            if loading:
                message = f"{label}里有引用文件外面内容的域（{loading}）"
                self.notes.say("P306", message, _FIELD_HINT)

    def _settings(self, name: str) -> None:
        root = self.package.root(name)
        changed = False
        for element in list(root):
            label = _IDENTIFYING.get(local(element.tag))
            if label:
                values = [v for one in element.iter() for v in one.attrib.values()]
                self.notes.property(label, "\n".join(values))
                remove(element)
                changed = True
        if child(root, "mailMerge") is not None:
            hint = "在「邮件」里把文档改回普通文档，保存后再放进来。"
            self.notes.say("P306", "有邮件合并的数据来源", hint)
        if changed:
            self.package.changed(name)


def _is_tracked(element: Element) -> bool:
    # `w:del` and `w:ins` in a cell's or a run's properties are marks as well; in mathematics
    # there is a `del` without an author.
    return bool(attribute(element, "author") or attribute(element, "id"))


def _hidden_styles(root: Element) -> set[str]:
    """The ids of styles whose text is hidden; "" for text without a style."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    default: Any = child(root, "docDefaults", "rPrDefault", "rPr")
    found = {""} if on(default, "vanish") else set()
    for style in children(root, "style"):
        identifier = attribute(style, "styleId")
        properties = child(style, "rPr")
        switch = child(properties, "vanish")
        own[identifier] = None if switch is None else on(properties, "vanish")
        parent = child(style, "basedOn")
        based[identifier] = "" if parent is None else attribute(parent, "val")
    for identifier in own:
        name, steps = identifier, 0
        while own.get(name) is None and based.get(name) and steps < 20:
            name, steps = based[name], steps + 1
        if own.get(name):
            found.add(identifier)
    return found


def _is_faint(run: Element) -> bool:
    properties = child(run, "rPr")
    size = child(properties, "sz")
    half_points = attribute(size, "val") if size is not None else ""
    if half_points.isdecimal() and int(half_points) <= _SMALLEST_HALF_POINTS:
        return True
    color = child(properties, "color")
    if color is None or attribute(color, "val").upper() != "FFFFFF":
        return False
    return not _has_background(run)


def _has_background(run: Element) -> bool:
    if child(run, "rPr", "shd") is not None or child(run, "rPr", "highlight") is not None:
        return True
    for around in run.iterancestors():
        name = local(around.tag)
        if name == "txbxContent" or child(around, f"{name}Pr", "shd") is not None:
            return True
        if name == "tbl" and child(around, "tblPr", "tblStyle") is not None:
            return True
        if name == "document" and child(around, "background") is not None:
            return True
    return False
