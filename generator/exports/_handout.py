"""The hand-out: what learners read, discuss and fill in; answers at its end for the lecturer."""

from __future__ import annotations

from collections.abc import Iterator

from ..lesson_set import LessonSet
from ..records.case import Case
from ..records.lesson import CaseUse
from ._blocks import AnswerLines, Block, PageBreak, Paper, Paragraph, Style, Table, row, text
from ._lesson_plan import discussion_answers
from ._prose import blocks
from ._questions import answers, questions
from ._sections import Sections, numbered

HANDOUT = "讲义"
_LINES = 4


def handout(given: LessonSet) -> Paper:
    """Return the hand-out of a lesson."""
    lesson = given.lesson
    made = Sections()
    made.add("学习目标", numbered(lesson.objectives))
    made.add("课前阅读", blocks(lesson.before_class))
    made.parts("案例", ((case.heading, _case(use, case)) for use, case in given.cases))
    made.parts("讨论题", ((case.heading, _discussion(case)) for _, case in given.cases))
    made.add("要点归纳", numbered(lesson.key_points))
    made.add("对照自查", _self_check(given))
    made.add("练习题", questions(given.questions))
    if given.issue.lecturer:
        _answers(made, given)
    return made.paper(HANDOUT, lesson, given.issue)


def _answers(made: Sections, given: LessonSet) -> None:
    discussed = [one for one in discussion_answers(given) if one[1]]
    right = tuple(answers(given.questions))
    if discussed or right:
        made.plain((PageBreak(),))
    made.parts("参考答案：讨论题", discussed)
    made.add("参考答案：练习题", right)


def _case(use: CaseUse, case: Case) -> Iterator[Block]:
    if use.part:
        yield Paragraph(text(f"本课使用：{use.part}"), Style.SPOKEN)
    yield from blocks(case.gist, label="要点")
    yield from blocks(case.facts)


def _discussion(case: Case) -> Iterator[Block]:
    for number, question in enumerate(case.questions, 1):
        yield Paragraph(text(f"{number}. {question.text}"))
        yield AnswerLines(_LINES)


def _self_check(given: LessonSet) -> Iterator[Block]:
    checks = list(dict.fromkeys(str(one) for _, case in given.cases for one in case.self_check))
    if checks:
        rows = [row(f"{number}", one, "□", "□") for number, one in enumerate(checks, 1)]
        yield Table((row("序号", "自查事项", "是", "否"), *rows), head=True, widths=(1.4, 12, 1, 1))
