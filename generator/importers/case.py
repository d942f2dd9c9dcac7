"""Official case texts to records of the kind case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..base.declaration import shapes
from ..base.finding import Finding
from ..base.text import MAX_LINE
from ..records.case import Case
from .case_fields import Fields, fill_fields
from .case_head import Head, read_head, read_source_lines
from .case_marks import section_marks
from .case_parts import Parts, divide
from .case_split import case_starts
from .draft import Draft, Importer, leaves
from .identity import fold_title, number_is_guiding, official_number
from .merging import keep_or_replace
from .prose import join_prose
from .source import Account, Paragraph, Source, notice, signs_added

LEAD = "导语"
"""The heading for lines before the first section that are too long for a note."""

_NOT_TEXT = frozenset(("nature", "source", "audience", "imported", "headings"))


@dataclass
class _Making:
    """A draft in the making."""

    source: Source
    values: dict[str, Any] = field(default_factory=dict)
    headed: set[str] = field(default_factory=set)
    inner: set[tuple[str | int, ...]] = field(default_factory=set)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    added: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def say(self, code: str, message: str, *, hint: str = "", line: int = 0) -> None:
        self.findings.append(notice(self.source.path, code, message, hint=hint, line=line))


def drafts(source: Source) -> list[Draft]:
    """Make a draft of every case in a source."""
    paragraphs = source.paragraphs
    starts = case_starts(paragraphs, section_marks(paragraphs))
    ends = [*starts[1:], len(paragraphs)]
    preamble = paragraphs[: starts[0]]
    return [
        _draft(source, paragraphs[start:end], preamble, first=number == 0)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _draft(
    source: Source, paragraphs: Sequence[Paragraph], preamble: Sequence[Paragraph], *, first: bool
) -> Draft:
    making = _Making(source)
    parts = divide(paragraphs)
    head = read_head(parts.top)
    number = _number(making, parts, head)
    if preamble:
        _collection(making, head, preamble, first=first)
    filled = fill_fields([one for one in parts.sections if one.field != "number"])
    making.headed |= filled.headed
    _head_values(making, head, filled)
    _section_values(making, parts, head, filled)
    lines = [making.values["title"], str(making.values.get("subtitle", "")), *head.caption]
    official = official_number([number, *lines])
    identity = official or fold_title(number or making.values["title"], prefix="案例")
    if number_is_guiding(official):
        making.values["nature"] = "指导"
    making.dropped += [("标题记号", text) for text in (*parts.signs, *head.signs)]
    making.dropped += [("关键词分隔号", text) for text in filled.separators]
    kept = tuple((*preamble, *paragraphs) if first else paragraphs)
    return Draft(
        identity or fold_title(source.stem, prefix="案例"),
        making.values,
        kept,
        Account(tuple(making.dropped), (*making.added, *signs_added(kept))),
        tuple(one.heading for one in parts.sections),
        tuple(filled.unknown),
        tuple(making.findings),
        frozenset(making.headed),
        frozenset(making.inner),
    )


def _number(making: _Making, parts: Parts, head: Head) -> str:
    """Take the official number out of the sections; its line is kept as a note."""
    number = ""
    for section in parts.sections:
        if section.field == "number":
            text = join_prose(section.body)
            number = number or text
            line = f"{section.heading}：{text}"
            (head.caption if len(line) <= MAX_LINE else head.long).append(line)
            making.added.append(("冒号", "："))
    return number


def _collection(making: _Making, head: Head, preamble: Sequence[Paragraph], *, first: bool) -> None:
    """Say where a case of several in one file comes from; the first keeps the lines."""
    collection = read_head(preamble)
    if collection.title:
        making.values["source"] = {"title": collection.title[:MAX_LINE]}
    read_source_lines(head, [one.plain for one in preamble])
    if first:
        names = [one for one in (collection.title, collection.subtitle) if one]
        head.caption[:0] = [*names, *collection.caption]
        head.long[:0] = collection.long
        head.signs += collection.signs


def _head_values(making: _Making, head: Head, filled: Fields) -> None:
    values = making.values
    for name, found in (("title", head.title), ("subtitle", head.subtitle)):
        named = filled.values.pop(name, "")
        if named and found:
            head.caption.insert(0, found)
        if named or found:
            values[name] = named or found
    if "title" not in values:
        stem = values["title"] = making.source.stem
        making.inner.add(("title",))
        making.say("I211", f"没有找到标题，用了文件名「{stem}」", hint="请核对「标题」。")
    if head.caption:
        values["caption"] = list(head.caption)
    stated = {"publisher": head.publisher, "date": head.date}
    known = {name: value for name, value in stated.items() if value}
    if known:
        values["source"] = {**values.get("source", {}), **known}


def _section_values(making: _Making, parts: Parts, head: Head, filled: Fields) -> None:
    values = making.values
    values.update(filled.values)
    if parts.unheaded:
        values["facts"] = join_prose(parts.unheaded)
        hint = "请对照原文，把各部分移到相应的项。"
        making.say("I211", "没有找到章节标题，全文放在「基本案情」", hint=hint)
    others: list[dict[str, str]] = []
    if head.long:
        others.append({"heading": LEAD, "text": "\n\n".join(head.long)})
        making.inner.add(("other_sections", 0, "heading"))
        making.say("I211", f"第一个章节之前的长段落放在「其他章节」的「{LEAD}」")
    others += filled.others
    if others:
        values["other_sections"] = others
    if filled.headings:
        values["headings"] = dict(filled.headings)
    for section in filled.twice:
        message = f"「{section.heading}」与前面的章节是同一项，放在「其他章节」"
        making.say("I212", message, line=section.line)


def stamp(draft: Draft, line: str) -> dict[str, Any]:
    """Return the values with the line that says where they come from."""
    return {**draft.values, "imported": [line]}


def held(record: Any, draft: Draft) -> Iterator[str]:
    """Yield every text of the source that the record holds."""
    table = shapes(Case)
    for name in draft.values:
        if name in _NOT_TEXT:
            continue
        for route, text in leaves(getattr(record, name), (name,)):
            if route not in draft.inner:
                yield text
    for name in draft.headed:
        label = table[name].label
        yield record.headings.get(label, label)


_FIELDS = """keywords gist industry unit_type level posts disciplines conduct period decided facts
    timeline process outcome reasoning causes loopholes significance citations clauses questions
    self_check source"""

IMPORTER = Importer(
    kind="case",
    model=Case,
    drafts=drafts,
    stamp=stamp,
    merge=partial(keep_or_replace, Case),
    held=held,
    key=lambda draft: draft.id,
    fields=tuple(_FIELDS.split()),
)
