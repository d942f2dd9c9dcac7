"""Presentations.

After ECMA-376 part 1, PresentationML.
"""

from __future__ import annotations

from ..base.xml_elements import child, local
from ._examined import Budget, Examined
from ._office import Office, running_text
from ._xml import Element, attribute, children, every, is_on

ENDINGS = ("pptx",)

_NOTES_HINT = "用 WPS 或 PowerPoint 打开，删去幻灯片下面的备注，保存后再放进来。"
_SHAPES = frozenset(("sp", "pic", "graphicFrame", "grpSp", "cxnSp"))
_SPARE_PLACEHOLDERS = frozenset(("sldNum", "dt", "hdr", "ftr", "sldImg"))


def examine(name: str, raw: bytes, budget: Budget) -> Examined:
    """Look through a presentation."""
    del name
    office = Office(raw, budget, "presentation", "演示文稿（.pptx）")
    return office.examine(_Presentation(office).look)


class _Presentation:
    def __init__(self, office: Office) -> None:
        self.office = office
        self.package = office.package
        self.notes = office.notes
        self.size = (0, 0)

    def look(self) -> None:
        main = self.office.main
        root = self.package.root(main)
        size = child(root, "sldSz")
        if size is not None:
            self.size = (_number(size, "cx"), _number(size, "cy"))
        relations = {one.id: one.target for one in self.package.relations(main)}
        listed = child(root, "sldIdLst")
        shown = [] if listed is None else children(listed, "sldId")
        slides = [relations.get(_relation_id(one), "") for one in shown]
        spare = {one.target for one in self.package.relations(main) if one.role == "slide"}
        if spare - set(slides):
            self.office.hidden("有不在放映顺序里的幻灯片")
        for number, name in enumerate(slides, 1):
            if name in self.package.parts:
                self._slide(number, name)
        for name in self.office.xml_parts():
            label = self.office.labels.get(name, "其他部件")
            if not label.startswith("第 ") and label != "属性":
                self.notes.text(label, running_text(self.package.root(name)))

    def _slide(self, number: int, name: str) -> None:
        place = f"第 {number} 张幻灯片"
        self.office.labels[name] = place
        root = self.package.root(name)
        self.notes.text(place, running_text(root))
        if "show" in root.attrib and not is_on(root.attrib["show"]):
            self.office.hidden(f"{place}是隐藏的")
        if any(is_on(one.get("hidden", "0")) for one in every(root, "cNvPr")):
            self.office.hidden(f"{place}里有隐藏的图形")
        self.office.fallback(place, root)
        tree = child(root, "cSld", "spTree")
        if any(self._outside(one) for one in ([] if tree is None else tree)):
            self.office.hidden(f"{place}的页面外面有内容")
        notes = self.package.target(name, "notesSlide")
        if notes:
            self._notes(place, notes)

    def _notes(self, place: str, name: str) -> None:
        self.office.labels[name] = f"{place}的备注"
        text = "\n".join(
            running_text(shape)
            for shape in every(self.package.root(name), "sp", "graphicFrame")
            if _placeholder(shape) not in _SPARE_PLACEHOLDERS
        ).strip()
        if text:
            self.notes.text(f"{place}的备注", text)
            self.notes.say("P305", f"{place}有备注", _NOTES_HINT)

    def _outside(self, shape: Element) -> bool:
        """Whether a shape lies wholly beyond the edges of its slide."""
        if local(shape.tag) not in _SHAPES or not self.size[0]:
            return False
        frame = child(shape, "xfrm")
        for holder in ("spPr", "grpSpPr"):
            frame = child(shape, holder, "xfrm") if frame is None else frame
        start, extent = child(frame, "off"), child(frame, "ext")
        if start is None or extent is None:
            return False
        left, top = _number(start, "x"), _number(start, "y")
        right, bottom = left + _number(extent, "cx"), top + _number(extent, "cy")
        width, height = self.size
        return right <= 0 or bottom <= 0 or left >= width or top >= height


def _relation_id(element: Element) -> str:
    keys = [key for key in element.attrib if str(key).endswith("relationships}id")]
    return str(element.attrib[keys[0]]) if keys else ""


def _placeholder(shape: Element) -> str:
    for one in every(shape, "ph"):
        return attribute(one, "type") or "body"
    return ""


def _number(element: Element, name: str) -> int:
    try:
        return int(attribute(element, name))
    except ValueError:
        return 0
