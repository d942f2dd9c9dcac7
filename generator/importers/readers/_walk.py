"""The blocks of a Word document in reading order, as paragraphs and rows of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...base.xml_elements import child, local
from ..source import INVISIBLE, ODD_BREAK, Cell, Paragraph
from ..tables import table_lines
from ._numbering import read_numbering
from ._package import Package, attribute
from ._pictures import Pictures
from ._runs import MAX_DEPTH, Text, drawn, paragraph_text
from ._styles import Style, outline_level, read_styles, switched_on

_BLOCKS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "Choice", "Fallback"))
_LONGEST_HEADING = 200
_WIDEST = 60


class Walker:
    """One pass over a document; what it finds is in its fields."""

    def __init__(self, package: Package, pictures: Pictures) -> None:
        """Read what styles and lists mean."""
        self.package = package
        self.pictures = pictures
        self.styles = read_styles(package.styles)
        self.numbering = read_numbering(package.numbering)
        links = package.relations.get("document", {}).values()
        self.told: Counter[str] = Counter(
            {
                "批注": package.comments,
                "嵌入": package.embedded,
                "链接": sum(one.external and one.role == "hyperlink" for one in links),
            }
        )
        self.first: dict[str, int] = dict.fromkeys(+self.told, 0)
        """In which paragraph a kind was met first."""
        self.paragraphs: list[Paragraph] = []
        self.raw: list[str] = []
        self.dropped: list[tuple[str, str]] = []
        self.unseen = ""
        self.line = 0
        self.story = "document"

    def walk(self) -> None:
        """Read the document."""
        self.paragraphs += self._blocks(self.package.document, 0)

    def _blocks(self, element: Element, depth: int) -> Iterator[Paragraph]:
        if depth > MAX_DEPTH:
            raise ValueError("nested too deep")
        for one in element:
            name = local(one.tag)
            if name == "p":
                yield from self._paragraph(one, depth)
                for kind in +self.told:
                    self.first.setdefault(kind, self.line)
            elif name == "tbl":
                yield from self._table(one, depth)
            elif name == "AlternateContent":
                branch = drawn(one)
                if branch is not None:
                    yield from self._blocks(branch, depth + 1)
            elif name in _BLOCKS or name == "body":
                yield from self._blocks(one, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> Iterator[Paragraph]:
        self.line += 1
        line = self.line
        properties = child(element, "pPr")
        named = attribute(child(properties, "pStyle"), "val") or ""
        style = self.styles.get(named, self.styles.get("", Style()))
        text = paragraph_text(element, self.styles, style, self.told)
        self.dropped += [("拼音注音", one) for one in text.read_aloud]
        prefix = self._number(properties, style, text.text)
        given = outline_level(properties)
        yield from self._lines(text, prefix, style.level if given is None else given)
        for identity in text.pictures:
            shown = self.pictures.paragraph(self.story, identity, line)
            if shown is not None:
                yield shown
        for box in text.boxes:
            yield from self._blocks(box, depth + 1)
        for kind, number in text.notes:
            yield from self._note(kind, number, depth)

    def _number(self, properties: Element | None, style: Style, text: str) -> str:
        numbered = child(properties, "numPr")
        number = attribute(child(numbered, "numId"), "val") or style.number
        depth = int(attribute(child(numbered, "ilvl"), "val") or style.depth)
        hidden = switched_on(child(properties, "rPr", "vanish"))
        if number in (None, "0") or not text.strip() or hidden:
            return ""
        return self.numbering.prefix(str(number), depth)

    def _clean(self, text: str) -> str:
        return INVISIBLE.sub("", ODD_BREAK.sub("\n", text))

    def _lines(self, text: Text, prefix: str, level: int) -> Iterator[Paragraph]:
        """Make a paragraph of each line."""
        given = prefix + (text.text.lstrip() if prefix else text.text)
        self.unseen += "".join(INVISIBLE.findall(ODD_BREAK.sub("\n", given)))
        whole = self._clean(given)
        lead = len(self._clean(prefix + text.lead.lstrip()).split("\n")[0].strip())
        lines = [line.strip() for line in whole.split("\n")]
        lines = [line for line in lines if line]
        level = min(level, 6) if len(lines) == 1 and len(whole) <= _LONGEST_HEADING else 0
        mark = "#" * level
        for number, line in enumerate(lines):
            self.raw.append(line)
            yield Paragraph(
                line,
                self.line,
                level,
                strong=text.strong,
                mark=mark,
                lead=min(lead, len(line)) if text.lead.strip() and number == 0 else 0,
                added=(("标题记号", mark),) if mark else (),
            )

    def _note(self, kind: str, number: str, depth: int) -> Iterator[Paragraph]:
        root = self.package.footnotes if kind == "footnote" else self.package.endnotes
        before, self.story = self.story, f"{kind}s"
        for one in root if root is not None else ():
            if attribute(one, "id") != number:
                continue
            self.told["脚注"] += 1
            inner = list(self._blocks(one, depth + 1))
            label = f"[注{number}]" if kind == "footnote" else f"[尾注{number}]"
            for position, paragraph in enumerate(inner):
                if position or paragraph.row or paragraph.picture:
                    yield paragraph
                else:
                    self.raw.append(label)
                    yield Paragraph(f"{label} {paragraph.text}", paragraph.line)
        self.story = before

    def _table(self, table: Element, depth: int) -> Iterator[Paragraph]:
        rows = [tuple(self._row(row, depth + 1)) for row in self._inside(table, "tr", 0)]
        rows = [row for row in rows if row]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from rows[0][0].paragraphs
            return
        yield from table_lines(rows, self.line)

    def _row(self, row: Element, depth: int) -> Iterator[Cell]:
        for cell in self._inside(row, "tc", 0):
            properties = child(cell, "tcPr")
            span = attribute(child(properties, "gridSpan"), "val")
            merged = child(properties, "vMerge")
            below = merged is not None and attribute(merged, "val") in (None, "continue")
            inner = tuple(self._blocks(cell, depth + 1))
            yield Cell(inner, max(1, min(int(span or 1), _WIDEST)), below)

    def _inside(self, element: Element, wanted: str, depth: int) -> Iterator[Element]:
        for one in element:
            if local(one.tag) == wanted:
                yield one
            elif local(one.tag) in _BLOCKS and depth < MAX_DEPTH:
                yield from self._inside(one, wanted, depth + 1)
