"""The deck of a lesson: what is shown in which order, and what the lecturer says to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..answers import LETTERS
from ..base.markdown import words
from ..lesson_set import Issue, LessonSet
from ..records.case import Case
from ..records.lesson import Step
from ..records.question import JUDGEMENT, MATCHING
from ..records.question import Question as Item
from ._blocks import plain
from ._case_sheet import outcome_words
from ._lesson_plan import spoken
from ._one_page import shortened
from ._prose import paragraphs
from ._questions import right_answer
from ._sections import MADE_UP, about
from ._slides import Bars, Slide, grid_slides, point_slides, question_slide

_FACT = 120
"""Signs of each paragraph of a case that are shown; the rest is in the hand-out."""
_TITLE = 48


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: its cover, then its slides."""

    title: str
    about: tuple[str, ...]
    slides: tuple[Slide, ...]
    issue: Issue


def deck(given: LessonSet) -> Deck:
    """Return the deck of a lesson; notes are there in the edition for lecturers only."""
    lesson = given.lesson
    told = "；".join("、".join(one) for one in (lesson.levels, lesson.posts) if one)
    lines = (
        *((f"对象：{shortened(told, 36)}",) if told else ()),
        f"时长：{given.minutes} 分钟（{given.hours.normalize():f} 学时）",
        *about(str(lesson.type), lesson, given.issue),
    )
    return Deck(lesson.heading, lines, tuple(_slides(given)), given.issue)


def _slides(given: LessonSet) -> Iterator[Slide]:
    lesson = given.lesson
    notes = _said(lesson.notes)
    yield from point_slides("教学目标", _numbered(lesson.objectives), notes)
    if given.slots:
        names = tuple(one.name for one in given.slots)
        minutes = tuple(one.minutes for one in given.slots)
        yield Slide(f"课堂安排（共 {given.minutes} 分钟）", Bars(names, minutes, "分钟"))
    for _, case in given.cases:
        yield from _facts(case)
    for step in lesson.steps:
        yield from _step(step)
    for _, case in given.cases:
        yield from _discussion(case)
    for _, case in given.cases:
        yield from _findings(case)
    if given.issue.lecturer:
        for reveal in lesson.reveals:
            yield from point_slides(f"揭示：{reveal.title}", _lines(reveal.text))
    board = [(str(one.link), str(one.loophole), str(one.measure)) for one in lesson.board]
    yield from grid_slides("板书", ("环节", "漏洞", "措施"), board, (2, 4, 5))
    yield from point_slides("要点归纳", _numbered(lesson.key_points))
    yield from point_slides("小结", _lines(lesson.wrap_up))
    for number, question in enumerate(given.questions, 1):
        yield _quiz(number, question)
    yield from point_slides("依据", given.sources or tuple(map(str, lesson.citations)))


def _facts(case: Case) -> Iterator[Slide]:
    name = shortened(case.heading, _TITLE)
    facts = [shortened(one, _FACT) for one in _lines(case.facts)]
    yield from point_slides(f"案情：{name}", [*_lines(case.gist), *facts])
    timeline = [(one.time.chinese(), str(one.event)) for one in case.timeline]
    yield from grid_slides(f"时间线：{_name(case)}", ("时间", "事件"), timeline, (2, 7))


def _step(step: Step) -> Iterator[Slide]:
    notes = [f"{label}：{one}" for label, said in spoken(step) for one in _lines(said)]
    lines = _lines(step.text) or [str(step.name)]
    yield from point_slides(f"{step.name}（{step.minutes} 分钟）", lines, notes)


def _discussion(case: Case) -> Iterator[Slide]:
    name = _name(case)
    for number, one in enumerate(case.questions, 1):
        yield question_slide(
            f"讨论题 {number}　{name}", [str(one.text)], _said(one.answer, "参考：")
        )


def _findings(case: Case) -> Iterator[Slide]:
    name = _name(case)
    rows = [
        (
            f"{one.type}\n{words(one.text)}",
            "\n".join(
                f"{number}. {each}" if len(one.measures) > 1 else str(each)
                for number, each in enumerate(one.measures, 1)
            ),
        )
        for one in case.loopholes
    ]
    yield from grid_slides(f"漏洞与措施：{name}", ("漏洞", "措施"), rows, (4, 5))
    if case.outcome:
        said = outcome_words(case.outcome)
        lines = [*([said] if said else []), *_lines(case.outcome.note)]
        yield from point_slides(f"处理结果：{name}", lines)


def _name(case: Case) -> str:
    """The title of a case; that it is made up stands on its first slide."""
    return shortened(case.heading.replace(MADE_UP, ""), _TITLE)


def _quiz(number: int, question: Item) -> Slide:
    asked = _lines(question.text)
    right_one = right_answer(question)
    notes = [f"答案：{right_one}"] if right_one else []
    if notes:
        notes += _said(question.explanation, "解析：")
    if question.type == MATCHING:
        return _matching(number, question, notes)
    if question.type == JUDGEMENT:
        choices = ["对　　错"]
    else:
        choices = [f"{at}. {one}" for at, one in zip(LETTERS, question.options, strict=False)]
    return question_slide(f"练习 {number}（{question.type}）", [*asked, *choices], notes)


def _matching(number: int, question: Item, notes: list[str]) -> Slide:
    left = [f"{at}. {one}" for at, one in enumerate(question.options, 1)]
    right = [f"{at}. {one}" for at, one in zip(LETTERS, question.right, strict=False)]
    count = max(len(left), len(right), 1)
    left += [""] * (count - len(left))
    right += [""] * (count - len(right))
    title = f"练习 {number}（{question.type}）　{shortened(words(question.text), _TITLE)}"
    rows = list(zip(left, right, strict=True))
    return next(grid_slides(title, ("左栏", "右栏"), rows, (1, 1), notes))


def _numbered(lines: tuple[str, ...]) -> list[str]:
    return [f"{number}. {one}" for number, one in enumerate(lines, 1)]


def _lines(prose: str | None) -> list[str]:
    return [plain(one) for one in paragraphs(prose)]


def _said(prose: str | None, label: str = "") -> list[str]:
    found = _lines(prose)
    return [label + found[0], *found[1:]] if found else []
