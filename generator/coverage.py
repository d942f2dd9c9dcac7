"""Which trades, levels and posts the cases cover, and where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .base.record import Record
from .facets import LEVELS, by_value, values
from .library import Library


@dataclass(frozen=True, slots=True)
class TradeCoverage:
    """The cases of one trade, level by level."""

    trade: str
    cells: tuple[tuple[Record, ...], ...]
    """Its cases by level, in the order of the levels."""
    posts: tuple[tuple[str, int], ...]
    """The posts in its cases, the most frequent first, with the number of cases of each."""

    @property
    def total(self) -> int:
        """How many cases have this trade and any level."""
        return sum(map(len, self.cells))

    @property
    def gaps(self) -> tuple[str, ...]:
        """The levels of which this trade has no case."""
        return tuple(level for level, cases in zip(LEVELS, self.cells, strict=True) if not cases)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All trades of the settings against all levels, and the posts of the settings."""

    rows: tuple[TradeCoverage, ...]
    posts_without: tuple[str, ...]
    """Posts of the settings that no case is about."""
    post_count: int
    """How many posts the settings name."""
    unplaced: int
    """Cases that have no trade or no level."""

    @property
    def gaps(self) -> int:
        """How many cells hold no case."""
        return sum(len(row.gaps) for row in self.rows)

    @property
    def trades_without(self) -> tuple[str, ...]:
        """Trades that no cell has a case of."""
        return tuple(row.trade for row in self.rows if not row.total)

    @property
    def levels_by_gaps(self) -> tuple[str, ...]:
        """The levels, that with most gaps first."""
        counted = Counter(level for row in self.rows for level in row.gaps)
        return tuple(sorted(LEVELS, key=lambda level: -counted[level]))


def coverage(library: Library, cases: Iterable[Record] | None = None) -> Coverage:
    """Lay the cases out by trade and level; `cases` gives their order within a cell."""
    every = list(library.of_kind("case") if cases is None else cases)
    cells: dict[tuple[str, str], list[Record]] = {}
    posts: dict[str, Counter[str]] = {}
    for case in every:
        fields: Any = case
        posts.setdefault(str(fields.industry), Counter()).update(values(case, "post"))
        if fields.industry and fields.level:
            cells.setdefault((str(fields.industry), str(fields.level)), []).append(case)
    rows = tuple(
        TradeCoverage(
            trade,
            tuple(tuple(cells.get((trade, level), ())) for level in LEVELS),
            tuple(sorted(posts.get(trade, Counter()).items(), key=lambda one: (-one[1], one[0]))),
        )
        for trade in map(str, library.settings.industries)
    )
    covered = by_value(library, "post", every)
    return Coverage(
        rows,
        tuple(post for post in map(str, library.settings.posts) if post not in covered),
        len(library.settings.posts),
        len(every) - sum(map(len, cells.values())),
    )
