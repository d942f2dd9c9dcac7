"""The walk through a regulation that gives every paragraph its place in the outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..base.numerals import ArticleNumber
from .prose import join_prose
from .regulation_edges import Part, preface_parts
from .regulation_lines import ArticleLine, OutlineLine, item_line, outline_line
from .source import Paragraph

_NAMES = ("book", "chapter", "section")
_LONGEST = 150
_JOINTS = ("和", "及", "与", "以及", "、", "的", "在")
PART_GAP = "\u3000"
"""Between 编 and 分编, which share a field."""


@dataclass
class Body:
    """The text of a version, divided."""

    preface: list[Part] = field(default_factory=list)
    articles: list[Part] = field(default_factory=list)
    attachments: list[Part] = field(default_factory=list)
    outline: list[str] = field(default_factory=list)
    """Headings of the outline, in their own words."""
    loose: list[str] = field(default_factory=list)
    """Headings under which no article stands, and those that have text of their own."""
    dropped: list[tuple[str, str]] = field(default_factory=list)
    added: list[tuple[str, str]] = field(default_factory=list)
    unfit: list[ArticleLine] = field(default_factory=list)
    """Lines that look like articles and are kept as text."""
    contents: int = 0
    """Lines of a table of contents that was left out."""
    items: bool = False
    """Whether 一、二、 take the place of articles."""
    numbers: list[ArticleNumber] = field(default_factory=list)


def new_headings(last: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the headings that stand before an article, given the places of two in a row."""
    shown: list[str] = []
    changed = False
    for name in _NAMES:
        before = (last.get(name) or "").split(PART_GAP)
        parts = (now.get(name) or "").split(PART_GAP)
        for position, part in enumerate(parts):
            changed = changed or position >= len(before) or before[position] != part
            if changed and part:
                shown.append(part)
        changed = changed or len(parts) < len(before)
    return shown


class Builder:
    """Walks the paragraphs once and gives each of them its place."""

    def __init__(
        self,
        body: Body,
        paragraphs: Sequence[Paragraph],
        chosen: Sequence[ArticleLine],
        *,
        outlined: bool,
    ) -> None:
        self.body = body
        self.paragraphs = paragraphs
        self.outlined = outlined
        self.chosen = {line.index: line for line in chosen}
        self.first = chosen[0].index if chosen else len(paragraphs)
        self.place = {"book": "", "part": "", "chapter": "", "section": ""}
        self.last: dict[str, str] = {}
        self.pending: list[tuple[OutlineLine, list[Paragraph]]] = []
        self.article: ArticleLine | None = None
        self.lines: list[Paragraph] = []
        self.before: list[Paragraph] = []

    def build(self) -> None:
        """Walk, and fill the body."""
        for index, one in enumerate(self.paragraphs):
            heading = None if index in self.chosen else self._heading(index, one)
            if index in self.chosen:
                self._begin(self.chosen[index], one)
            elif heading is not None and self._continues(one):
                self._continue(one)
            elif heading is not None:
                self._outline(heading, one)
            elif self.pending:
                self.pending[-1][1].append(one)
            elif self.article is not None:
                self.lines.append(one)
            else:
                self.before.append(one)
        self._close()
        self._loosen(0)
        self.body.preface[:0] = preface_parts(self.before, self.body.dropped)

    def _heading(self, index: int, one: Paragraph) -> OutlineLine | None:
        """Read a heading of the outline, numbered or marked by `#`, None where it is none."""
        if not self.chosen or not (self.outlined or one.level) or len(one.text) > _LONGEST:
            return None
        outline = outline_line(one)
        if outline is None and not one.row and (one.level or self._heads_article(index, one)):
            rank = 2 if one.level > 2 or (not one.level and self.place["chapter"]) else 1
            text = " ".join(one.plain.split())
            outline = OutlineLine(rank, part=False, text=text)
        if outline is None or (index < self.first and not self._leads_to_article(index)):
            return None
        return outline

    def _heads_article(self, index: int, one: Paragraph) -> bool:
        """Whether a short line right above an article, 一、… or under a heading, is a heading."""
        if index + 1 not in self.chosen or one.text.endswith(("。", "；", "：", "，", "”")):
            return False
        item = item_line(one)
        if item is not None:
            return len(item[2]) <= 30
        return bool(self.pending) and not self.pending[-1][1] and len(one.text) <= 30

    def _continues(self, one: Paragraph) -> bool:
        """Whether a line is the rest of the heading above it, which was broken in two."""
        if not self.pending or self.pending[-1][1] or one.level or item_line(one):
            return False
        above = self.pending[-1][0]
        return above.rank == 2 or above.text.endswith("、") or one.text.startswith(_JOINTS)

    def _leads_to_article(self, index: int) -> bool:
        following = self.paragraphs[index + 1 : self.first]
        headings = [one.level or outline_line(one) is not None for one in following]
        return all(headings) or (all(headings[:-1]) and self._is_last_short(following[-1]))

    def _is_last_short(self, one: Paragraph) -> bool:
        return len(one.text) <= 30 and not one.text.endswith(("。", "；", "：", "，", "”"))

    def _outline(self, outline: OutlineLine, one: Paragraph) -> None:
        self._close()
        self._loosen(outline.rank, part=outline.part)
        self.pending.append((outline, []))
        self.body.dropped.append(("标题记号", one.mark + one.text.replace(one.plain, "", 1)))
        deeper = ("chapter", "section") if outline.rank == 0 else ("section",)
        self.place.update(dict.fromkeys(deeper, ""))
        if outline.rank == 0 and not outline.part:
            self.place["part"] = ""
        name = _NAMES[outline.rank]
        self.place["part" if outline.part else name] = outline.text

    def _continue(self, one: Paragraph) -> None:
        above, lines = self.pending[-1]
        text = above.text + " ".join(one.text.split())
        self.pending[-1] = (replace(above, text=text), lines)
        self.place["part" if above.part else _NAMES[above.rank]] = text

    def _loosen(self, rank: int, *, part: bool = False) -> None:
        """Keep headings of this rank or deeper under which no article came."""
        while self.pending and self.pending[-1][0].rank >= rank:
            outline, lines = self.pending[-1]
            if part and outline.rank == 0 and not outline.part:
                return
            self.pending.pop()
            self.body.loose.append(outline.text)
            entry = {"heading": outline.text, "text": join_prose(lines)}
            (self.body.attachments if self.body.articles else self.body.preface).append(entry)

    def _begin(self, line: ArticleLine, one: Paragraph) -> None:
        self._close()
        now = self._now()
        shown = Counter(new_headings(self.last, now))
        for outline, lines in self.pending:
            repeated = not shown[outline.text]
            shown[outline.text] -= 1
            if repeated:
                self.body.preface.append({"text": outline.text})
            else:
                self.body.outline.append(outline.text)
            if lines:
                self.body.loose.append(outline.text)
                self.body.preface.append({"heading": outline.text, "text": join_prose(lines)})
                self.body.added.append(("章的说明", outline.text))
        self.pending = []
        self.article, self.last = line, now
        self.body.dropped.append(("条文记号", line.signs))
        self.lines = [replace(one, text=line.rest, mark="", level=0)] if line.rest else []

    def _now(self) -> dict[str, str]:
        book = PART_GAP.join(one for one in (self.place["book"], self.place["part"]) if one)
        return {**{name: self.place[name] for name in _NAMES[1:]}, "book": book}

    def _close(self) -> None:
        if self.article is None:
            return
        place = {name: self.last[name] for name in _NAMES if self.last[name]}
        entry = {"number": self.article.label, **place}
        entry["text"] = join_prose(self.lines, tight=True)
        self.body.articles.append(entry)
        self.article, self.lines = None, []
