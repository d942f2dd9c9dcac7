"""Two versions of a regulation side by side: what was put in, taken out, renumbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..addresses import comparison_page, list_page, record_page
from ..base.differences import GONE, NEW, SAME, Piece, differences
from ..base.markdown import Raw, plain, words
from ..base.page import Page
from ..base.reference import Reference
from ..counterparts import CHANGED, Pair, Row, between, compared_versions
from ..counterparts import GONE as GONE_ROW
from ..counterparts import NEW as NEW_ROW
from ..editions import Edition
from ..library import key_of
from ._frame import render
from ._versions import Dated, dated

_MARKS = {GONE: ("del", "删去"), NEW: ("ins", "新增")}


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    older: Raw | None
    newer: Raw | None
    notes: tuple[tuple[str, str, str, str], ...]
    """Words, number, address and words again about articles that hold or held a part of this."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per pair of versions that is compared."""
    library = edition.library
    for record in library.of_kind("regulation"):
        key = key_of(record)
        versions = library.registry.versions[key]
        known = dated(key, versions, library.today)
        pairs = compared_versions(versions)
        for one, other in pairs:
            older, newer = known[one], known[other]
            rows = between(versions, one, other).rows()
            page = render(
                edition,
                "comparison.md.j2",
                _path(key, older, newer),
                f"{record.heading}：{older.name}与{newer.name}对照",
                [("法规", list_page("regulation")), (record.heading, record_page(key))],
                regulation=record,
                older=older,
                newer=newer,
                figures=Counter(row.kind for row in rows),
                lines=[_line(row, older, newer) for row in rows],
                others=[
                    (f"{known[a].name}与{known[b].name}", _path(key, known[a], known[b]))
                    for a, b in pairs
                    if (a, b) != (one, other)
                ],
            )
            yield replace(page, searchable=False)


def _path(key: Reference, older: Dated, newer: Dated) -> str:
    return comparison_page(key, older.version.id, newer.version.id)


def _line(row: Row, older: Dated, newer: Dated) -> _Line:
    left = right = None
    if row.kind == CHANGED:
        pieces = differences(_text(row.older), _text(row.newer))
        left, right = _paragraphs(pieces, GONE), _paragraphs(pieces, NEW)
    elif row.kind == GONE_ROW:
        left = _paragraphs([Piece(SAME, _text(row.older))], SAME)
    elif row.kind == NEW_ROW:
        right = _paragraphs([Piece(SAME, _text(row.newer))], SAME)
    return _Line(row, left, right, tuple(_note(row, part, older, newer) for part in row.parts))


def _note(row: Row, part: Pair, older: Dated, newer: Dated) -> tuple[str, str, str, str]:
    if row.newer is not None and part.newer.parsed == row.newer.parsed:
        number = part.older.parsed
        path = f"{older.path}#{number.anchor}"
        return f"{older.name}", part.older.number, path, "的一部分在本条里。"
    before = f"{older.name}{part.older.number}的{'另' if row.newer else ''}一部分在{newer.name}"
    return before, part.newer.number, f"{newer.path}#{part.newer.parsed.anchor}", "里。"


def _text(article: Any) -> str:
    return "\n".join(words(line) for line in article.text.split("\n") if line.strip())


def _paragraphs(pieces: Iterable[Piece], side: str) -> Raw:
    """One side of a comparison as paragraphs; what the other side lacks is marked."""
    lines = [""]
    for kind, text in pieces:
        if kind not in (SAME, side):
            continue
        for number, part in enumerate(text.split("\n")):
            if number:
                if kind != SAME and not text.strip("\n"):
                    lines[-1] += _marked(kind, "¶")
                lines.append("")
            if part:
                lines[-1] += plain(part) if kind == SAME else _marked(kind, part)
    return Raw("".join(f"<p>{line}</p>" for line in lines if line))


def _marked(kind: str, text: str) -> str:
    """Text in an element that a style marks without colour; a screen reader is told in words."""
    name, word = _MARKS[kind]
    return f"<{name}>{_hidden(f'〔{word}：')}{plain(text)}{_hidden('〕')}</{name}>"


def _hidden(text: str) -> str:
    return f'<span class="aj-hidden">{text}</span>'
