"""What the styles of a Word file say of a paragraph: heading level, list, hidden, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ...base.xml_elements import child, local
from ._package import attribute

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_MAX_CHAIN = 20
_HEADING_FACES = ("黑体", "simhei", "heiti", "小标宋")


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it takes from those it is based on."""

    level: int = 0
    """Heading level from 1, 0 for text; a title is 1."""
    number: str | None = None
    """The list that paragraphs of this style belong to."""
    depth: int = 0
    hidden: bool = False
    bold: bool = False
    face: str = ""
    """The typeface of Chinese signs."""


def is_heading_face(face: str) -> bool:
    """Whether a typeface is one that official documents set headings in."""
    return any(word in face.lower() for word in _HEADING_FACES)


def switched_on(element: Element | None) -> bool | None:
    """Return whether a property such as w:b is on, None where it is not given."""
    if element is None:
        return None
    return attribute(element, "val") not in ("0", "false", "off", "none")


def outline_level(properties: Element | None) -> int | None:
    """Return the heading level that w:outlineLvl gives, 0 for text, None where not given."""
    value = attribute(child(properties, "outlineLvl"), "val")
    if value is None or not value.isdigit():
        return None
    return int(value) + 1 if int(value) < 9 else 0


def read_styles(root: Element | None) -> dict[str, Style]:
    """Read styles.xml: styles by id; the default paragraph style also under ""."""
    elements: dict[str, Element] = {}
    default = ""
    for one in root if root is not None else ():
        if local(one.tag) == "style":
            identity = str(attribute(one, "styleId"))
            elements[identity] = one
            if attribute(one, "type") == "paragraph" and attribute(one, "default") in ("1", "true"):
                default = identity
    styles = {identity: _style(identity, elements) for identity in elements}
    if default:
        styles[""] = styles[default]
    return styles


def _style(identity: str, elements: dict[str, Element]) -> Style:
    level: int | None = None
    number: str | None = None
    depth = 0
    hidden: bool | None = None
    bold: bool | None = None
    face = ""
    for _ in range(_MAX_CHAIN):
        element = elements.get(identity)
        if element is None:
            break
        paragraph, run = child(element, "pPr"), child(element, "rPr")
        if level is None:
            level = outline_level(paragraph)
            level = _named_level(element) if level is None else level
        if number is None:
            number = attribute(child(paragraph, "numPr", "numId"), "val")
            depth = int(attribute(child(paragraph, "numPr", "ilvl"), "val") or depth)
        hidden = switched_on(child(run, "vanish")) if hidden is None else hidden
        bold = switched_on(child(run, "b")) if bold is None else bold
        face = face or attribute(child(run, "rFonts"), "eastAsia") or ""
        identity = str(attribute(child(element, "basedOn"), "val"))
    return Style(level or 0, number, depth, bool(hidden), bool(bold), face)


def _named_level(element: Element) -> int | None:
    name = str(attribute(child(element, "name"), "val") or "")
    if name.strip().lower() in ("title", "标题", "標題"):
        return 1
    found = _HEADING.fullmatch(name.strip())
    return int(found[1]) if found else None
