"""Spreadsheets.

After ECMA-376 part 1, SpreadsheetML.
"""

from __future__ import annotations

from ..base.xml_elements import child, local
from ._cells import Looks, Sheet, read_looks
from ._examined import Budget, Examined
from ._office import Office, running_text
from ._xml import Element, attribute, children, every, is_on, remove

ENDINGS = ("xlsx",)

_IDENTIFYING = {
    "absPath": "文件原来的路径",
    "fileSharing": "写保护信息",
    "revisionPtr": "修订编号",
}


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through a spreadsheet."""
    del name
    office = Office(raw, budget, "workbook", "Excel（.xlsx）")
    return office.examine(_Workbook(office).look)


class _Workbook:
    def __init__(self, office: Office) -> None:
        self.office = office
        self.package = office.package
        self.notes = office.notes
        self.strings: list[str] = []
        self.used: set[int] = set()
        self.looks = Looks()

    def look(self) -> None:
        main = self.office.main
        strings = self.package.target(main, "sharedStrings")
        if strings:
            root = self.package.root(strings)
            self.strings = [running_text(one) for one in children(root, "si")]
        styles = self.package.target(main, "styles")
        if styles:
            self.looks = read_looks(self.package.root(styles))
        root = self.package.root(main)
        self._identifying(root)
        relations = {one.id: one.target for one in self.package.relations(main)}
        listed = child(root, "sheets")
        for sheet in [] if listed is None else children(listed, "sheet"):
            self._sheet(sheet, relations.get(attribute(sheet, "id"), ""))
        names = child(root, "definedNames")
        for one in [] if names is None else children(names, "definedName"):
            name = attribute(one, "name")
            self.notes.text("名称", f"{name}\n{one.text or ''}\n{attribute(one, 'comment')}")
            if is_on(one.get("hidden", "0")) and not name.startswith("_xlnm."):
                self.office.hidden(f"有隐藏的名称「{name[:30]}」")
        unused = [text for n, text in enumerate(self.strings) if n not in self.used and text]
        if unused:
            self.notes.text("没有用到的单元格文字", "\n".join(unused))
            self.office.hidden(f"文件里留着已删去的单元格文字 {len(unused)} 条")
        for name in self.office.xml_parts():
            label = self.office.labels.get(name, "其他部件")
            if label not in ("工作表", "单元格文字", "属性", "计算顺序", "正文"):
                self.notes.text(label, running_text(self.package.root(name)))

    def _identifying(self, root: Element) -> None:
        changed = False
        for element in list(every(root, *_IDENTIFYING)):
            values = "\n".join(map(str, element.attrib.values()))
            self.notes.property(_IDENTIFYING[local(element.tag)], values)
            alternative = element.getparent().getparent()
            remove(element)
            # An alternative for programs that know the path is an empty shell now.
            if alternative is not None and local(alternative.tag) == "AlternateContent":
                remove(alternative)
            changed = True
        if changed:
            self.package.changed(self.office.main)

    def _sheet(self, element: Element, part: str) -> None:
        name = attribute(element, "name")
        place = f"工作表「{name}」"
        state = attribute(element, "state")
        if state in ("hidden", "veryHidden"):
            how = "深度隐藏的（要用宏编辑器才能显示）" if state == "veryHidden" else "隐藏的"
            self.office.hidden(f"{place}是{how}")
        self.notes.text("工作表名称", name)
        if part not in self.package.parts:
            return
        root = self.package.root(part)
        if local(root.tag) != "worksheet":
            self.notes.text(place, running_text(root))
            return
        sheet = Sheet(root, self.strings, self.looks)
        self.used |= sheet.used
        self.notes.text(place, sheet.text)
        self.notes.text(f"{place}的公式和设置", sheet.rest)
        if sheet.hidden_rows:
            self.office.hidden(f"{place}有隐藏的行：第 {_listed(sheet.hidden_rows)} 行")
        if sheet.hidden_columns:
            self.office.hidden(f"{place}有隐藏的列：{_listed(sheet.hidden_columns)} 列")
        if sheet.faint:
            cells = _listed(sheet.faint)
            self.office.hidden(f"{place}有看不见的单元格（白色文字或「;;;」格式）：{cells}")
        self.office.fallback(place, root)


def _listed(names: list[str]) -> str:
    shown = "、".join(names[:5])
    return f"{shown} 等 {len(names)} 处，即" if len(names) > 5 else shown
