"""What concerns one post: its risks, the cases they come from, and what to check oneself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .base.by_identity import by_identity
from .base.record import Record
from .base.reference import Reference
from .facets import by_value
from .library import Library, key_of
from .records.case import Case
from .records.risk import Risk

GRADES = ("高", "中", "低")
MOST_CASES = 12
"""How many cases a post is shown with; the rest is a link away."""
_NOT_WORDS = re.compile(r"[\s，。？！、；：,.?!;:“”\"'（）()]+")


@dataclass(frozen=True, slots=True)
class Check:
    """One question to put to oneself, and the risks and cases that ask it."""

    text: str
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Typical:
    """A case that a post should know, and why."""

    case: Case
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """All that is known of one post."""

    name: str
    steps: tuple[tuple[str, tuple[Risk, ...]], ...]
    """Risks by step of power; the gravest step and the gravest risk first."""
    cases: tuple[Typical, ...]
    more: int
    """How many cases name the post beyond those that are shown."""
    checks: tuple[Check, ...]

    @property
    def risks(self) -> tuple[Risk, ...]:
        """All risks in the order in which they are shown."""
        return tuple(risk for _, some in self.steps for risk in some)


@by_identity
def posts(library: Library) -> dict[str, Post]:
    """Every post that a risk or a case names, in the order of the project's list."""
    risks: dict[str, list[Risk]] = {}
    for risk in library.not_withdrawn(Risk):
        for name in risk.posts:
            risks.setdefault(str(name), []).append(risk)
    cases = by_value(library, "post")
    known = [str(name) for name in library.settings.posts]
    others = sorted({*risks, *cases} - set(known))
    return {
        name: _post(library, name, risks.get(name, ()), cases.get(name, ()))
        for name in (*known, *others)
        if name in risks or name in cases
    }


def _post(library: Library, name: str, risks: Iterable[Risk], named: Iterable[Record]) -> Post:
    steps = tuple(_by_step(risks))
    every = [risk for _, some in steps for risk in some]
    taught = list(_typical(library, every, [one for one in named if isinstance(one, Case)]))
    shown = taught[:MOST_CASES]
    return Post(name, steps, tuple(shown), len(taught) - len(shown), _checks(every, shown))


def _by_step(risks: Iterable[Risk]) -> Iterator[tuple[str, tuple[Risk, ...]]]:
    groups: dict[str, list[Risk]] = {}
    for risk in sorted(risks, key=lambda one: (GRADES.index(one.grade), one.id)):
        groups.setdefault(str(risk.step), []).append(risk)
    yield from ((step, tuple(found)) for step, found in groups.items())


def _typical(library: Library, risks: Iterable[Risk], named: Iterable[Case]) -> Iterator[Typical]:
    """The cases of the risks in their order, then those that name the post, newest first."""
    reasons: dict[Reference, list[str]] = {}
    for risk in risks:
        for key in risk.cases:
            if library.get(key) is not None:
                reasons.setdefault(key.bare(), []).append(f"风险：{risk.heading}")
    same = sorted(sorted(named, key=lambda one: one.id), key=_day, reverse=True)
    for case in same:
        reasons.setdefault(key_of(case), [])
    here = {key_of(case) for case in same}
    for key, words in reasons.items():
        found = library.get(key)
        if isinstance(found, Case) and found.status != "已撤下":
            yield Typical(found, (*words, *(["同一岗位"] if key in here else [])))


def _day(case: Case) -> str:
    return str(case.date) if case.date else ""


def _checks(risks: Iterable[Risk], cases: Iterable[Typical]) -> tuple[Check, ...]:
    """Every question once, however often it is asked and with whatever signs."""
    texts: dict[str, str] = {}
    sources: dict[str, dict[Reference, None]] = {}
    asked: list[tuple[Reference, str]] = [
        (key_of(risk), str(line)) for risk in risks for line in risk.checks
    ]
    asked += [(key_of(one.case), str(line)) for one in cases for line in one.case.self_check]
    for key, line in asked:
        folded = _NOT_WORDS.sub("", line)
        texts.setdefault(folded, line)
        sources.setdefault(folded, {})[key] = None
    return tuple(Check(text, tuple(sources[folded])) for folded, text in texts.items())
