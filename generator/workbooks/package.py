"""The parts of a workbook that hold values, read within bounds: no bomb, no entity, no macro."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from ..base.archive import Archive, ArchiveError, ArchiveLimits
from ..base.xml_elements import local
from .refusals import OF_ARCHIVES, RefusedError, refuse_by_look, refuse_by_parts

_MEGABYTE = 1024 * 1024
LIMITS = ArchiveLimits(members=4000, member=256 * _MEGABYTE, total=384 * _MEGABYTE, ratio=250)


@dataclass(frozen=True)
class SheetPart:
    """One sheet: its name, whether it is hidden, and a call that gives its XML."""

    title: str
    hidden: bool
    raw: Callable[[], bytes]


@dataclass(frozen=True)
class Package:
    """The sheets of a workbook with what their cells refer to."""

    sheets: tuple[SheetPart, ...]
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    """The code of the number format of each cell style, by its number."""
    from_1904: bool = False
    """Whether days are counted from 1904, as on old Apple machines."""


def open_package(raw: bytes, path: str) -> Package:
    """Open a workbook; raises RefusedError where it cannot or must not be read."""
    refuse_by_look(raw, path)
    with guarded():
        archive = Archive(raw, LIMITS)
        refuse_by_parts(frozenset(archive.names))
        return _Opener(archive).package()


@contextmanager
def guarded() -> Iterator[None]:
    """Turn every way in which an archive or XML can be broken into a RefusedError."""
    try:
        yield
    except ArchiveError as error:
        raise RefusedError(*OF_ARCHIVES[error.problem]) from error
    except DefusedXmlException as error:
        raise RefusedError("I302", "表格里有实体定义，可能有害，没有读取") from error
    except (ParseError, RecursionError, LookupError, ValueError, OverflowError) as error:
        raise RefusedError("I302", "表格里的内容已损坏") from error


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its local name, "" where there is none."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


class _Opener:
    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.names = {name.lower(): name for name in archive.names}

    def package(self) -> Package:
        main = self._main()
        book = self._xml(main)
        if book is None or local(book.tag) != "workbook":
            raise RefusedError("I301", "这不是 Excel 表格（.xlsx）")
        related = self._relations(main)
        one_of = dict(related.values())
        sheets = []
        from_1904 = False
        for element in book.iter():
            if local(element.tag) == "workbookPr":
                from_1904 = attribute(element, "date1904") in ("1", "true")
            if local(element.tag) == "sheet":
                role, target = related.get(_relation_id(element), ("", ""))
                if role != "worksheet" or target.lower() not in self.names:
                    continue
                hidden = attribute(element, "state") in ("hidden", "veryHidden")
                raw = partial(self.archive.read, self.names[target.lower()])
                sheets.append(SheetPart(attribute(element, "name"), hidden, raw))
        strings = list(self._strings(one_of.get("sharedStrings", "")))
        return Package(tuple(sheets), strings, self._formats(one_of.get("styles", "")), from_1904)

    def _main(self) -> str:
        related = self._relations("")
        found = next((t for role, t in related.values() if role == "officeDocument"), "")
        return found if found.lower() in self.names else "xl/workbook.xml"

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Role and part by id, of what a part refers to inside of the file."""
        folder, name = posixpath.split(part)
        root = self._xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in root if root is not None else ():
            if attribute(one, "TargetMode").lower() != "external":
                target = posixpath.join("/", folder, attribute(one, "Target"))
                role = attribute(one, "Type").rstrip("/").rpartition("/")[2]
                found[attribute(one, "Id")] = (role, posixpath.normpath(target).lstrip("/"))
        return found

    def _strings(self, part: str) -> Iterator[str]:
        name = self.names.get(part.lower())
        if name is None:
            return
        depth = 0
        for event, element in iterparse(BytesIO(self.archive.read(name)), ("start", "end")):
            if local(element.tag) == "si":
                depth += 1 if event == "start" else -1
                if not depth:
                    yield text_of(element)
                    element.clear()

    def _formats(self, part: str) -> list[str]:
        root = self._xml(part)
        codes = {}
        styles: list[str] = []
        for element in root if root is not None else ():
            if local(element.tag) == "numFmts":
                codes = {
                    attribute(one, "numFmtId"): attribute(one, "formatCode") for one in element
                }
            if local(element.tag) == "cellXfs":
                styles = [attribute(one, "numFmtId") for one in element]
        return [codes.get(one, f"#{one}") for one in styles]

    def _xml(self, part: str) -> Element | None:
        name = self.names.get(part.lower())
        return None if name is None else fromstring(self.archive.read(name), forbid_dtd=True)


def _relation_id(element: Element) -> str:
    """The id of what an element refers to; not that of the sheet itself."""
    return next(
        (
            value
            for key, value in element.attrib.items()
            if key.startswith("{") and local(key) == "id"
        ),
        "",
    )


def text_of(element: Element) -> str:
    """The text of a string, its runs one after the other, without how it is pronounced."""
    parts: list[str] = []
    for one in element:
        name = local(one.tag)
        if name == "t":
            parts.append(one.text or "")
        elif name == "r":
            parts += (inner.text or "" for inner in one if local(inner.tag) == "t")
    return "".join(parts)
