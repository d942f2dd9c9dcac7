"""What is said of a citation in lists and exports: its source, its place, how it was resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .base.declaration import Part, shapes
from .base.front_matter import read_front_matter
from .base.markdown import words
from .base.reference import Reference
from .citations import CitationLink
from .library import Library, page_of

NAMED, DATED, SAME_TEXT, OPEN = "named", "dated", "same-text", "open"
"""How a citation was resolved: its own words, a date, words elsewhere in the text, not at all."""

_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_NEAR = 8
"""How far an article may stand behind its name and still be quoted as one piece with it."""


class Citer(NamedTuple):
    """A record or a hand-written page that cites."""

    kind: str
    title: str
    path: str


def counted(library: Library) -> Iterator[CitationLink]:
    """Every citation, but for those in which a regulation speaks of itself."""
    for source, links in library.citations.items():
        for link in links:
            if not link.own and link.regulation != source:
                yield link


def way(library: Library, link: CitationLink) -> str:
    """How a citation was resolved: NAMED, DATED, SAME_TEXT or OPEN."""
    if not link.version:
        return OPEN
    if link.citation.version is not None:
        return NAMED
    record = library.records.get(link.source)
    undated = record is not None and record.governed_by and record.date is None
    return SAME_TEXT if undated else DATED


def citer(library: Library, source: Reference) -> Citer:
    """The name and the page of what cites."""
    record = library.records.get(source)
    if record is not None:
        return Citer(record.label, record.heading, page_of(record))
    return Citer("页面", page_title(library.documents[source.id], source.id), source.id)


def page_title(text: str, path: str) -> str:
    """The title of a hand-written page: its own setting, else its first heading, else its name."""
    front = read_front_matter(text, path)
    if front.text("title"):
        return front.text("title")
    heading = _HEADING.search(text, front.body_start)
    return words(heading[1]) if heading else path.rpartition("/")[2].removesuffix(".md")


def place_name(library: Library, link: CitationLink) -> str:
    """Where a citation stands, in the labels of the fields: 漏洞 L1 · 说明."""
    value: Any = library.records.get(link.source)
    if value is None:
        line = library.documents[link.source.id].count("\n", 0, link.citation.start) + 1
        return f"第 {line} 行"
    names: list[str] = []
    for step in link.route:
        if isinstance(step, int):
            value = value[step]
            own = getattr(value, "id", None) or getattr(value, "number", None) or step + 1
            names[-1] += f" {own}"
        else:
            names.append(shapes(type(value))[step].label if isinstance(value, Part) else step)
            value = getattr(value, step)
    return " · ".join(names)


def written(text: str, link: CitationLink, number: int | None = None) -> str:
    """The words of a citation as they stand in the text, with one of its clauses."""
    start, end = link.citation.start, link.citation.end
    version = link.citation.version
    behind = text.find(version.text, end, end + len(version.text) + 2) if version else -1
    if version and version.text and behind >= 0:
        end = behind + len(version.text)
        end += text[end : end + 1] in tuple("）)〕]")
    name = text[start:end]
    if number is None:
        return _one_line(name)
    clause = link.citation.clauses[number]
    near = number == 0 and end <= clause.start <= end + _NEAR
    if name and near and "\n" not in text[end : clause.start]:
        return _one_line(text[start : clause.end])
    own = text[clause.start : clause.end]
    return _one_line(f"{name}……{own}" if name else own)


def _one_line(text: str) -> str:
    return " ".join(text.split())
