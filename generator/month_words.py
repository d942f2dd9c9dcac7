"""What is said of units, months and figures, with where each leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .addresses import record_page
from .base.months import YearMonth, label
from .base.reference import Reference
from .ledger_report import Mention
from .library import Library, page_of
from .month_grid import ALL_FIGURES, FIGURES, Cell

COUNTED = (
    *(
        (name, title, unit)
        for (name, title), unit in zip(ALL_FIGURES, ("个", "件", "件", "人次"), strict=True)
    ),
)
"""Every figure of a report: field, label, what it is counted in."""
NONE_GIVEN = "—"
"""Stands for a figure that was not reported."""


@dataclass(frozen=True, slots=True)
class Streak:
    """A run of months of one unit that are all zero."""

    unit: Mention
    first: YearMonth
    last: YearMonth
    length: int

    @property
    def words(self) -> str:
        """How long and when, for example 连续4个月零报告：2026年3月至6月."""
        return f"连续{self.length}个月零报告：{span(self.first, self.last)}"


class Names:
    """The units of a library as they are mentioned."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Reference, Mention] = {}

    def unit(self, key: Reference) -> Mention:
        """A unit by its short name, with its page."""
        found = self._known.get(key)
        if found is None:
            record = self._library.get(key)
            if record is None:
                found = Mention(key.id)
            else:
                found = Mention(record.mention, record_page(key.bare()))
            self._known[key] = found
        return found

    def reported(self, key: Reference, cell: Cell) -> Mention:
        """A unit by its short name, with the row of its report where there is one."""
        unit = self.unit(key)
        return Mention(unit.text, page_of(cell.record)) if cell.record else unit


def figure_text(cell: Cell, name: str) -> str:
    """A figure as it is written; a dash where it was not reported."""
    value = cell.figure(name)
    return NONE_GIVEN if value is None else str(value)


def lacking(cell: Cell) -> str:
    """The figures that a report lacks while it has others."""
    return "、".join(title for name, title in FIGURES if cell.figure(name) is None)


def span(first: YearMonth, last: YearMonth) -> str:
    """A run of months in words; the year is said once."""
    if first == last:
        return label(first)
    end = f"{last[1]}月" if first[0] == last[0] else label(last)
    return f"{label(first)}至{end}"


def totals(cells: Iterable[Cell]) -> dict[str, int]:
    """The sum of every figure by field."""
    records = [cell.record for cell in cells if cell.record is not None]
    return {name: sum(getattr(one, name) or 0 for one in records) for name, _, _ in COUNTED}


def totals_text(sums: dict[str, int]) -> str:
    """All sums in one phrase."""
    return "，".join(f"{title}{sums[name]}{unit}" for name, title, unit in COUNTED)


def compared_text(now: dict[str, int], before: dict[str, int]) -> str:
    """How each sum has changed, in one phrase."""
    return "，".join(
        f"{title}{_change(now[name] - before[name], unit)}" for name, title, unit in COUNTED
    )


def _change(difference: int, unit: str) -> str:
    if not difference:
        return "持平"
    return f"{'增加' if difference > 0 else '减少'}{abs(difference)}{unit}"
