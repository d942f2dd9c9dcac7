"""A lesson as slides: what stands on each, what the lecturer has beside it, how long it takes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..answers import accepted
from ..base.html_alone import html_alone
from ..base.markdown import Raw, plain
from ..lesson_set import LessonSet
from ..records.case import Case
from ..records.question import JUDGEMENT, MATCHING, Question
from ._quiz import answer_lines
from ._split import pieces

Piece = TypeVar("Piece")
_NOTHING = Raw("")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"</(?:p|li|tr)>")
_LINE, _ROW, _GAP = 31, 25, 0.35
"""Characters in a line of text and of a table, and what stands between paragraphs, in lines."""
_AIRY, _DENSE, _DENSER = 4.5, 7.6, 11.5
"""With fewer lines the text may be larger; with more it has to be smaller."""
_BESIDE = 0.7
"""How much of their height two lists take that stand side by side."""
_ROOM = 200
"""Characters that can be read from the last row of a classroom."""
_ROWS = 6


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `form` names how it looks, `minutes` is how long its step takes."""

    heading: str
    body: Raw = _NOTHING
    notes: Raw = _NOTHING
    form: str = "text"
    over: str = ""
    """What stands above the heading in small: which part of the lesson this is."""
    minutes: int = 0
    answer: Raw = _NOTHING
    """What is shown on the next step forward, to a lecturer only."""

    @property
    def size(self) -> str:
        """How large the text can be: airy, "" for usual, dense or denser."""
        blocks = (_TAG.sub("", html.unescape(one)) for one in _BLOCK.split(self.body + self.answer))
        line = _ROW if self.form == "timeline" else _LINE
        lines = sum(-(-len(one.strip()) // line) + _GAP for one in blocks if one.strip())
        if self.form == "pairs":
            lines *= _BESIDE
        if lines > _DENSE:
            return "denser" if lines > _DENSER else "dense"
        return "airy" if lines < _AIRY and self.form != "timeline" else ""


def slides_of(one: LessonSet) -> Iterator[Slide]:
    """Yield every slide of a lesson in the order in which a class goes through it."""
    yield from _lists("目标", one.lesson.objectives, "ol")
    if one.slots:
        rows = [(slot.name, f"{slot.minutes} 分钟") for slot in one.slots]
        rows.append(("合计", f"{one.minutes} 分钟"))
        yield Slide("安排", _table(rows), form="table")
    for number, (use, case) in enumerate(one.cases, 1):
        over = f"案例 {number}" if len(one.cases) > 1 else "案例"
        yield from _case(case, over, str(use.part or ""))
    for _, case in one.cases:
        for asked in case.questions:
            notes = _notes([("参考意见", asked.answer)])
            yield Slide("讨论", _line(asked.text), notes, form="question", over=case.heading)
    for step in one.lesson.steps:
        yield from _step(step)
    if one.issue.lecturer:
        for reveal in one.lesson.reveals:
            for text in pieces(str(reveal.text), _ROOM):
                yield Slide(str(reveal.title), html_alone(text), over="揭示", form="lecturer")
    for number, question in enumerate(one.questions, 1):
        yield _question(question, number)
    board = [(f"{row.link}　{row.loophole}", str(row.measure)) for row in one.lesson.board]
    notes = Raw(f"<p><strong>板书</strong></p>{_table(board)}") if board else _NOTHING
    yield from _lists("要点归纳", one.lesson.key_points, "ul", notes)
    if one.lesson.wrap_up:
        for text in pieces(str(one.lesson.wrap_up), _ROOM):
            yield Slide("小结", html_alone(text))
    yield from _lists("依据", one.sources or one.lesson.citations, "ul", form="small")


def _case(case: Case, over: str, part: str) -> Iterator[Slide]:
    gist = html_alone(str(case.gist)) if case.gist else _NOTHING
    note = f"<p>用到的部分：{plain(part)}</p>" if part else ""
    yield Slide(case.heading, Raw(gist + note), form="case", over=over)
    for some in _groups(case.timeline, _ROWS):
        rows = [(entry.time.chinese(), str(entry.event)) for entry in some]
        yield Slide("时间线", _table(rows), form="timeline", over=case.heading)
    for text in pieces(str(case.facts or ""), _ROOM):
        yield Slide("案情", html_alone(text), over=case.heading)


def _step(step: Any) -> Iterator[Slide]:
    parts = [("讲", step.says), ("问", step.asks), ("无人回答时", step.if_silent)]
    notes = _notes([*parts, ("教员", step.lecturer)])
    over = f"{step.minutes} 分钟"
    texts = pieces(str(step.text or ""), _ROOM) or [""]
    for position, text in enumerate(texts):
        minutes = step.minutes if position == 0 else 0
        yield Slide(
            str(step.name), html_alone(text), notes, over=over, minutes=minutes, form="step"
        )


def _question(question: Question, number: int) -> Slide:
    body = [html_alone(str(question.text))]
    if question.type == JUDGEMENT:
        body.append(Raw("<p>对，还是错？</p>"))
    if question.type == MATCHING:
        left = _list(question.options, 'ol type="1"')
        right = _list(question.right, 'ol type="A"')
        body.append(Raw(f'<div class="slide__pairs">{left}{right}</div>'))
    elif question.options:
        body.append(_list(question.options, 'ol type="A"'))
    said = answer_lines(question)
    answer = Raw(f"<p>答案：{plain(_short_answer(question, said))}</p>") if said else _NOTHING
    shown = question.explanation if question.explanation_public != "是" else None
    notes = _notes([("答案", "；".join(said)), ("解析", shown or question.explanation)])
    lecturer = notes if said else _NOTHING
    over = f"测验 第 {number} 题　{question.type}"
    form = "pairs" if question.type == MATCHING else "quiz"
    return Slide("", Raw("".join(body)), lecturer, form=form, over=over, answer=answer)


def _short_answer(question: Question, said: Sequence[str]) -> str:
    """What is right, by letters where the texts stand above it already."""
    letters = "".join(place[0] for place in accepted(question)) if question.options else ""
    if question.type == MATCHING:
        return "，".join(f"{number}—{one}" for number, one in enumerate(letters, 1))
    return "、".join(letters) if len(letters) > 1 else "；".join(said)


def _lists(
    heading: str, lines: Sequence[Any], tag: str, notes: Raw = _NOTHING, form: str = "list"
) -> Iterator[Slide]:
    start = 1
    for some in _groups(lines, _ROWS):
        opening = f'{tag} start="{start}"' if tag == "ol" else tag
        yield Slide(heading, _list(some, opening), notes, form=form)
        start += len(some)


def _groups(some: Sequence[Piece], most: int) -> Iterator[Sequence[Piece]]:
    """Parts of about the same length, none longer than `most`."""
    count = -(-len(some) // most)
    for at in range(count):
        yield some[len(some) * at // count : len(some) * (at + 1) // count]


def _list(lines: Iterable[object], opening: str) -> Raw:
    tag = opening.partition(" ")[0]
    items = "".join(f"<li>{plain(str(one))}</li>" for one in lines)
    return Raw(f"<{opening}>{items}</{tag}>")


def _table(rows: Iterable[tuple[str, str]]) -> Raw:
    cells = (f'<tr><th scope="row">{plain(a)}</th><td>{plain(b)}</td></tr>' for a, b in rows)
    return Raw(f"<table>{''.join(cells)}</table>")


def _line(text: str) -> Raw:
    return Raw(f"<p>{plain(str(text))}</p>")


def _notes(parts: Iterable[tuple[str, Any]]) -> Raw:
    made = (
        f"<p><strong>{label}</strong></p>{html_alone(str(text))}" for label, text in parts if text
    )
    return Raw("".join(made))
