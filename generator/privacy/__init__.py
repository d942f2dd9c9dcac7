"""Floor 1: what may not be published, found in texts; one detector per file."""

from __future__ import annotations

import importlib
import pkgutil
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from types import ModuleType

from .hit import TITLES, Hit
from .spelled import BREAK, Spelled

__all__ = ["TITLES", "Hit", "all_detectors", "scan", "scan_record", "scan_records", "scan_texts"]


@cache
def all_detectors() -> tuple[ModuleType, ...]:
    """Return every detector in this folder; a new one is one new file and no list to edit."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(one for one in modules if hasattr(one, "detect") or hasattr(one, "detect_record"))


@cache
def _detectors(of: str) -> tuple[ModuleType, ...]:
    return tuple(module for module in all_detectors() if hasattr(module, of))


def scan(text: str, allowed: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Return everything in one text that may not be published, in order, without overlaps.

    Names in `allowed` pass. Of finds that overlap the most certain one stays, then the longest.
    """
    spelled = Spelled(text)
    found = [one for module in _detectors("detect") for one in module.detect(spelled, allowed)]
    return _without_overlaps(found)


def scan_texts(
    texts: Sequence[str], allowed: frozenset[str] = frozenset()
) -> tuple[tuple[int, Hit], ...]:
    """Return what `scan` finds in the texts of one record, each with the number of its text.

    A name that was found in one text is found in the others too, and has one mask in all.
    """
    joined = BREAK.join(texts)
    starts = list(accumulate((len(text) + len(BREAK) for text in texts), initial=0))
    return tuple(
        (number, replace(one, start=one.start - starts[number], end=one.end - starts[number]))
        for one in scan(joined, allowed)
        for number in (bisect_right(starts, one.start) - 1,)
    )


def scan_records(
    records: Sequence[Sequence[str]], allowed: frozenset[str] = frozenset()
) -> tuple[tuple[int, int, Hit], ...]:
    """Return what `scan_texts` finds in each of several records, with the number of its record.

    Most records hold nothing, and one look at many of them costs half of many looks: only
    those in which it finds something are looked at one by one, for a name of one record is not
    looked for in the next.
    """
    joined = [BREAK.join(texts) for texts in records]
    starts = list(accumulate((len(text) + len(BREAK) for text in joined), initial=0))
    numbers = {
        bisect_right(starts, place) - 1
        for one in scan(BREAK.join(joined), allowed)
        for place in (one.start, one.end - 1)
    }
    return tuple(
        (record, number, one)
        for record in sorted(numbers)
        for number, one in scan_texts(records[record], allowed)
    )


def scan_record(
    texts: Sequence[str], allowed: frozenset[str] = frozenset()
) -> tuple[tuple[int, Hit], ...]:
    """Return what only the texts of a record together show, each with the number of its text."""
    found = [
        one
        for module in _detectors("detect_record")
        for one in module.detect_record(texts, allowed)
    ]
    return tuple(sorted(found, key=lambda one: (one[0], one[1].start, one[1].code)))


def _without_overlaps(found: Iterable[Hit]) -> tuple[Hit, ...]:
    kept: list[Hit] = []
    for cluster in _clusters(sorted(found, key=lambda one: (one.start, -one.end))):
        chosen: list[Hit] = []
        for one in sorted(cluster, key=_rank):
            if all(one.end <= other.start or one.start >= other.end for other in chosen):
                chosen.append(one)
        kept += sorted(chosen, key=lambda one: one.start)
    return tuple(kept)


def _clusters(found: Sequence[Hit]) -> Iterator[list[Hit]]:
    """Yield the finds that overlap each other, directly or by way of others."""
    cluster: list[Hit] = []
    end = 0
    for one in found:
        if cluster and one.start >= end:
            yield cluster
            cluster = []
        cluster.append(one)
        end = max(end, one.end) if len(cluster) > 1 else one.end
    if cluster:
        yield cluster


def _rank(one: Hit) -> tuple[bool, int, str, int]:
    return not one.certain, one.start - one.end, one.code, one.start
