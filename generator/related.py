"""Which cases belong together, and the reason in words; never a bare score."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from .base.reference import Reference
from .library import Library, key_of

NEIGHBOURS = 12
"""How many holders of one key are looked at on either side; keeps the work linear."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case and why it is shown beside this one."""

    key: Reference
    reasons: tuple[str, ...]


def related_cases(library: Library) -> dict[Reference, tuple[RelatedCase, ...]]:
    """Find for every case up to five others: the editor's own first, then by shared reasons."""
    cases: dict[Reference, Any] = {
        c_key: c for c_key, c in library.records.items() if c_key.kind == "case"
    }
    holders: dict[tuple[str, Hashable], list[Reference]] = {}
    keys: dict[Reference, list[tuple[str, Hashable]]] = {}
    for key, case in cases.items():
        found: list[tuple[str, Hashable]] = list(
            dict.fromkeys(("同类漏洞", loophole.type) for loophole in case.loopholes)
        )
        for link in library.citations.get(key, ()):
            if link.regulation is not None and link.version:
                where = f"《{_short_name(library, link.regulation)}》（{link.version}）"
                found += [("同一条款", f"{where}{number}") for number in link.citation.articles]
        found += [("同类岗位", post) for post in case.posts]
        keys[key] = list(dict.fromkeys(found))
        for one in keys[key]:
            holders.setdefault(one, []).append(key)
    positions = {one: {key: n for n, key in enumerate(found)} for one, found in holders.items()}
    vetoed: dict[Reference, set[Reference]] = {key: {key} for key in cases}
    for key, case in cases.items():
        for other in case.unlike:
            vetoed[key].add(other.bare())
            vetoed.setdefault(other.bare(), set()).add(key)
    return {
        key: _of(cases[key], cases, vetoed[key], keys[key], holders, positions) for key in cases
    }


def _short_name(library: Library, key: Reference) -> str:
    regulation: Any = library.records[key]
    return str(regulation.aliases[0] if regulation.aliases else regulation.name)


_WEIGHT = {"同类漏洞": 3, "同一条款": 2, "同类岗位": 1}


def _of(
    case: Any,
    cases: Mapping[Reference, Any],
    vetoed: set[Reference],
    keys: list[tuple[str, Hashable]],
    holders: Mapping[tuple[str, Hashable], list[Reference]],
    positions: Mapping[tuple[str, Hashable], Mapping[Reference, int]],
) -> tuple[RelatedCase, ...]:
    key = key_of(case)
    recommended = dict.fromkeys(one.bare() for one in case.related)
    chosen = [RelatedCase(one, ("编辑推荐",)) for one in recommended if one in cases and one != key]
    vetoed = vetoed.union(recommended)
    scores: dict[Reference, int] = {}
    near: list[tuple[tuple[str, Hashable], list[Reference]]] = []
    for one in keys:
        position = positions[one][key]
        around = holders[one][max(0, position - NEIGHBOURS) : position + NEIGHBOURS + 1]
        near.append((one, around))
        weight = _WEIGHT[one[0]]
        for other in around:
            scores[other] = scores.get(other, 0) + weight
    for other in vetoed:
        scores.pop(other, None)
    wanted = SHOWN - len(chosen)
    line = sorted(scores.values(), reverse=True)[wanted - 1 : wanted]
    best = [one for one, score in scores.items() if not line or score >= line[0]]
    chosen += [
        RelatedCase(other, _in_words([one for one, around in near if other in around]))
        for other in sorted(best, key=lambda one: (-scores[one], one))[: max(0, wanted)]
    ]
    return tuple(chosen)


def _in_words(reasons: list[tuple[str, Hashable]]) -> tuple[str, ...]:
    words: dict[str, list[str]] = {}
    for label, value in reasons:
        words.setdefault(label, []).append(str(value))
    return tuple(f"{label}：{'、'.join(values[:3])}" for label, values in words.items())
