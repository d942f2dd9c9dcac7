"""A lecturer: the subjects and lessons somebody can teach, to whom."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ..base.declaration import item
from ..base.record import Record
from ..base.reference import Reference, To
from ..base.text import Line, Prose
from .case import OfficeLevel
from .lesson import LessonReference


class Lecturer(Record):
    """讲师."""

    kind: ClassVar[str] = "lecturer"
    label: ClassVar[str] = "讲师"
    folder: ClassVar[str] = "materials/lecturers"
    rows: ClassVar[bool] = True

    name: Line = item("姓名", "例如 周老师")
    unit: Annotated[Reference, To("unit")] | None = item("单位", "单位编号", default=None)
    post: Line | None = item("职务", default=None)
    subjects: tuple[Line, ...] = item("科目", "能讲什么，例如 政府采购", default=())
    industries: tuple[Line, ...] = item("领域", default=())
    levels: tuple[OfficeLevel, ...] = item("层级", "讲给哪一级听", default=())
    posts: tuple[Line, ...] = item("岗位", "讲给哪些岗位听", default=())
    lessons: tuple[LessonReference, ...] = item("教案", "备好的课", default=())
    monthly: Line | None = item("每月可授", "例如 2 次", default=None)
    introduction: Prose | None = item("简介", default=None)
