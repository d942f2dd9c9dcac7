"""The text of a Word paragraph: insertions kept, deletions and hidden text left out, told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...base.xml_elements import child, local
from ._package import attribute
from ._styles import Style, switched_on

_DELETED = frozenset(("del", "moveFrom"))
_INSERTED = frozenset(("ins", "moveTo"))
_SKIPPED = frozenset(
    (
        "pPr",
        "rPr",
        "instrText",
        "delText",
        "delInstrText",
        "fldData",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "Fallback",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "del",
        "moveFrom",
        "numberingChange",
    )
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
MAX_DEPTH = 60


@dataclass
class Text:
    """The text of one paragraph, with what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Contents of text boxes that are anchored here."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of footnotes and endnotes referred to."""

    @property
    def text(self) -> str:
        """The text."""
        return "".join(self.pieces)

    @property
    def strong(self) -> bool:
        """Whether all visible text is bold."""
        return bool(self.bold) and all(self.bold)


def paragraph_text(
    paragraph: Element, styles: dict[str, Style], style: Style, told: Counter[str]
) -> Text:
    """Collect the text of a paragraph; `told` counts what is treated specially."""
    text = Text()
    _collect(paragraph, text, styles, style, told, 0)
    return text


def _collect(
    element: Element,
    text: Text,
    styles: dict[str, Style],
    style: Style,
    told: Counter[str],
    depth: int,
) -> None:
    if depth > MAX_DEPTH:
        raise ValueError("nested too deep")
    for one in element:
        name = local(one.tag)
        if name in _DELETED:
            told["删除"] += 1
        elif name == "r":
            _run(one, text, styles, style, told, depth + 1)
        elif name == "rt":
            told["注音"] += 1
        elif name not in _SKIPPED:
            told["插入"] += name in _INSERTED
            if name == "t":
                text.pieces.append(one.text or "")
            _collect(one, text, styles, style, told, depth + 1)


def _run(
    run: Element,
    text: Text,
    styles: dict[str, Style],
    style: Style,
    told: Counter[str],
    depth: int,
) -> None:
    properties = child(run, "rPr")
    own = styles.get(str(attribute(child(properties, "rStyle"), "val")), Style())
    hidden = switched_on(child(properties, "vanish"))
    if hidden is None:
        hidden = own.hidden or style.hidden
    bold = switched_on(child(properties, "b"))
    bold = (own.bold or style.bold) if bold is None else bold
    inner = Text()
    for one in _contents(run, inner, told, depth):
        inner.pieces.append(one)
    seen = inner.text
    text.boxes += inner.boxes
    if hidden:
        if seen.strip():
            told["隐藏文字"] += 1
            text.hidden.append(seen)
        return
    text.notes += inner.notes
    text.pieces.append(seen)
    if seen.strip():
        text.bold.append(bold)


def _contents(run: Element, inner: Text, told: Counter[str], depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        raise ValueError("nested too deep")
    for one in run:
        name = local(one.tag)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            kind = attribute(one, "type")
            yield "" if kind in ("page", "column") else _SIGNS[name]
        elif name == "sym":
            told["符号"] += 1
            yield _symbol(one)
        elif name in ("footnoteReference", "endnoteReference"):
            kind, number = name.removesuffix("Reference"), str(attribute(one, "id"))
            inner.notes.append((kind, number))
            yield f"[注{number}]" if kind == "footnote" else f"[尾注{number}]"
        elif name == "txbxContent":
            told["文本框"] += 1
            inner.boxes.append(one)
        elif name in _DELETED:
            told["删除"] += 1
        elif name == "rt":
            told["注音"] += 1
        elif name not in _SKIPPED:
            yield from _contents(one, inner, told, depth + 1)


def _symbol(element: Element) -> str:
    """The sign of w:sym; those of symbol fonts have no meaning outside and become a bullet."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF else chr(code)
