"""The lesson plan: what the lecturer holds in hand, or what learners may see of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..lesson_set import LessonSet
from ..records.lesson import Step
from ..timetable import Slot
from ._blocks import Block, Paper, Paragraph, Style, Table, lines, row, text
from ._prose import blocks
from ._questions import answers
from ._sections import Sections, audience, facts_table, numbered

LESSON_PLAN = "教案"


def lesson_plan(given: LessonSet) -> Paper:
    """Return the plan of a lesson; what an edition does not hold leaves no heading behind."""
    lesson, issue = given.lesson, given.issue
    made = Sections()
    made.plain(facts_table(_facts(given)))
    made.add("教学目标", numbered(lesson.objectives))
    made.add("课前阅读", blocks(lesson.before_class))
    made.add("所用案例", _cases(given))
    made.add("时间安排", _timetable(given.slots))
    made.parts(
        "教学步骤",
        (
            (_step_title(slot), _step(step))
            for step, slot in zip(lesson.steps, given.slots, strict=True)
        ),
    )
    made.add("板书", board(given))
    if issue.lecturer:
        made.parts("揭示", ((str(one.title), blocks(one.text)) for one in lesson.reveals))
    made.add("要点归纳", numbered(lesson.key_points))
    made.add("小结", blocks(lesson.wrap_up))
    made.parts("讨论题参考", discussion_answers(given))
    made.add("测验答案", answers(given.questions) if issue.lecturer else ())
    made.add("教员备注", blocks(lesson.notes, Style.SPOKEN))
    made.add("依据", lines(given.sources or map(str, lesson.citations)))
    return made.paper(LESSON_PLAN, lesson, issue)


def _facts(given: LessonSet) -> Iterator[tuple[str, str]]:
    lesson = given.lesson
    yield "类型", str(lesson.type)
    yield from audience(lesson)
    yield "时长", f"{given.minutes} 分钟，{given.hours.normalize():f} 学时" if lesson.steps else ""
    yield "先修", "；".join(given.before)
    yield "延伸", "；".join(given.after)
    yield "关键词", "、".join(lesson.keywords)


def _cases(given: LessonSet) -> Iterator[Block]:
    if given.cases:
        rows = [
            row(case.heading, str(use.part or "全文"), str(use.use or ""))
            for use, case in given.cases
        ]
        yield Table((row("案例", "部分", "用途"), *rows), head=True, widths=(5, 4, 4))


def _timetable(slots: tuple[Slot, ...]) -> Iterator[Block]:
    if slots:
        rows = [row(span(slot), slot.name, f"{slot.minutes}") for slot in slots]
        yield Table(
            (row("起止（分）", "环节", "分钟"), *rows, row("合计", "", f"{slots[-1].ends}")),
            head=True,
            widths=(3, 6, 2),
        )


def span(slot: Slot) -> str:
    """From which minute to which a step lasts."""
    return f"{slot.begins}—{slot.ends}"


def _step_title(slot: Slot) -> str:
    return f"{slot.name}（{slot.minutes} 分钟，第 {span(slot)} 分）"


def _step(step: Step) -> Iterator[Block]:
    yield from blocks(step.text)
    for label, words in spoken(step):
        yield from blocks(words, Style.SPOKEN, label)
    if not (step.text or spoken(step)):
        yield Paragraph(text("按时间安排进行。"))


def spoken(step: Step) -> tuple[tuple[str, str], ...]:
    """What is for the lecturer alone in a step, by label; nothing in other editions."""
    return tuple(
        (label, str(words))
        for label, words in (
            ("讲", step.says),
            ("问", step.asks),
            ("无人回答时", step.if_silent),
            ("教员", step.lecturer),
        )
        if words
    )


def board(given: LessonSet) -> tuple[Table, ...]:
    """The plan of the board in three columns."""
    rows = [row(str(one.link), str(one.loophole), str(one.measure)) for one in given.lesson.board]
    if not rows:
        return ()
    return (Table((row("环节", "漏洞", "措施"), *rows), head=True, widths=(2, 4, 5)),)


def discussion_answers(given: LessonSet) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield the cases with what may be said to their questions; nothing in other editions."""
    for _, case in given.cases:
        yield (
            case.heading,
            tuple(
                block
                for number, one in enumerate(case.questions, 1)
                if one.answer
                for block in (
                    Paragraph(text(f"{number}. {one.text}")),
                    *blocks(one.answer, Style.SPOKEN, "参考"),
                )
            ),
        )
