"""Half years: which months and days lie in one."""

from __future__ import annotations

from dataclasses import dataclass

from .base.dates import PartialDate
from .base.months import YearMonth
from .library import Library
from .month_grid import grid

HALVES = {1: "上半年", 2: "下半年"}


@dataclass(frozen=True, slots=True, order=True)
class Half:
    """One half of one year."""

    year: int
    number: int

    @classmethod
    def of(cls, month: YearMonth) -> Half:
        """The half in which a month lies."""
        return cls(month[0], 1 if month[1] <= 6 else 2)

    @property
    def name(self) -> str:
        """The name of its page."""
        return f"half-{self.year}-{self.number}"

    @property
    def label(self) -> str:
        """The half in words."""
        return f"{self.year}年{HALVES[self.number]}"

    @property
    def before(self) -> Half:
        """The half before."""
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)

    def holds(self, day: PartialDate | None) -> bool:
        """Whether a day, of which the month is known, lies in it."""
        return half_of(day) == self


def half_of(day: PartialDate | None) -> Half | None:
    """The half in which a day lies; None where there is no day or its month is not known."""
    return Half.of((day.year, day.month)) if day is not None and day.month else None


def halves(library: Library) -> tuple[Half, ...]:
    """Every half year that has months in the grid, the oldest first."""
    return tuple(dict.fromkeys(Half.of(month) for month in grid(library).months))
