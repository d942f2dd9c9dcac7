"""The versions of a regulation follow each other: on any day exactly one is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ..base.dates import PartialDate
from ..base.finding import Finding, Level, Route
from ..base.reference import Reference
from ..library import Library, key_of
from ..versions import ordered_versions
from ._finding import about

RULES = (
    ("C285", "版本的日期和先后次序不矛盾"),
    ("C286", "同一天只有一个版本施行"),
    ("C287", "前一版失效和后一版施行之间没有空档"),
)
_YEARS = re.compile(r"\d{4}(-\d{1,4})?")


def _year(version: str) -> tuple[int, int]:
    year, _, number = version.partition("-")
    return int(year), int(number or 0)


def check(library: Library) -> Iterator[Finding]:
    """Yield findings about the dates of the versions of every regulation."""
    for record in library.of_kind("regulation"):
        fields: Any = record
        if len(fields.versions) > 1:
            yield from _Series(library, key_of(record), fields.versions).findings()


def _before(one: Any, other: Any) -> bool:
    """Whether one is in force before the other for certain: it is never before its adoption."""
    return bool(one.effective) and one.effective.last() < other.date.first()


class _Series:
    """The versions of one regulation that have a date."""

    def __init__(self, library: Library, key: Reference, versions: Sequence[Any]) -> None:
        self.library = library
        self.key = key
        self.places = {id(one): place for place, one in enumerate(versions)}
        self.listed = [one for one in versions if one.date]
        self.disputed: set[int] = set()

    def findings(self) -> Iterator[Finding]:
        yield from self._order()
        for one, later in pairwise(ordered_versions(self.listed)):
            if one.effective and later.effective and one.date.last() >= later.date.first():
                yield self._same_start(one, later)
            # Where the order itself is in doubt, what follows from it would only confuse.
            elif one.expired and not {id(one), id(later)} & self.disputed:
                yield from self._end(one, later)

    def _order(self) -> Iterator[Finding]:
        by_id = all(_YEARS.fullmatch(one.id) for one in self.listed)
        expected = sorted(self.listed, key=lambda one: _year(one.id)) if by_id else self.listed
        for one, later in pairwise(expected):
            if _before(later, one):
                self.disputed |= {id(one), id(later)}
                which = "编号在后的" if by_id else "排在后面的"
                message = (
                    f"{which}版本「{later.id}」从{later.date.chinese()}起，"
                    f"早于版本「{one.id}」的{one.date.chinese()}"
                )
                hint = "检查这两个版本的日期；引用按日期落到版本，日期写反就会落错。"
                yield self._about(later, "effective", "C285", message, Level.WARNING, hint)
        if by_id and not self.disputed:
            for one, later in pairwise(self.listed):
                if _before(later, one):
                    message = f"版本没有从旧到新排列：「{later.id}」排在「{one.id}」之后"
                    hint = "把版本从旧到新排列；网站上按日期排列，不受影响。"
                    yield self._about(later, "id", "C285", message, Level.NOTICE, hint)
                    break

    def _same_start(self, one: Any, later: Any) -> Finding:
        both = f"版本「{one.id}」和「{later.id}」"
        if one.date == later.date and later.date.day:
            message = f"{both}都从{later.date.chinese()}起施行"
            hint = "检查日期；一天只能有一个版本施行，引用才知道落到哪一版。"
            return self._about(later, "effective", "C286", message, Level.ERROR, hint)
        message = f"{both}分不出先后：{one.date.chinese()}、{later.date.chinese()}"
        hint = "把日期写到月、日。"
        return self._about(later, "effective", "C286", message, Level.WARNING, hint)

    def _end(self, one: Any, later: Any) -> Iterator[Finding]:
        end: PartialDate = one.expired
        start: PartialDate = later.date
        if later.effective and end.first() > start.last():
            message = (
                f"版本「{one.id}」到{end.chinese()}才失效，版本「{later.id}」"
                f"从{start.chinese()}起已经施行，这之间两个版本同时有效"
            )
            hint = "失效日期写后一版施行的那一天，或者留空。"
            yield self._about(one, "expired", "C286", message, Level.ERROR, hint)
        elif end.last() < start.first():
            days = (start.first() - end.last()).days
            message = (
                f"版本「{one.id}」{end.chinese()}失效，版本「{later.id}」"
                f"{start.chinese()}才施行，这之间没有版本施行"
            )
            if days == 1 and end.day:
                hint = f"失效日期写不再施行的第一天：{start}；或者留空。"
                yield self._about(one, "expired", "C287", message, Level.WARNING, hint)
            else:
                hint = "中间如有别的版本，用 anjian import regulation 导入；确实没有就不用改。"
                yield self._about(one, "expired", "C287", message, Level.NOTICE, hint)

    def _about(
        self, version: Any, field: str, code: str, message: str, level: Level, hint: str
    ) -> Finding:
        route: Route = ("versions", self.places[id(version)], field)
        return about(self.library, self.key, route, code, message, level=level, hint=hint)
