"""The parts of a Word file, read within bounds: no bomb, no entity, no macro gets through."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ...base.archive import Archive, ArchiveError, ArchiveLimits, ArchiveProblem
from ...base.xml_elements import local

MAX_FILE = 64 * 1024 * 1024
LIMITS = ArchiveLimits(members=4000, member=24 * 1024**2, total=128 * 1024**2, ratio=250)
MAX_TAGS = 800_000
"""Tags in all parts together; each takes some hundred bytes of memory."""

_TO_DOCX = "用 WPS 或 Word 打开，选「文件 → 另存为」，类型选「Word 文档（*.docx）」，再导入。"
_AGAIN = "重新取得这份文件；或用 WPS、Word 打开后另存为新的 .docx，再导入。"
_REFUSED = {
    ArchiveProblem.DAMAGED: ("I102", "Word 文件已损坏，或没有下载完", _AGAIN),
    ArchiveProblem.LOCKED: ("I101", "Word 文件设了密码，读不出来", "去掉密码后另存一份再导入。"),
    ArchiveProblem.CROWDED: ("I103", "Word 文件里的部件多得不正常，没有读取", _AGAIN),
    ArchiveProblem.SWOLLEN: ("I103", "Word 文件解开后大得不正常，没有读取", _AGAIN),
}


class PackageError(Exception):
    """The file cannot be read; code, Chinese message, hint and paragraph are its arguments."""

    def __init__(self, code: str, message: str, hint: str = _AGAIN, line: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.line = code, message, hint, line


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the name of another part, or an address outside of the file."""

    role: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """The parts of a Word file that hold text, parsed; None where the file has no such part."""

    archive: Archive
    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    comments: int
    embedded: int
    margins: tuple[Element, ...] = ()
    """Headers and footers."""
    drawings: tuple[Element, ...] = ()
    """Texts of diagrams and charts."""
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    """By the name of the part without folder and ending, by id."""

    def relation(self, story: str, identity: str) -> Relation | None:
        """Return what a part, `document` or `footnotes`, refers to under an id."""
        return self.relations.get(story, {}).get(identity)

    def bytes_of(self, part: str) -> bytes:
        """Return the bytes of a part, none where the file has no such part.

        Raises PackageError where it must not be unpacked.
        """
        try:
            return self.archive.read(part) if part in self.archive.names else b""
        except ArchiveError as error:
            raise PackageError(*_REFUSED[error.problem]) from error


def attribute(element: Element | None, name: str) -> str | None:
    """Return the value of an attribute by its local name, None where there is none."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if local(key) == name:
            return value
    return None


def open_package(raw: bytes) -> Package:
    """Open a Word file.

    Raises PackageError with a Chinese sentence where it cannot or must not be read.
    """
    if len(raw) > MAX_FILE:
        raise PackageError(
            "I103",
            f"文件太大，上限是 {MAX_FILE // 1024 // 1024} MB",
            "把它拆成几个文件，或在 Word 里压缩图片后再导入。",
        )
    try:
        return _Opener(Archive(raw, LIMITS)).package()
    except ArchiveError as error:
        raise PackageError(*_REFUSED[error.problem]) from error
    except DefusedXmlException as error:
        raise PackageError("I102", "Word 文件里有实体定义，可能有害，没有读取") from error
    except (ParseError, RecursionError, ValueError, LookupError) as error:
        raise PackageError("I102", "Word 文件里的内容已损坏") from error


class _Opener:
    def __init__(self, archive: Archive) -> None:
        if archive.repeated:
            raise ArchiveError(ArchiveProblem.DAMAGED)
        self.archive = archive
        self.entries = frozenset(archive.names)
        self.tags = 0

    def package(self) -> Package:
        names = self.archive.names
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise PackageError("I101", "不能导入带宏的 Word 文件", _TO_DOCX)
        main = self._main()
        folder, name = posixpath.split(main)
        document = self._xml(main)
        if document is None or local(document.tag) != "document":
            raise PackageError("I101", "这不是 Word 文档", _TO_DOCX)

        def part(name: str) -> Element | None:
            return self._xml(posixpath.join(folder, name))

        stories = {
            "document": name, **{one: f"{one}.xml" for one in ("footnotes", "endnotes", "settings")}
        }  # fmt: skip
        relations = {story: self._relations(folder, name) for story, name in stories.items()}
        own = relations["document"].values()
        comments = part("comments.xml")
        return Package(
            self.archive,
            document,
            part("styles.xml"),
            part("numbering.xml"),
            part("footnotes.xml"),
            part("endnotes.xml"),
            0 if comments is None else len(comments),
            sum("/embeddings/" in name or "afchunk" in name.lower() for name in names),
            self._parts(own, ("header", "footer")),
            self._parts(own, ("diagramData", "chart")),
            relations,
        )

    def _relations(self, folder: str, name: str) -> dict[str, Relation]:
        root = self._xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in root if root is not None else ():
            external = str(attribute(one, "TargetMode")).lower() == "external"
            target = str(attribute(one, "Target") or "")
            if not external:
                joined = posixpath.join("/", folder, target.partition("#")[0])
                target = posixpath.normpath(joined).lstrip("/")
            role = str(attribute(one, "Type")).rstrip("/").rpartition("/")[2]
            found[str(attribute(one, "Id"))] = Relation(role, target, external)
        return found

    def _parts(self, relations: Iterable[Relation], roles: tuple[str, ...]) -> tuple[Element, ...]:
        wanted = dict.fromkeys(
            one.target for one in relations if one.role in roles and not one.external
        )
        found = (self._xml(name) for name in wanted)
        return tuple(root for root in found if root is not None)

    def _main(self) -> str:
        names = self.entries
        if "xl/workbook.xml" in names:
            raise PackageError(
                "I101", "这是 Excel 表格，不是 Word 文档", "案例和法规请存成 .docx 或 .txt 再导入。"
            )
        if "ppt/presentation.xml" in names:
            raise PackageError(
                "I101", "这是演示文稿，不是 Word 文档", "把正文复制到 .docx 再导入。"
            )
        relations = self._xml("_rels/.rels")
        for one in relations if relations is not None else ():
            if str(attribute(one, "Type")).endswith("/officeDocument"):
                target = str(attribute(one, "Target")).lstrip("/")
                if target in names:
                    return target
        if "word/document.xml" in names:
            return "word/document.xml"
        raise PackageError("I101", "这是压缩包，不是 Word 文档", "先解压，再导入里面的文件。")

    def _xml(self, name: str) -> Element | None:
        if name not in self.entries:
            return None
        raw = self.archive.read(name)
        self.tags += raw.count(b"<")
        if self.tags > MAX_TAGS:
            raise ArchiveError(ArchiveProblem.SWOLLEN)
        return fromstring(raw, forbid_dtd=True)
