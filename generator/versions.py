"""When each version of a regulation is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from .base.dates import PartialDate


class Span(NamedTuple):
    """From the first day in force to the first day no longer; None where unknown or open."""

    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether a day lies inside; a span without a start covers none."""
        return self.start is not None and self.start <= day and (self.end is None or day < self.end)

    def chinese(self) -> str:
        """The span as it is read: 2018年10月1日起，至2024年1月1日止."""
        if self.start is None:
            return "施行日期未填写"
        start = PartialDate(self.start.year, self.start.month, self.start.day).chinese()
        if self.end is None:
            return f"{start}起"
        end = PartialDate(self.end.year, self.end.month, self.end.day).chinese()
        return f"{start}起，至{end}止"


def ordered_versions(versions: Sequence[Any]) -> tuple[Any, ...]:
    """Versions from the oldest to the newest; those without a date first."""
    return tuple(sorted(versions, key=lambda one: (str(one.date or ""), one.id)))


def position_of(versions: Sequence[Any], identifier: str) -> int:
    """Where the version with an id stands among the others."""
    return next(place for place, one in enumerate(versions) if one.id == identifier)


def spans(versions: Sequence[Any]) -> tuple[Span, ...]:
    """When each of the versions is in force, in their order.

    A version that does not say when it ends gives way to the next one.
    """
    starts = [one.date.first() if one.date else None for one in versions]
    found = []
    for position, version in enumerate(versions):
        end = version.expired.first() if version.expired else None
        if end is None:
            end = next((start for start in starts[position + 1 :] if start), None)
        found.append(Span(starts[position], end))
    return tuple(found)


def in_force(versions: Sequence[Any], on: PartialDate) -> tuple[Any, ...]:
    """The versions in force on any of the days that `on` can mean; one where it is clear."""
    first, last = on.first(), on.last()
    return tuple(
        version
        for version, span in zip(versions, spans(versions), strict=True)
        if span.start is not None
        and span.start <= last
        and (span.end is None or first < span.end)
        and (span.end is None or span.start < span.end)
    )


def status(versions: Sequence[Any], position: int, today: date) -> str:
    """未施行, 现行有效, 已修订 or 已废止 on a day; 施行日期未填写 where it cannot be told."""
    span = spans(versions)[position]
    if span.start is None:
        return "施行日期未填写"
    if span.start > today:
        return "未施行"
    if span.end is None or today < span.end:
        return "现行有效"
    later = any(one.date and one.date.first() <= today for one in versions[position + 1 :])
    return "已修订" if later else "已废止"
