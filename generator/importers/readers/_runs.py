"""The text of a Word paragraph with what hangs on it: boxes, notes, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...base.xml_elements import child, local
from ._package import attribute
from ._styles import Style, is_heading_face, switched_on

_SKIPPED = frozenset(
    (
        "pPr",
        "rPr",
        "delText",
        "delInstrText",
        "fldData",
        "sdtPr",
        "sdtEndPr",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "numberingChange",
    )
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_LOADING_FIELDS = frozenset(
    ("INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE")
)
_DRAWN = frozenset(("t", "txbxContent", "blip", "imagedata", "textpath", "relIds", "chart"))
MAX_DEPTH = 60


@dataclass
class Text:
    """The text of one paragraph, with what hangs on it."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    """Texts, and whether each is bold or in the typeface of headings."""
    hidden: list[str] = field(default_factory=list)
    read_aloud: list[str] = field(default_factory=list)
    """Pinyin above the signs."""
    codes: list[str] = field(default_factory=list)
    """Codes of fields."""
    boxes: list[Element] = field(default_factory=list)
    """Contents of text boxes that are anchored here."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of footnotes and endnotes referred to."""
    pictures: list[str] = field(default_factory=list)
    """Ids of the relations to pictures."""

    @property
    def text(self) -> str:
        """The text."""
        return "".join(piece for piece, _ in self.pieces)

    @property
    def lead(self) -> str:
        """What stands at the beginning in bold or in the typeface of headings."""
        found = ""
        for piece, heavy in self.pieces:
            if piece.strip() and not heavy:
                break
            found += piece
        return found

    @property
    def strong(self) -> bool:
        """Whether all visible text is bold or in the typeface of headings."""
        return bool(self.text.strip()) and self.lead == self.text

    @property
    def loads(self) -> str:
        """The name of a field that fetches something from outside, "" where there is none."""
        words = "".join(self.codes).upper().replace("\\", " ").split()
        return next((word for word in words if word in _LOADING_FIELDS), "")


def paragraph_text(
    paragraph: Element, styles: dict[str, Style], style: Style, told: Counter[str]
) -> Text:
    """Collect the text of a paragraph; `told` counts what is treated specially."""
    text = Text()
    _Collector(text, styles, style, told).collect(paragraph, 0)
    if text.loads:
        told["外部域"] += 1
    return text


def drawn(alternate: Element) -> Element | None:
    """Return the one branch of an mc:AlternateContent that is read."""
    choices = [one for one in alternate if local(one.tag) == "Choice"]
    for one in choices:
        if any(local(inner.tag) in _DRAWN for inner in one.iter()):
            return one
    fallback: Element | None = child(alternate, "Fallback")
    return fallback if fallback is not None else next(iter(choices), None)


class _Collector:
    def __init__(
        self, text: Text, styles: dict[str, Style], style: Style, told: Counter[str]
    ) -> None:
        self.text = text
        self.styles = styles
        self.style = style
        self.told = told

    def collect(self, element: Element, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise ValueError("nested too deep")
        for one in element:
            name = local(one.tag)
            if name == "r":
                self._run(one, depth + 1)
            elif name == "AlternateContent":
                branch = drawn(one)
                if branch is not None:
                    self.collect(branch, depth + 1)
            elif name in ("t", "txbxContent", "drawing", "pict", "sym"):
                for piece in self._contents([one], self.text, depth):
                    self.text.pieces.append((piece, False))
            elif name == "rt":
                self._aloud(one)
            elif name not in _SKIPPED:
                if name == "fldSimple":
                    self.text.codes.append(f" {attribute(one, 'instr')} ")
                self.collect(one, depth + 1)

    def _aloud(self, element: Element) -> None:
        self.told["注音"] += 1
        self.text.read_aloud += [one.text or "" for one in element.iter() if local(one.tag) == "t"]

    def _run(self, run: Element, depth: int) -> None:
        properties = child(run, "rPr")
        own = self.styles.get(str(attribute(child(properties, "rStyle"), "val")), Style())
        hidden = switched_on(child(properties, "vanish"))
        if hidden is None:
            hidden = own.hidden or self.style.hidden
        bold = switched_on(child(properties, "b"))
        bold = (own.bold or self.style.bold) if bold is None else bold
        face = attribute(child(properties, "rFonts"), "eastAsia") or own.face or self.style.face
        inner = Text()
        seen = "".join(self._contents(run, inner, depth))
        self.text.boxes += inner.boxes
        self.text.codes += inner.codes
        if hidden:
            if seen.strip():
                self.told["隐藏文字"] += 1
                self.text.hidden.append(seen)
            return
        self.text.notes += inner.notes
        self.text.pictures += inner.pictures
        self.text.pieces.append((seen, bold or is_heading_face(face)))

    def _contents(self, element: Element | list[Element], inner: Text, depth: int) -> Iterator[str]:
        if depth > MAX_DEPTH:
            raise ValueError("nested too deep")
        for one in element:
            name = local(one.tag)
            if name == "t":
                yield one.text or ""
            elif name == "instrText":
                inner.codes.append(one.text or "")
            elif name in _SIGNS:
                kind = attribute(one, "type")
                yield "" if kind in ("page", "column") else _SIGNS[name]
            elif name == "sym":
                self.told["符号"] += 1
                yield _symbol(one)
            elif name in ("footnoteReference", "endnoteReference"):
                kind, number = name.removesuffix("Reference"), str(attribute(one, "id"))
                inner.notes.append((kind, number))
                yield f"[注{number}]" if kind == "footnote" else f"[尾注{number}]"
            elif name == "txbxContent":
                self.told["文本框"] += 1
                inner.boxes.append(one)
            elif name == "textpath":
                self.told["艺术字"] += 1
                yield attribute(one, "string") or ""
            elif name in ("blip", "imagedata"):
                inner.pictures += _relation(one)
            elif name == "rt":
                self._aloud(one)
            elif name == "AlternateContent":
                branch = drawn(one)
                if branch is not None:
                    yield from self._contents(branch, inner, depth + 1)
            elif name not in _SKIPPED:
                yield from self._contents(one, inner, depth + 1)


def _relation(element: Element) -> list[str]:
    """The id of the picture that a:blip or v:imagedata shows."""
    for name in ("embed", "link", "id"):
        identity = attribute(element, name)
        if identity:
            return [identity]
    return []


def _symbol(element: Element) -> str:
    """The sign of w:sym; those of symbol fonts have no meaning outside and become a bullet."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF else chr(code)
