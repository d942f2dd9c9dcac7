"""Books for phones (EPUB 3): a lesson with its cases and questions, and each course."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import CaseSet, LessonSet, case_sets, digest, lesson_set, lesson_sets
from ..library import key_of
from ..records.course import Course
from ..records.lesson import Lesson
from . import Document, Format
from ._later import later

FORMAT = Format("EPUB 电子书：教案、案例、练习题，按课或者按课程")


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one book for each lesson and one for each course."""
    known = {key_of(one.case): one for one in case_sets(edition)}
    for one in lesson_sets(edition, only):
        cases = _cases(known, [one])
        path = f"epub/{one.lesson.id}.epub"
        make = later("_epub_files", "lesson_book", one, cases)
        yield Document(path, digest(one, cases), make)
    for course in edition.library.of_kind("course"):
        if isinstance(course, Course) and (not only or key_of(course) in only):
            lessons = tuple(_lessons(edition, course))
            if lessons:
                cases = _cases(known, lessons)
                make = later("_epub_files", "course_book", course, lessons, cases)
                yield Document(f"epub/{course.id}.epub", digest(course, lessons, cases), make)


def _lessons(edition: Edition, course: Course) -> Iterator[LessonSet]:
    for one in course.lessons:
        lesson = edition.library.get(one.lesson)
        if isinstance(lesson, Lesson):
            yield lesson_set(edition, lesson)


def _cases(known: Mapping[Reference, CaseSet], lessons: Iterable[LessonSet]) -> tuple[CaseSet, ...]:
    """The cases of lessons in the order in which they are first used."""
    keys = dict.fromkeys(key_of(case) for one in lessons for _, case in one.cases)
    return tuple(known[key] for key in keys if key in known)
