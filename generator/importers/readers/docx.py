"""Word documents: paragraphs, headings, lists, tables, notes and text boxes as one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...base.finding import Finding
from ...base.xml_elements import child, local
from ..source import INVISIBLE, ODD_BREAK, Account, Paragraph, Reader, Source, file_name, refusal
from ._numbering import read_numbering
from ._package import Package, PackageError, attribute, open_package
from ._runs import MAX_DEPTH, paragraph_text
from ._styles import Style, outline_level, read_styles, switched_on
from ._told import told_findings

_BLOCKS = frozenset(
    ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice")
)


def _claims(raw: bytes, path: str) -> bool:
    return raw.startswith(b"PK\x03\x04") or path.lower().endswith(".docx")


def read(raw: bytes, path: str) -> Source | Finding:
    """Read a Word document; a finding says why it was refused."""
    try:
        walker = _Walker(open_package(raw))
        walker.walk()
    except PackageError as error:
        return refusal(path, error.code, error.message, error.hint)
    except (ValueError, RecursionError):
        hint = "用 WPS 或 Word 打开后另存为新的 .docx，再导入。"
        return refusal(path, "I102", "Word 文件里的内容已损坏", hint)
    if not walker.paragraphs:
        hint = "可能是扫描件：先识别成文字（OCR），逐字核对，再导入。"
        return refusal(path, "I102", "Word 文件里没有文字", hint)
    findings = told_findings(path, walker.told, len(walker.unseen))
    return Source(
        path,
        file_name(path),
        tuple(walker.paragraphs),
        "\n".join(walker.raw),
        Account(added=tuple(walker.added)),
        tuple(findings),
    )


class _Walker:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = read_styles(package.styles)
        self.numbering = read_numbering(package.numbering)
        self.told: Counter[str] = Counter(
            {"批注": package.comments, "图片": package.images, "嵌入": package.embedded}
        )
        self.paragraphs: list[Paragraph] = []
        self.raw: list[str] = []
        self.added: list[tuple[str, str]] = []
        self.unseen = ""
        self.line = 0
        self.joined: Paragraph | None = None

    def walk(self) -> None:
        for paragraph in self._blocks(self.package.document, 0):
            self.paragraphs.append(paragraph)
        if self.joined is not None:
            self.paragraphs.append(self.joined)

    def _blocks(self, element: Element, depth: int) -> Iterator[Paragraph]:
        if depth > MAX_DEPTH:
            raise ValueError("nested too deep")
        for one in element:
            name = local(one.tag)
            if name == "p":
                yield from self._paragraph(one, depth)
            elif name == "tbl":
                yield from self._table(one, depth)
            elif name in _BLOCKS or name == "body":
                self.told["插入"] += name in ("ins", "moveTo")
                yield from self._blocks(one, depth + 1)
            elif name in ("del", "moveFrom"):
                self.told["删除"] += 1

    def _paragraph(self, element: Element, depth: int) -> Iterator[Paragraph]:
        self.line += 1
        properties = child(element, "pPr")
        named = attribute(child(properties, "pStyle"), "val") or ""
        style = self.styles.get(named, Style())
        text = paragraph_text(element, self.styles, style, self.told)
        merged = child(properties, "rPr", "del") is not None
        prefix = self._number(properties, style, text.text)
        given = outline_level(properties)
        level = style.level if given is None else given
        whole = self._clean(prefix + (text.text.lstrip() if prefix else text.text))
        yield from self._lines(whole, level, strong=text.strong, merged=merged)
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
        text = ODD_BREAK.sub("\n", text)
        self.unseen += "".join(INVISIBLE.findall(text))
        return INVISIBLE.sub("", text)

    def _lines(self, text: str, level: int, *, strong: bool, merged: bool) -> Iterator[Paragraph]:
        """Make a paragraph of each line; a paragraph whose mark was deleted joins the next."""
        if self.joined is not None:
            before, self.joined = self.joined, None
            level, strong = before.level, before.strong and strong
            text = before.text + text
            self.raw.pop()
        lines = [line.strip() for line in text.split("\n")]
        lines = [line for line in lines if line]
        level = min(level, 6) if len(lines) == 1 and len(text) <= 200 else 0
        for number, line in enumerate(lines):
            mark = "#" * level
            if mark:
                self.added.append(("标题记号", mark))
            made = Paragraph(line, self.line, level, strong=strong, mark=mark)
            self.raw.append(line)
            if merged and number == len(lines) - 1:
                self.joined = made
                if mark:
                    self.added.pop()
            else:
                yield made

    def _note(self, kind: str, number: str, depth: int) -> Iterator[Paragraph]:
        root = self.package.footnotes if kind == "footnote" else self.package.endnotes
        for one in root if root is not None else ():
            if attribute(one, "id") == number:
                self.told["脚注"] += 1
                inner = list(self._blocks(one, depth + 1))
                label = f"[注{number}]" if kind == "footnote" else f"[尾注{number}]"
                for position, paragraph in enumerate(inner):
                    shown = f"{label} {paragraph.text}" if position == 0 else paragraph.text
                    if position == 0:
                        self.raw.append(label)
                    yield Paragraph(shown, paragraph.line)

    def _table(self, table: Element, depth: int) -> Iterator[Paragraph]:
        rows = [list(self._row(row, depth + 1)) for row in self._inside(table, "tr", 0)]
        rows = [row for row in rows if row]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from rows[0][0]
            return
        for one in (one for row in rows for cell in row for one in cell if one.mark):
            self.added.remove(("标题记号", one.mark))
        width = max((len(row) for row in rows), default=0)
        for number, row in enumerate(rows):
            cells = [self._cell(cell) for cell in row]
            cells += [""] * (width - len(cells))
            yield self._table_line(f"| {' | '.join(cells)} |", "|" * (width + 1))
            if number == 0:
                yield self._table_line("|" + " --- |" * width, "|" * (width + 1) + "---" * width)

    def _table_line(self, text: str, added: str) -> Paragraph:
        self.added.append(("表格线", added))
        return Paragraph(text, self.line, row=True)

    def _cell(self, cell: list[Paragraph]) -> str:
        self.added.append(("表格线", "\\" * sum(one.text.count("|") for one in cell)))
        return " ".join(one.text.replace("|", "\\|") for one in cell)

    def _row(self, row: Element, depth: int) -> Iterator[list[Paragraph]]:
        if child(row, "trPr", "del") is not None:
            self.told["删除"] += 1
            return
        for cell in self._inside(row, "tc", 0):
            yield list(self._blocks(cell, depth + 1))
            span = attribute(child(cell, "tcPr", "gridSpan"), "val")
            for _ in range(min(int(span or 1), 60) - 1):
                yield []

    def _inside(self, element: Element, wanted: str, depth: int) -> Iterator[Element]:
        for one in element:
            if local(one.tag) == wanted:
                yield one
            elif local(one.tag) in _BLOCKS and depth < MAX_DEPTH:
                yield from self._inside(one, wanted, depth + 1)


READER = Reader("Word 文档", (".docx",), _claims, read, order=20)
