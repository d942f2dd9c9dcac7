"""Books: one for a lesson with its cases and questions, one for a whole course."""

from __future__ import annotations

from collections.abc import Iterator

from ..lesson_set import CaseSet, LessonSet
from ..records.course import Course
from ._blocks import Paper, Paragraph, Style, Table, row, text
from ._case_text import case_text
from ._epub import Book, Chapter, epub
from ._html import elements
from ._lesson_plan import LESSON_PLAN, lesson_plan
from ._prose import blocks
from ._questions import answers, questions
from ._sections import Sections, audience, facts_table, numbered

_QUESTIONS = "练习题"


def lesson_book(given: LessonSet, cases: tuple[CaseSet, ...]) -> bytes:
    """Return the book of one lesson."""
    lesson, issue = given.lesson, given.issue
    chapters = (
        *_lesson_chapters(given, 1, ""),
        *_case_chapters(cases, "" if len(cases) == 1 else "案例"),
    )
    name = f"anjian:{issue.edition}:lesson/{lesson.id}"
    return epub(Book(name, lesson.heading, chapters, issue))


def course_book(
    course: Course, lessons: tuple[LessonSet, ...], cases: tuple[CaseSet, ...]
) -> bytes:
    """Return the book of a course: its lessons in order, then every case once."""
    issue = lessons[0].issue
    chapters = [_chapter("course.xhtml", _course(course, lessons))]
    for number, one in enumerate(lessons, 1):
        chapters += _lesson_chapters(one, number, one.lesson.heading)
    chapters += _case_chapters(cases, "案例")
    name = f"anjian:{issue.edition}:course/{course.id}"
    return epub(Book(name, course.heading, tuple(chapters), issue))


def _lesson_chapters(given: LessonSet, number: int, group: str) -> Iterator[Chapter]:
    yield _chapter(f"lesson-{number}.xhtml", lesson_plan(given), group, LESSON_PLAN)
    asked = Sections()
    asked.add("题目", questions(given.questions))
    if given.issue.lecturer:
        asked.add("参考答案", answers(given.questions))
    paper = asked.paper(_QUESTIONS, given.lesson, given.issue)
    if paper.blocks:
        yield _chapter(f"questions-{number}.xhtml", paper, group, _QUESTIONS)


def _case_chapters(cases: tuple[CaseSet, ...], group: str) -> Iterator[Chapter]:
    for number, one in enumerate(cases, 1):
        yield _chapter(f"case-{number}.xhtml", case_text(one), group)


def _chapter(file: str, paper: Paper, group: str = "", label: str = "") -> Chapter:
    closing = Paragraph(text(paper.closing), Style.NOTE)
    body = elements((*paper.blocks, closing))
    return Chapter(file, paper.title, body, paper.about, group, label)


def _course(course: Course, lessons: tuple[LessonSet, ...]) -> Paper:
    made = Sections()
    made.plain(blocks(course.gist))
    made.plain(facts_table(audience(course)))
    made.add("课程目标", numbered(course.objectives))
    notes = {one.lesson.id: str(one.note or "") for one in course.lessons}
    rows = [
        row(one.lesson.heading, f"{one.minutes} 分钟", notes.get(str(one.lesson.id), ""))
        for one in lessons
    ]
    made.add("课程安排", [Table((row("教案", "时长", "说明"), *rows), head=True, widths=(5, 2, 5))])
    made.add("教员备注", blocks(course.notes, Style.SPOKEN))
    return made.paper("课程", course, lessons[0].issue)
