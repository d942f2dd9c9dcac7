"""The page of a case: the product, designed and not dumped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from ..addresses import facet_page, lesson_part_page, list_page, outcome_page, record_page
from ..base.page import Page
from ..base.reference import Reference
from ..editions import Edition
from ..library import key_of
from ..outcomes import OUTCOMES
from ..rectifications import standings, units_by_loophole
from ..related import RelatedCase, related_cases
from ._citations import Clauses
from ._frame import render


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of the strip under the title: a label, values, and the lists they lead to."""

    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """All that the template needs of one case."""

    facts: tuple[Fact, ...]
    outcome: tuple[tuple[str, str, str], ...]
    related: tuple[tuple[Reference, str, tuple[str, ...]], ...]
    lessons: tuple[Reference, ...]
    practices: tuple[Reference, ...]
    scenarios: tuple[Reference, ...]
    quiz: str
    """The page of the questions about it, "" where there are none."""
    elsewhere: dict[str, str]
    """By the id of a loophole what was done about it elsewhere, in words."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per case."""
    related = related_cases(edition.library)
    clauses = Clauses(edition)
    taken = units_by_loophole(standings(edition.library))
    for case in edition.library.of_kind("case"):
        fields: Any = case
        path = record_page(key_of(case))
        crumbs = [("案例", list_page("case"))]
        if fields.industry:
            crumbs.append((fields.industry, facet_page("industry", fields.industry)))
        view = _view(edition, fields, related.get(key_of(case), ()), taken)
        cited = clauses.cite(case, path)
        yield render(
            edition,
            "case.md.j2",
            path,
            case.heading,
            crumbs,
            view=view,
            case=cited.record,
            notes=cited.notes,
        )


def _view(
    edition: Edition,
    case: Any,
    related: tuple[RelatedCase, ...],
    taken: Mapping[Reference, AbstractSet[Reference]],
) -> CaseView:
    library = edition.library
    key = key_of(case)
    users = [link.source for link in library.backlinks.get(key, ())]
    asking: list[Any] = [library.get(user) for user in users if user.kind == "question"]
    asked = any(one.bare() == key for question in asking for one in question.cases)
    return CaseView(
        facts=tuple(_facts(case)),
        outcome=tuple(_outcome(case.outcome)) if case.outcome else (),
        related=tuple((one.key, library.records[one.key].heading, one.reasons) for one in related),
        lessons=tuple(dict.fromkeys(key for key in users if key.kind == "lesson")),
        practices=tuple(dict.fromkeys(key for key in users if key.kind == "practice")),
        scenarios=tuple(dict.fromkeys(key for key in users if key.kind == "scenario")),
        quiz=lesson_part_page(key, "quiz") if asked else "",
        elsewhere=dict(_elsewhere(case, taken)),
    )


def _elsewhere(
    case: Any, taken: Mapping[Reference, AbstractSet[Reference]]
) -> Iterator[tuple[str, str]]:
    key = key_of(case)
    whole = taken.get(key, frozenset())
    for loophole in case.loopholes:
        units = taken.get(key._replace(part=str(loophole.id)), frozenset()) | whole
        if units:
            yield str(loophole.id), f"{len(units)} 个单位对照整改"


def _facts(case: Any) -> Iterator[Fact]:
    if case.industry:
        yield Fact("领域", ((case.industry, facet_page("industry", case.industry)),))
    if case.level:
        values = [(case.level, facet_page("level", case.level))]
        if case.unit_type:
            values.append((case.unit_type, ""))
        yield Fact("层级", tuple(values))
    if case.posts:
        yield Fact("岗位", tuple((post, facet_page("post", post)) for post in case.posts))
    if case.disciplines:
        yield Fact(
            "违反纪律",
            tuple((f"{one}纪律", facet_page("discipline", one)) for one in case.disciplines),
        )
    if case.conduct:
        yield Fact("行为类型", tuple((one, "") for one in case.conduct))
    if case.period:
        yield Fact("行为期间", ((case.period.chinese(), ""),))
    if case.decided:
        year = str(case.decided.year)
        yield Fact("处理时间", ((case.decided.chinese(), facet_page("year", year)),))


_IN_FULL = {
    ("party", "警告"): "党内警告",
    ("party", "严重警告"): "党内严重警告",
    ("official", "开除"): "开除公职",
}
"""How an outcome is said where it stands alone."""


def _outcome(outcome: Any) -> Iterator[tuple[str, str, str]]:
    """Label, words and the list of the cases with the same outcome, where there is one."""
    listed = []
    for name, (label, labels) in OUTCOMES.items():
        value = str(getattr(outcome, name) or "")
        if value:
            words = _IN_FULL.get((name, value), labels[value])
            listed.append((label, words, outcome_page(label, labels[value])))
    forms = [row for row in listed if row[0] == OUTCOMES["form"][0]]
    yield from (row for row in listed if row not in forms)
    if outcome.criminal:
        yield "刑事处理", str(outcome.criminal), ""
    yield from forms
    if outcome.amount:
        yield "涉案金额", str(outcome.amount), ""
