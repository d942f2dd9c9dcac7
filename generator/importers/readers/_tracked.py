"""Tracked changes: whoever imports has to decide about them first, nobody else can."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...base.xml_elements import local
from ._package import Package, PackageError, attribute

_TRACKED = {
    "ins": "插入", "del": "删除", "moveFrom": "移动", "moveTo": "移动", "cellIns": "插入",
    "cellDel": "删除", "cellMerge": "合并",
}  # fmt: skip
_HINT = (
    "用 WPS 或 Word 打开，在「审阅」里选「接受 → 接受对文档的所有修订」"
    "（不要的先逐条拒绝），保存后再导入。"
)


def refuse_tracked(package: Package) -> None:
    """Raise PackageError where text was inserted, deleted or moved and nobody has decided."""
    counted: Counter[str] = Counter()
    first = 0
    for root in (package.document, package.footnotes, package.endnotes):
        line = 0
        for one in _elements(root):
            name = local(one.tag)
            line += name == "p"
            if name in _TRACKED and (attribute(one, "author") or attribute(one, "id")):
                counted[_TRACKED[name]] += 1
                first = first or max(line, 1)
    if counted:
        counts = "、".join(f"{kind} {number} 处" for kind, number in counted.items())
        message = f"有没有处理的修订：{counts}；第一处在第 {first} 段"
        raise PackageError("I106", message, _HINT, first)


def _elements(root: Element | None) -> Iterator[Element]:
    """Yield every element, those that only old programs show left out."""
    stack = [] if root is None else [root]
    while stack:
        one = stack.pop()
        yield one
        stack += [inner for inner in reversed(one) if local(inner.tag) != "Fallback"]
