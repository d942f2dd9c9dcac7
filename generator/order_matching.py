"""Which lessons, cases and lecturers meet an order, and why; what nobody can teach yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .base.record import Record
from .base.reference import Reference
from .citations import CitationLink
from .facets import LEVELS
from .library import Library, key_of
from .records.lecturer import Lecturer
from .records.lesson import Lesson
from .records.order import Order

_SHOWN = 5
_WEIGHTS = {"科目": 4, "漏洞": 4, "条款": 3, "岗位": 3, "领域": 2, "层级": 1, "时长": 1}


@dataclass(frozen=True, slots=True)
class Match:
    """A lesson, case or lecturer that is proposed, with what speaks for and against it."""

    key: Reference
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]
    score: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an order can be met with."""

    lessons: tuple[Match, ...]
    cases: tuple[Match, ...]
    lecturers: tuple[Match, ...]
    gaps: tuple[str, ...]
    """What is asked for and found in no lesson."""


def proposal(library: Library, order: Order) -> Proposal:
    """Look for all that meets an order; the best first, nothing that shares no ground with it."""
    wanted = _Wanted(library, order)
    lessons = wanted.best(library.of_kind("lesson"))
    return Proposal(
        lessons,
        wanted.best(library.of_kind("case")),
        wanted.best(library.of_kind("lecturer"), frozenset(one.key for one in lessons)),
        tuple(wanted.gaps([library.records[one.key] for one in lessons])),
    )


class _Wanted:
    """One order, with what was taught to its unit before."""

    def __init__(self, library: Library, order: Order) -> None:
        self.library = library
        self.order = order
        self.clauses = set(_clauses(library.citations.get(key_of(order), ())))
        self.used: set[Reference] = set()
        for other in library.of_kind("order"):
            if isinstance(other, Order) and other.unit and other.unit == order.unit:
                if other.id == order.id or other.progress == "已取消":
                    continue
                self.used.update(one.bare() for one in other.cases)
                if other.lesson:
                    self.used.add(other.lesson.bare())

    def best(
        self, records: Iterable[Record], lessons: frozenset[Reference] = frozenset()
    ) -> tuple[Match, ...]:
        """The records that share most with the order; a lecturer also by the lessons prepared."""
        found = []
        for record in records:
            if record.status == "已撤下":
                continue
            match = self._match(record, lessons)
            if match.score > 0:
                found.append(match)
        found.sort(key=lambda one: (-one.score, len(one.warnings), one.key))
        return tuple(found[:_SHOWN])

    def _match(self, record: Record, lessons: frozenset[Reference]) -> Match:
        reasons: list[str] = []
        score = 0
        # Level and length alone make no lesson fit: they only order those that do.
        ground = 0
        for name, words in self._shared(record, lessons):
            reasons.append(f"同一{name}：{'、'.join(words)}" if name != "备好的课" else words[0])
            weight = _WEIGHTS.get(name, 3)
            score += weight
            if name not in ("层级", "时长"):
                ground += weight
        warnings = list(self._against(record))
        key = key_of(record)
        if key in self.used:
            warnings.append("给这个单位用过")
            score -= 3
        elif self.used and ground and record.kind != "lecturer":
            reasons.append("这个单位还没有用过")
        score -= 2 * len(warnings)
        return Match(key, tuple(reasons), tuple(warnings), max(score, 1) if ground else 0)

    def _shared(
        self, record: Record, lessons: frozenset[Reference]
    ) -> Iterator[tuple[str, list[str]]]:
        order = self.order
        cases = self._cases_of(record)
        subjects = [str(one) for one in order.subject if _speaks_of(record, one)]
        if subjects:
            yield "科目", subjects
        types = {loop.type for case in cases for loop in getattr(case, "loopholes", ())}
        loopholes = [str(one) for one in order.loophole_types if one in types]
        if loopholes:
            yield "漏洞", loopholes
        if self.clauses:
            keys = [key_of(record), *map(key_of, cases)]
            cited = {one for key in keys for one in _clauses(self.library.citations.get(key, ()))}
            clauses = sorted(f"{name}{article}" for name, article in self.clauses & cited)
            if clauses:
                yield "条款", clauses
        for label, field, single in (
            ("岗位", "posts", ""),
            ("领域", "industries", "industry"),
            ("层级", "levels", "level"),
        ):
            shared = [one for one in getattr(order, field) if one in _values(record, field, single)]
            if shared:
                yield label, shared
        if order.minutes and isinstance(record, Lesson) and record.minutes == order.minutes:
            yield "时长", [f"{order.minutes} 分钟"]
        if isinstance(record, Lecturer):
            ready = [self.library.get(one) for one in record.lessons if one.bare() in lessons]
            titles = [one.heading for one in ready if one]
            if titles:
                yield "备好的课", [f"备好了《{'》《'.join(titles)}》"]

    def _against(self, record: Record) -> Iterator[str]:
        """A lesson from another world is what every audience complains of."""
        for label, field, single in (
            ("层级", "levels", "level"),
            ("领域", "industries", "industry"),
        ):
            asked, has = getattr(self.order, field), _values(record, field, single)
            if asked and has and not set(asked) & set(has):
                wide = label == "层级" and _next_to(asked, has)
                if not wide:
                    yield f"{label}不合：要{'、'.join(asked)}，这里是{'、'.join(has)}"
        most = self.order.minutes
        if most and isinstance(record, Lesson) and record.minutes > most:
            yield f"要 {most} 分钟，这一课 {record.minutes} 分钟"

    def _cases_of(self, record: Record) -> list[Any]:
        if record.kind == "case":
            return [record]
        if isinstance(record, Lesson):
            found = [self.library.get(one.case) for one in record.cases]
            return [one for one in found if one is not None]
        return []

    def gaps(self, lessons: list[Record]) -> Iterator[str]:
        """What is asked for and what no proposed lesson brings."""
        order = self.order
        fitting = [one for one in lessons if not list(self._against(one))]
        if not lessons:
            yield "没有一课合适"
        elif not fitting:
            yield "合适的课都有不合之处，见各课的提醒"
        for subject in order.subject:
            if not any(_speaks_of(one, subject) for one in lessons):
                yield f"没有讲「{subject}」的课"
        for loophole in order.loophole_types:
            types = {
                loop.type
                for lesson in lessons
                for case in self._cases_of(lesson)
                for loop in getattr(case, "loopholes", ())
            }
            if loophole not in types:
                yield f"没有用到漏洞「{loophole}」的课"
        for label, field, single in (("岗位", "posts", ""), ("领域", "industries", "industry")):
            for asked in getattr(order, field):
                if not any(asked in _values(one, field, single) for one in lessons):
                    yield f"没有给{label}「{asked}」的课"


def _clauses(links: Iterable[CitationLink]) -> Iterator[tuple[str, str]]:
    for link in links:
        for article in link.citation.articles:
            yield link.citation.name, str(article)


def _values(record: Record, field: str, single: str) -> tuple[str, ...]:
    several = getattr(record, field, ())
    one = getattr(record, single, None) if single else None
    return tuple(several) or ((str(one),) if one else ())


def _speaks_of(record: Record, subject: str) -> bool:
    """Whether a record names a subject where it says what it is about."""
    texts: list[str] = [record.heading]
    for name in ("keywords", "industries", "subjects", "conduct"):
        texts += map(str, getattr(record, name, ()))
    texts += [str(getattr(record, "industry", None) or "")]
    texts += [str(one.type) for one in getattr(record, "loopholes", ())]
    return any(subject in text or (len(text) > 1 and text in subject) for text in texts)


def _next_to(asked: Iterable[str], has: Iterable[str]) -> bool:
    """Whether levels stand side by side: a lesson for one serves the other with a word changed."""
    places = {level: at for at, level in enumerate(LEVELS)}
    return any(
        abs(places[one] - places[other]) == 1
        for one in asked
        for other in has
        if one in places and other in places
    )
