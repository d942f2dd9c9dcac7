"""XML within bounds: UTF-8 or UTF-16, no document type, no entity, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from ..base.xml_elements import local
from ._examined import Budget, Refused
from ._unknown import damaged

Element: TypeAlias = Any
"""An element of lxml, which is published without types."""

_DECLARED = re.compile(r"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_UNDERSTOOD = frozenset(("utf-8", "utf8", "utf-16", "us-ascii", "ascii"))
_PLAIN_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+[\w:.-]+(\s+(PUBLIC|SYSTEM)(\s+(\"[^\"]*\"|'[^']*'))+)?\s*>"
)


def parse(raw: bytes, budget: Budget, *, doctype: bool = False) -> Element:
    """Return the root of a document; `doctype` allows a bare document type, which is left out.

    Raises Refused where the document is damaged or defines entities.
    """
    text = _decoded(raw)
    if doctype:
        text = _PLAIN_DOCTYPE.sub("", text, count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refused(
            "P307", "文件里有实体定义，可能有害，没有检查", "用原来的程序另存一份再放进来。"
        )
    budget.take_tags(text.count("<") + text.count("=") // 4)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(*_words(damaged("文件里的内容已损坏，没有检查"))) from error
    return root


def serialized(root: Element) -> bytes:
    """Return a document as bytes, the prefixes of its namespaces as they were."""
    raw: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return raw


def attribute(element: Element, name: str) -> str:
    """Return the value of an attribute by its local name, "" where there is none."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return ""


def children(element: Element, name: str) -> list[Element]:
    """Return the children with a local name."""
    return [one for one in element if local(one.tag) == name]


def every(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements below with one of the local names, in order."""
    wanted = frozenset(names)
    for element in root.iter(etree.Element):
        if local(element.tag) in wanted:
            yield element


def elements(root: Element) -> list[Element]:
    """Return the root and the elements below in order, without comments."""
    return list(root.iter(etree.Element))


def notes_in(root: Element) -> tuple[list[Element], list[Element]]:
    """Return the comments and processing instructions inside of a root and around it."""
    inside = list(root.iter(etree.Comment, etree.ProcessingInstruction))
    return inside, [*root.itersiblings(preceding=True), *root.itersiblings()]


def remove(element: Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def tidy(root: Element) -> None:
    """Take out the declarations of namespaces that nothing uses any more."""
    etree.cleanup_namespaces(root)


def words(root: Element) -> str:
    """Return all character data below, one piece a line."""
    return "\n".join(piece.strip() for piece in root.itertext(etree.Element) if piece.strip())


def is_on(value: str) -> bool:
    """Whether an on/off attribute of Office is on; without a value it is."""
    return value.lower() not in ("0", "false", "off", "none")


def _decoded(raw: bytes) -> str:
    encoding = "utf-8"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Refused(*_words(damaged("文件里的内容已损坏，没有检查"))) from error
    declared = _DECLARED.match(text)
    if declared and declared[1].lower() not in _UNDERSTOOD:
        raise Refused(*_words(damaged("文件里的编码不是 UTF-8，没有检查")))
    return text


def _words(problem: Any) -> tuple[str, str, str]:
    return problem.code, problem.message, problem.hint
