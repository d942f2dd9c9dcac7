"""A course: several lessons in the order in which they are taken."""

from __future__ import annotations

from typing import ClassVar

from ..base.declaration import Part, item
from ..base.record import Record
from ..base.text import Line, Prose
from .case import OfficeLevel
from .lesson import LessonReference, QuestionReference, ScenarioReference


class CourseLesson(Part):
    """One lesson of a course and what it is there for."""

    lesson: LessonReference = item("教案", "教案编号")
    note: Line | None = item("说明", "这一课在课程里的作用", default=None)
    short: ClassVar[str] = "lesson"


class Course(Record):
    """课程."""

    kind: ClassVar[str] = "course"
    label: ClassVar[str] = "课程"
    folder: ClassVar[str] = "materials/courses"

    title: Line = item("标题")
    keywords: tuple[Line, ...] = item("关键词", default=())
    gist: Prose | None = item("要点", "学完这门课能解决什么问题", default=None)
    industries: tuple[Line, ...] = item("领域", default=())
    levels: tuple[OfficeLevel, ...] = item("层级", default=())
    posts: tuple[Line, ...] = item("岗位", default=())
    objectives: tuple[Line, ...] = item("目标", default=())
    lessons: tuple[CourseLesson, ...] = item("教案", "按学习的次序")
    scenarios: tuple[ScenarioReference, ...] = item("决策情景", default=())
    quiz: tuple[QuestionReference, ...] = item("测验", "结业测验的题目编号", default=())
    notes: Prose | None = item("教员备注", "只在教员版出现", default=None, lecturer=True)
