"""The steps of a lesson: from rows of a timetable and from headings in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from ..base.text import MAX_LINE
from .lesson_form import Section, header_of, text_of
from .lesson_ledger import Ledger
from .lesson_marks import Mark, read_mark, split_number
from .lesson_minutes import Duration, cut_duration, duration
from .lesson_words import is_step_name, is_usual_step, marker_of
from .source import Cell, Paragraph
from .tables import Block, Row, Table, blocks

_SUM = re.compile(r"(?:合计|总计|共计)[：:]?\s*(.*)")
_MARKER = re.compile(
    r"[【\[（(]?\s*(?P<words>[^：:。；，【】（）()]{1,10}?)\s*[】\]）)]?\s*[：:]\s*(?P<rest>.*)"
)
_BRACKET = re.compile(r"[【\[]\s*(?P<words>[^【】\[\]]{1,10}?)\s*[】\]]\s*(?P<rest>.*)")
_SHAPES = ("level", "number", "strong")


@dataclass
class StepDraft:
    """One step in the making: blocks by the field of a step."""

    name: str
    line: int = 0
    minutes: Duration | None = None
    body: dict[str, list[Block]] = field(default_factory=dict)
    invented: bool = False
    """Whether the source does not name it."""

    def put(self, name: str, one: Block) -> None:
        """Append a block to a field."""
        self.body.setdefault(name, []).append(one)


@dataclass
class Steps:
    """The steps that a lesson plan tells, and what else stands among them."""

    steps: list[StepDraft] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)
    """What stands before the first step."""
    total: int = 0
    """Minutes that a line 合计 states."""


def read_steps(sections: Sequence[Section], ledger: Ledger) -> Steps:
    """Read the steps from the parts of the plan that hold them."""
    found = Steps()
    reader = _StepReader(found, ledger)
    for section in sections:
        if section.field == "step":
            reader.begin(section.heading, section.words, section.line, section.minutes)
            reader.text(section.body)
        else:
            reader.process(section.body)
    return found


def has_steps(body: Sequence[Block], *, timed: bool = False) -> bool:
    """Whether text names steps: a timetable, or several headings of steps, all of them `timed`."""
    tables = [one for one in body if isinstance(one, Table)]
    if any(header_of(row) for table in tables for row in table.rows[:1]):
        return True
    marks = [read_mark(one) for one in body if isinstance(one, Paragraph)]
    if timed:
        return sum(1 for mark in marks if mark and mark.minutes) >= 2
    return sum(1 for mark in marks if mark and mark.is_step) >= 2


class _StepReader:
    def __init__(self, found: Steps, ledger: Ledger) -> None:
        self.found = found
        self.ledger = ledger
        self.default = "lecturer"
        """The field of text that nobody is named for."""
        self.says = self.default
        """The field that text goes to until somebody else is named."""
        self.public = False

    def begin(self, heading: str, words: str, line: int, minutes: Duration | None) -> None:
        """Begin a step; the number of its heading falls away."""
        name = words.strip()
        if len(name) > MAX_LINE or not name:
            name = heading[:MAX_LINE]
        self.ledger.drop("环节序号", heading, name)
        self.found.steps.append(StepDraft(name, line, minutes))
        self.says, self.public = "lecturer", False

    def process(self, body: Sequence[Block]) -> None:
        """Read the text of a whole process."""
        form = _step_form([one for one in body if isinstance(one, Paragraph)])
        begun = len(self.found.steps)
        for one in body:
            if isinstance(one, Table):
                if header_of(one.rows[0]):
                    self._timetable(one)
                else:
                    self._put(one)
                continue
            mark = read_mark(one) if form else None
            if mark and mark.form == form and _begins_step(mark):
                kept = [mark.heading, *([mark.rest] if mark.rest else [])]
                self.ledger.drop("时长" if mark.minutes else "环节标记", one.text, *kept)
                self.begin(mark.heading, mark.words, one.line, mark.minutes)
                if mark.rest:
                    self.text([replace(one, text=mark.rest, level=0, lead=0)])
            elif len(self.found.steps) == begun or not self.found.steps:
                if not self._is_sum(one):
                    self.found.before.append(one)
            else:
                self.text([one])

    def text(self, body: Sequence[Block]) -> None:
        """Put blocks into the last step, each where its speaker says."""
        for one in body:
            if isinstance(one, Table) or one.picture or one.row:
                self._put(one)
            elif not self._is_sum(one) and not self._is_time(one):
                self._speak(one)

    def _put(self, one: Block) -> None:
        if not self.found.steps:
            self.found.before.append(one)
            return
        target = "lecturer" if self.says == "text" else self.says
        self.found.steps[-1].put(target, one)

    def _speak(self, one: Paragraph) -> None:
        step = self.found.steps[-1]
        kind, _, text = split_number(one.text)
        found = _MARKER.fullmatch(text) or _BRACKET.fullmatch(text)
        marked = marker_of(found["words"]) if found else None
        if found is None or marked is None:
            goes_on = self.says != "text" or (self.public and bool(kind))
            if not goes_on:
                self.says, self.public = self.default, False
            step.put(self.says, one)
            return
        self.says, keeps = marked
        rest = found["rest"]
        self.public = self.says == "text" and (not rest or rest.endswith(("：", ":")))
        if keeps:
            step.put(self.says, one)
            return
        self.ledger.drop("谁说", one.text, rest)
        if rest:
            step.put(self.says, replace(one, text=rest, level=0, lead=0))

    def _is_sum(self, one: Paragraph) -> bool:
        found = _SUM.fullmatch(one.text)
        total = duration(found[1].strip("。")) if found else None
        if total:
            self.found.total = total.high
            self.ledger.drop("合计", one.text)
        return total is not None

    def _is_time(self, one: Paragraph) -> bool:
        """Whether a line says nothing but how long the step lasts: 时间：5分钟."""
        step = self.found.steps[-1]
        length = duration(one.text.strip("。（）() "))
        if step.minutes is None and length is not None:
            step.minutes = length
            self.ledger.drop("时长", one.text)
            return True
        return False

    def _timetable(self, table: Table) -> None:
        kinds = header_of(table.rows[0])
        labels = [text_of(cell) for cell in table.rows[0]]
        for label in labels:
            self.ledger.drop("表头", label)
        for row in table.rows[1:]:
            self._timetable_row(row, kinds, labels)

    def _timetable_row(self, row: Row, kinds: list[str | None], labels: list[str]) -> None:
        if _SUM.match(text_of(row[0])):
            self._sum_row(row)
            return
        if len(row) == 1 and not row[0].below and self.found.steps:
            self.text(blocks(row[0].paragraphs, self.ledger.dropped))
            return
        cells = dict(zip(range(len(row)), row, strict=True))
        at = next((n for n, kind in enumerate(kinds) if kind == "name"), None)
        named = cells.get(at) if at is not None else None
        if named is not None and text_of(named):
            self._named(named)
        elif named is None or not self.found.steps:
            self._invented(cells.get(0))
        for index, cell in cells.items():
            kind = kinds[index] if index < len(kinds) else None
            if kind != "name" and text_of(cell):
                self._cell(kind, labels[index] if index < len(labels) else "", cell)

    def _named(self, cell: Cell) -> None:
        whole = "".join(one.text for one in cell.paragraphs)
        words, minutes = cut_duration(whole)
        if minutes is None and len(cell.paragraphs) > 1:
            last = cell.paragraphs[-1].text
            minutes = duration(last.strip("（）()"))
            words = whole[: -len(last)] if minutes else words
        name = split_number(words)[2].rstrip("：:") or words or whole
        self.ledger.drop("时长" if minutes else "环节序号", whole, name)
        self.begin(name, name, cell.paragraphs[0].line, minutes)

    def _invented(self, cell: Cell | None) -> None:
        line = cell.paragraphs[0].line if cell and cell.paragraphs else 0
        step = StepDraft(f"第{len(self.found.steps) + 1}步", line, invented=True)
        self.found.steps.append(step)

    def _cell(self, kind: str | None, label: str, cell: Cell) -> None:
        step = self.found.steps[-1]
        text = text_of(cell)
        if kind == "number":
            self.ledger.drop("序号", text)
            return
        length = duration(text, unit=False) if kind == "minutes" else None
        if length is not None and step.minutes is None:
            step.minutes = length
            self.ledger.drop("时长", text)
            return
        body = blocks(cell.paragraphs, self.ledger.dropped)
        if kind in ("content", None, "lecturer", "minutes"):
            self.says, self.public = "lecturer", False
            if kind != "content" and label and _is_unmarked(body[0]):
                self.ledger.add("列名", f"{label}：")
                step.put("lecturer", Paragraph(f"{label}：{body[0].text}", body[0].line))
                for one in body[1:]:
                    step.put("lecturer", one)
                return
            self.text(body)
            return
        self.default = self.says = str(kind)
        self.text(body)
        self.default, self.says = "lecturer", "lecturer"

    def _sum_row(self, row: Row) -> None:
        for cell in row:
            text = text_of(cell)
            total = duration(text, unit=False)
            if total:
                self.found.total = total.high
            self.ledger.drop("合计", text)


def _is_unmarked(one: Block) -> TypeGuard[Paragraph]:
    """Whether a block is text that does not say who speaks."""
    if not isinstance(one, Paragraph) or one.row or one.picture:
        return False
    found = _MARKER.fullmatch(one.text)
    return found is None or marker_of(found["words"]) is None


def _begins_step(mark: Mark) -> bool:
    if mark.minutes or mark.alone or is_usual_step(mark.words):
        return True
    numbered = mark.form[0] in ("level", "number") and mark.form[1] != "circle"
    return numbered and len(mark.words) <= 16


def _step_form(paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """The form that the headings of the steps have in this text, None where there are none."""
    marks = [mark for mark in map(read_mark, paragraphs) if mark]
    timed = [mark for mark in marks if mark.minutes]
    named = [mark for mark in marks if is_step_name(mark.words)]
    shaped = [mark for mark in marks if mark.alone and mark.form[0] in _SHAPES]
    for found in (timed, named, shaped):
        counted = Counter(mark.form for mark in found)
        several = [mark.form for mark in found if counted[mark.form] >= 2]
        if several:
            return several[0]
    return timed[0].form if timed else None
