"""A lesson plan divided: what stands at its head, and its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .lesson_form import Section, read_form
from .lesson_ledger import Ledger
from .lesson_marks import Mark, read_mark
from .lesson_words import ONE_LINE, is_terminal, is_usual_step
from .source import Paragraph
from .tables import Block, Table

_STRONG_FORMS = ("level", "number", "bracket", "strong")
_NUMBER_RANKS = ("part", "han", "han-bracket", "digit", "digit-bracket", "circle")
IN_STEPS = ("process", "content", "step")


@dataclass
class Parts:
    """A lesson plan in its parts."""

    top: list[Block] = field(default_factory=list)
    """What stands before the first part."""
    sections: list[Section] = field(default_factory=list)


def divide(found: Sequence[Block], ledger: Ledger) -> Parts:
    """Divide the blocks of a lesson plan."""
    parts = Parts()
    _Divider(parts, ledger).feed(found)
    return parts


class _Divider:
    def __init__(self, parts: Parts, ledger: Ledger) -> None:
        self.parts = parts
        self.ledger = ledger
        self.current: Section | None = None

    def feed(self, found: Sequence[Block]) -> None:
        marks = [read_mark(one) if isinstance(one, Paragraph) else None for one in found]
        main = _main_form([mark for mark in marks if mark])
        first = next((i for i, mark in enumerate(marks) if mark and _known(mark)), len(marks))
        for index, (one, mark) in enumerate(zip(found, marks, strict=True)):
            if isinstance(one, Table):
                self._table(one)
            elif mark and self._accepts(mark, main, late=index >= first or bool(self._known())):
                self._open(one, mark)
            else:
                self._append(one)

    def _known(self) -> list[Section]:
        return self.parts.sections

    def _accepts(self, mark: Mark, main: tuple[str, str], *, late: bool) -> bool:
        inside = self.current is not None and self.current.field in IN_STEPS
        if mark.field and not (mark.field in ONE_LINE and inside):
            if not inside or _is_above(mark.form, main) or mark.form == main:
                return not (inside and mark.form != main and mark.rest and not mark.led)
            return is_terminal(mark.words) and mark.form[0] != "number"
        if not late or main[0] not in _STRONG_FORMS or mark.form != main:
            unknown = self.current is not None and self.current.field is None
            timed = mark.minutes is not None and is_usual_step(mark.words)
            return timed and not inside and not unknown
        if mark.form == ("strong", ""):
            return not inside and mark.alone
        return mark.alone or mark.minutes is not None or len(mark.words) <= 12

    def _open(self, one: Paragraph, mark: Mark) -> None:
        name = mark.field
        if name is None and mark.is_step:
            name = "step"
        body: list[Block] = []
        if mark.rest:
            body.append(replace(one, text=mark.rest, level=0, strong=False, lead=0))
        label = mark.form[0] in ("label", "bare", "strong")
        section = Section(mark.heading, mark.words, name, body, one.line, label, mark.minutes)
        kept = [mark.rest] if mark.rest else []
        self.ledger.drop("章节标题", one.text, mark.heading, *kept)
        self.parts.sections.append(section)
        alone = mark.field in ONE_LINE and mark.rest
        self.current = None if alone else section

    def _append(self, one: Block) -> None:
        current = self.current
        if current is None and self.parts.sections:
            last = self.parts.sections[-1]
            if last.field == "loose":
                last.body.append(one)
            else:
                self.parts.sections.append(Section("", "", "loose", [one], one.line))
            return
        if current is None:
            self.parts.top.append(one)
            return
        current.body.append(one)
        if current.field in ONE_LINE and current.heading:
            self.current = None

    def _table(self, table: Table) -> None:
        found = read_form(table, self.ledger, divide)
        if found is None:
            self._append(table)
            return
        for section in found:
            current = self.current
            if section.heading or current is None or not _continues(current, section):
                self.parts.sections.append(section)
                self.current = section
            else:
                current.body += section.body
        if found[-1].heading:
            self.current = None


def _continues(current: Section, section: Section) -> bool:
    same = current.field == section.field
    return same or (section.field == "process" and current.field in IN_STEPS)


def _known(mark: Mark) -> bool:
    return mark.field is not None or (mark.minutes is not None and is_usual_step(mark.words))


def _main_form(marks: Sequence[Mark]) -> tuple[str, str]:
    """The form that the headings of the parts have."""
    parts = [mark for mark in marks if mark.field and mark.field not in ONE_LINE]
    steps = [mark for mark in marks if mark.minutes and mark.form[0] in _STRONG_FORMS]
    for known in (parts, steps):
        counted = Counter(mark.form for mark in known)
        if counted:
            order = [mark.form for mark in known]
            return min(counted, key=lambda form: (-counted[form], order.index(form)))
    return ("", "")


def _is_above(form: tuple[str, str], main: tuple[str, str]) -> bool:
    """Whether a heading of this form stands above those of the main form."""
    if form[0] == main[0] == "level":
        return form[1] < main[1]
    if form[0] == main[0] == "number":
        return _NUMBER_RANKS.index(form[1]) < _NUMBER_RANKS.index(main[1])
    return False
