"""Everything that a class needs of one lesson, as one value: what every format is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from .base.numerals import ArticleNumber
from .base.record import Record
from .base.reference import Reference
from .citations import label
from .editions import Edition
from .library import Library, key_of
from .records.case import Case
from .records.lesson import CaseUse, Lesson
from .records.question import Question
from .records.scenario import Scenario
from .timetable import Slot, before, study_hours, timetable

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Issue:
    """Which edition of which site something is taken from, and on which day."""

    site: str
    edition: str
    title: str
    lecturer: bool
    day: date
    banner: str = ""
    unit: str = ""

    @classmethod
    def of(cls, edition: Edition) -> Issue:
        """What an edition says of itself."""
        library, rule = edition.library, edition.rule
        return cls(
            library.site_name,
            rule.name,
            rule.title,
            rule.lecturer_fields,
            library.today,
            rule.banner,
            str(library.settings.unit or ""),
        )


@dataclass(frozen=True)
class CaseSet:
    """A case with what it cites, for a sheet of its own or inside a lesson."""

    case: Case
    sources: tuple[str, ...]
    questions: tuple[Question, ...]
    issue: Issue


@dataclass(frozen=True)
class LessonSet:
    """A lesson with its cases, questions and scenarios, and what is computed of it."""

    lesson: Lesson
    cases: tuple[tuple[CaseUse, Case], ...]
    questions: tuple[Question, ...]
    scenarios: tuple[Scenario, ...]
    slots: tuple[Slot, ...]
    hours: Decimal
    before: tuple[str, ...]
    """Titles of all lessons that go before it, the first first."""
    after: tuple[str, ...]
    sources: tuple[str, ...]
    """Each clause that is cited, with the version that it was found in."""
    pass_mark: int
    """Percent of the points that pass the quiz."""
    issue: Issue

    @property
    def minutes(self) -> int:
        """The minutes of all steps."""
        return self.lesson.minutes


def digest(*values: object) -> str:
    """A digest of values: the same as long as nothing in them changes."""
    text = "\n".join(repr(one) for one in values)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def lesson_sets(edition: Edition, only: Collection[Reference] = ()) -> Iterator[LessonSet]:
    """Yield every lesson of an edition, or those that are named."""
    for record in edition.library.of_kind("lesson"):
        if isinstance(record, Lesson) and (not only or key_of(record) in only):
            yield lesson_set(edition, record)


def lesson_set(edition: Edition, lesson: Lesson) -> LessonSet:
    """Gather one lesson."""
    library = edition.library
    settings = library.settings.teaching
    used = [(one, library.get(one.case)) for one in lesson.cases]
    cases = tuple((use, case) for use, case in used if isinstance(case, Case))
    own = [key_of(lesson), *(key_of(case) for _, case in cases)]
    return LessonSet(
        lesson,
        cases,
        tuple(_found(library, lesson.quiz, Question)),
        tuple(_found(library, lesson.scenarios, Scenario)),
        timetable(lesson),
        study_hours(lesson.minutes, settings),
        tuple(one.heading for one in before(library, lesson)),
        tuple(one.heading for one in _found(library, lesson.next, Lesson)),
        sources(library, own),
        settings.pass_mark,
        Issue.of(edition),
    )


def case_sets(edition: Edition, only: Collection[Reference] = ()) -> Iterator[CaseSet]:
    """Yield every case of an edition, or those that are named."""
    library = edition.library
    asked: dict[Reference, list[Question]] = {}
    for question in library.of_kind("question"):
        if isinstance(question, Question):
            for key in question.cases:
                asked.setdefault(key.bare(), []).append(question)
    for record in library.of_kind("case"):
        key = key_of(record)
        if isinstance(record, Case) and (not only or key in only):
            yield CaseSet(
                record, sources(library, [key]), tuple(asked.get(key, ())), Issue.of(edition)
            )


def questions(edition: Edition, only: Collection[Reference] = ()) -> tuple[Question, ...]:
    """The questions of an edition, or those named and those of the lessons and cases named."""
    library = edition.library
    found = [one for one in library.of_kind("question") if isinstance(one, Question)]
    if not only:
        return tuple(found)
    wanted = set(only)
    for key in only:
        record = library.get(key)
        if isinstance(record, Lesson):
            wanted.update(one.bare() for one in record.quiz)
    return tuple(
        one for one in found if key_of(one) in wanted or any(c.bare() in wanted for c in one.cases)
    )


def sources(library: Library, keys: Iterable[Reference]) -> tuple[str, ...]:
    """What records cite: one line for each version of a regulation, with its articles in order."""
    found: dict[tuple[str, str], set[ArticleNumber]] = {}
    for key in keys:
        for link in library.citations.get(key, ()):
            if link.regulation is not None and link.version:
                name = library.records[link.regulation].heading
                found.setdefault((name, link.version), set()).update(link.citation.articles)
    return tuple(
        f"《{name}》（{label(version)}）{'、'.join(map(str, sorted(articles)))}"
        for (name, version), articles in found.items()
    )


def _found(library: Library, keys: Iterable[Reference], kind: type[Kind]) -> Iterator[Kind]:
    for key in keys:
        record = library.get(key)
        if isinstance(record, kind):
            yield record
