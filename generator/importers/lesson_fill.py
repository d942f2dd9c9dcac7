"""Parts of a lesson plan to the fields of a lesson; what has none stands in 教员备注."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..base.text import MAX_LINE
from .case_fields import split_keywords
from .lesson_form import Section, paragraphs_of
from .lesson_head import clean_title
from .lesson_ledger import Ledger
from .lesson_lines import board_rows, citations_of, lines_of
from .lesson_minutes import CLASS_HOUR, duration, stated_total
from .source import Paragraph
from .tables import Block, Table

_LEVELS = (
    ("村（社区）", re.compile(r"村（?社区|村级|村干部|社区干部|村居|驻村")),
    ("乡科级", re.compile(r"乡科级|科级|乡镇领导|股级")),
    ("县处级", re.compile(r"县处级|处级")),
    ("厅局级", re.compile(r"厅局级|厅级")),
)
_FOR_CLASS = re.compile(r"(?:学员|学生)(?:的|课前)?(?:准备|阅读|任务|方面)?\s*[：:]\s*(\S.*)")
_ANSWER = re.compile(r"[【（(]?(?:参考)?(?:答案|要点|意见|答题要点)[】）)]?\s*[：:]")
_ONE_LINE = 120
_SHORT = frozenset(("notes", "about", "audience", "hours"))


@dataclass
class Fill:
    """The values of a lesson in the making."""

    ledger: Ledger
    values: dict[str, Any] = field(default_factory=dict)
    notes: list[Block] = field(default_factory=list)
    teaching: list[Section] = field(default_factory=list)
    """The parts that hold the steps."""
    talks: list[Section] = field(default_factory=list)
    """Questions for discussion that stand outside of the steps."""
    total: int = 0
    """Minutes that the plan states for the whole."""
    unknown: list[str] = field(default_factory=list)

    def take(self, sections: Iterable[Section]) -> None:
        """Give every part its field."""
        for section in sections:
            handler = _HANDLERS.get(section.field or "", Fill.note)
            if not handler(self, section):
                self.note(section)

    def note(self, section: Section) -> bool:
        """Keep a part under its heading in the notes of the lecturer."""
        if section.field is None and section.heading:
            self.unknown.append(section.heading)
            message = f"「{section.heading}」没有对应的项，放在「教员备注」"
            self.ledger.say("I211", message, "请看要不要移到别的项。", section.line)
        self.notes += self.headed(section)
        return True

    def headed(self, section: Section) -> list[Block]:
        """Return the heading of a part and its text as blocks; a short one as 标题：文字."""
        body = section.body
        first = body[0] if len(body) == 1 and isinstance(body[0], Paragraph) else None
        if not section.heading:
            return list(body)
        if not body and section.field:
            self.ledger.drop("空着的标题", section.heading)
            return []
        heading = section.words.strip() if section.field else section.heading
        self.ledger.drop("标题序号", section.heading, heading)
        short = first and not first.picture and len(first.text) <= _ONE_LINE
        if first and short and (section.label or section.field in _SHORT):
            self.ledger.add("冒号", "：")
            return [Paragraph(f"{heading}：{first.text}", section.line)]
        return [Paragraph(heading, section.line, 1), *body]

    def mapped(self, section: Section) -> None:
        """Count the heading of a part that has a field of its own."""
        self.ledger.drop("章节标题", section.heading)

    def pictures(self, section: Section) -> None:
        """Keep the pictures of a part whose field takes none."""
        self.notes += [one for one in paragraphs_of(section.body) if one.picture]

    def _title(self, section: Section) -> bool:
        text = one_line(section)
        if not text or "title" in self.values:
            return False
        self.mapped(section)
        self.values["title"] = clean_title(text, self.ledger)
        return True

    def _keywords(self, section: Section) -> bool:
        text = one_line(section)
        words = [word.strip("。.；;、,，") for word in split_keywords(text)] if text else []
        if not words or "keywords" in self.values or not all(words):
            return False
        self.mapped(section)
        self.ledger.drop("关键词分隔号", text, *words)
        self.values["keywords"] = words
        return True

    def _hours(self, section: Section) -> bool:
        text = one_line(section)
        bare = re.fullmatch(r"[1-9]", text.strip())
        hours = CLASS_HOUR * int(bare[0]) if bare else stated_total(text)
        self.total = self.total or hours or 0
        return self.note(section)

    def _about(self, section: Section) -> bool:
        """Keep a line about the class; 授课时间：45分钟 says how long it is."""
        length = duration(one_line(section))
        self.total = self.total or (length.high if length else 0)
        return self.note(section)

    def _audience(self, section: Section) -> bool:
        text = "".join(one.text for one in paragraphs_of(section.body))
        levels = [level for level, pattern in _LEVELS if pattern.search(text)]
        if levels and "levels" not in self.values:
            self.values["levels"] = levels
        return self.note(section)

    def _lines(self, name: str, section: Section) -> bool:
        before = len(self.ledger.dropped), len(self.ledger.added)
        lines = lines_of(section.body, self.ledger)
        if not lines:
            del self.ledger.dropped[before[0] :], self.ledger.added[before[1] :]
            return False
        self.mapped(section)
        self.pictures(section)
        self.values[name] = [*self.values.get(name, []), *lines]
        return True

    def _objectives(self, section: Section) -> bool:
        return self._lines("objectives", section)

    def _key_points(self, section: Section) -> bool:
        return self._lines("key_points", section)

    def prose(self, name: str, body: Sequence[Block]) -> None:
        """Append text to a field for all, except pictures, which stay with the lecturer."""
        shown = [one for one in body if isinstance(one, Table) or not one.picture]
        self.notes += [one for one in paragraphs_of(body) if one.picture]
        text = self.ledger.prose(shown)
        before = self.values.get(name, "")
        if text:
            self.values[name] = f"{before}\n\n{text}" if before else text

    def _prose_field(self, name: str, section: Section) -> bool:
        if not section.body:
            return False
        self.mapped(section)
        self.prose(name, section.body)
        return True

    def _gist(self, section: Section) -> bool:
        return self._prose_field("gist", section)

    def _before(self, section: Section) -> bool:
        return self._prose_field("before_class", section)

    def _preparation(self, section: Section) -> bool:
        """Give the class what is marked as theirs; the rest is for the lecturer."""
        rest: list[Block] = []
        for one in section.body:
            found = _FOR_CLASS.fullmatch(one.text) if isinstance(one, Paragraph) else None
            if found and isinstance(one, Paragraph):
                self.ledger.drop("谁说", one.text, found[1])
                self.prose("before_class", [replace(one, text=found[1], level=0)])
            else:
                rest.append(one)
        return self.note(replace(section, body=rest))

    def _summary(self, section: Section) -> bool:
        return self._step(section) if section.minutes else self._prose_field("wrap_up", section)

    def _homework(self, section: Section) -> bool:
        """Append what the class does afterwards to 小结; answers stay with the lecturer."""
        if section.minutes:
            return self._step(section)
        shown: list[Block] = []
        secret: list[Block] = []
        for one in section.body:
            private = bool(secret) or not isinstance(one, Paragraph) or one.picture
            if private or (isinstance(one, Paragraph) and _ANSWER.match(one.text)):
                secret.append(one)
            else:
                shown.append(one)
        if not shown:
            return False
        self.prose("wrap_up", self.headed(replace(section, body=shown, label=False)))
        self.notes += secret
        return True

    def _discussion(self, section: Section) -> bool:
        if section.minutes:
            return self._step(section)
        self.talks.append(section)
        return True

    def _step(self, section: Section) -> bool:
        self.teaching.append(replace(section, field="step"))
        return True

    def _process(self, section: Section) -> bool:
        if section.minutes:
            self.total = self.total or section.minutes.high
        self.teaching.append(section)
        return True

    def _board(self, section: Section) -> bool:
        before = len(self.ledger.dropped), len(self.ledger.added)
        rows = board_rows(section.body, self.ledger)
        if rows is None:
            del self.ledger.dropped[before[0] :], self.ledger.added[before[1] :]
            message = "板书不是环节、漏洞、措施三栏，原样放在「教员备注」"
            self.ledger.say("I243", message, "可以改写成三栏，填进「板书」。", section.line)
            return False
        self.mapped(section)
        self.values["board"] = [*self.values.get("board", []), *rows]
        return True

    def _citations(self, section: Section) -> bool:
        found = citations_of(section.body, self.ledger)
        if not found:
            return False
        self.mapped(section)
        self.values["citations"] = [*self.values.get("citations", []), *found]
        return True


def one_line(section: Section) -> str:
    """The text of a part that is one paragraph, "" for any other."""
    body = section.body
    if len(body) != 1 or not isinstance(body[0], Paragraph) or body[0].picture:
        return ""
    return body[0].text if len(body[0].text) <= MAX_LINE else ""


_HANDLERS: dict[str, Callable[[Fill, Section], bool]] = {
    "title": Fill._title,  # noqa: SLF001 - the table of the class above
    "keywords": Fill._keywords,  # noqa: SLF001
    "about": Fill._about,  # noqa: SLF001
    "hours": Fill._hours,  # noqa: SLF001
    "audience": Fill._audience,  # noqa: SLF001
    "objectives": Fill._objectives,  # noqa: SLF001
    "key_points": Fill._key_points,  # noqa: SLF001
    "gist": Fill._gist,  # noqa: SLF001
    "before": Fill._before,  # noqa: SLF001
    "preparation": Fill._preparation,  # noqa: SLF001
    "summary": Fill._summary,  # noqa: SLF001
    "homework": Fill._homework,  # noqa: SLF001
    "discussion": Fill._discussion,  # noqa: SLF001
    "step": Fill._step,  # noqa: SLF001
    "process": Fill._process,  # noqa: SLF001
    "board": Fill._board,  # noqa: SLF001
    "citations": Fill._citations,  # noqa: SLF001
    "references": Fill._citations,  # noqa: SLF001
}
