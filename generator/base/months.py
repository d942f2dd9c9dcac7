"""Months of a year, as a year and a number from 1 to 12."""

from __future__ import annotations

YearMonth = tuple[int, int]
"""Year and month."""
_YEAR = 12


def label(month: YearMonth) -> str:
    """A month in words: 2026年3月."""
    return f"{month[0]}年{month[1]}月"


def later(month: YearMonth, months: int = 1) -> YearMonth:
    """The month so many months later; earlier where the number is below zero."""
    whole = month[0] * _YEAR + month[1] - 1 + months
    return whole // _YEAR, whole % _YEAR + 1
