"""Official case texts to records of the kind case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..base.declaration import shapes
from ..base.finding import Finding, Level
from ..base.text import MAX_LINE
from ..records.case import Case
from .case_fields import Fields, Found, fill_fields
from .case_head import Head, read_head, read_source_lines
from .case_marks import Mark, section_marks
from .case_split import case_starts
from .draft import Draft, Importer, Merged
from .identity import fold_title, number_is_guiding, official_number
from .source import Account, Paragraph, Source, notice

_HEAD_FIELDS = ("title", "subtitle", "number")
_LONGEST_CAPTION = 80
_LEAD = "导语"


def drafts(source: Source) -> list[Draft]:
    """Make a draft of every case in a source."""
    paragraphs = source.paragraphs
    starts = case_starts(paragraphs, section_marks(paragraphs))
    ends = [*starts[1:], len(paragraphs)]
    preamble = paragraphs[: starts[0]]
    found = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        before = preamble if number == 0 else ()
        found.append(_draft(source, paragraphs[start:end], before, preamble))
    return found


def _draft(
    source: Source,
    paragraphs: Sequence[Paragraph],
    before: Sequence[Paragraph],
    preamble: Sequence[Paragraph],
) -> Draft:
    marks = section_marks(paragraphs)
    top, sections, signs = _divide(paragraphs, marks)
    named = {name: _first_text(sections, name) for name in _HEAD_FIELDS}
    findings: list[Finding] = []
    head = read_head([*before, *top] if not preamble else top)
    if preamble:
        collection = read_head(before)
        head.caption[:0] = [one for one in (collection.title, collection.subtitle) if one]
        head.caption[len(head.caption) :] = []
        head.caption = _with_preamble(head, collection)
        head.long[:0] = collection.long
        head.signs += collection.signs
        read_source_lines(head, [one.plain for one in preamble])
    filled = fill_fields([one for one in sections if one.field not in _HEAD_FIELDS])
    values, inner, headed = _values(source, head, named, filled, sections, findings)
    if preamble:
        values.setdefault("source", {}).setdefault("title", preamble[0].plain[:MAX_LINE])
    number = named["number"] or official_number(
        [named["title"], head.title, head.subtitle, *head.caption]
    )
    identity = official_number([number]) or fold_title(number or values["title"], prefix="案例")
    if number_is_guiding(identity):
        values["nature"] = "指导"
    _say(source, sections, filled, findings)
    dropped = [("标题记号", text) for text in [*signs, *head.signs]]
    dropped += [("关键词分隔号", text) for text in filled.separators]
    return Draft(
        identity or fold_title(source.stem, prefix="案例"),
        values,
        (*before, *paragraphs),
        Account(tuple(dropped)),
        tuple(one.heading for one in sections),
        tuple(filled.unknown),
        tuple(findings),
        frozenset(headed),
        frozenset(inner),
    )
