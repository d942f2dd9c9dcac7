"""Lists of pages packed as text: gaps in Rice code, counts in unary, fifteen bits to a sign.

A posting is a number: the slot of a part of a page, times `LEVELS`, plus the level of how often
the term stands there. Fifteen bits make one sign between U+3400 and U+B3FF, which a script file
in UTF-16 holds in two bytes and no editor, server or parser of JavaScript takes for anything else.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from operator import sub

LEVELS = 8
COUNTS = (1, 2, 3, 4, 6, 9, 14)
"""What each level stands for; more often than the last counts as the last."""
FIRST_SIGN = 0x3400
_UNIT = 15
_KEPT = 1 << 12
"""Codes that are kept for each parameter: more would save no time and take memory."""
_TOP = len(COUNTS) - 1


@cache
def _levels() -> tuple[int, ...]:
    """The level of every count up to the last."""
    return tuple(
        sum(least <= max(count, 1) for least in COUNTS) - 1 for count in range(COUNTS[-1] + 1)
    )


def level_of(count: int) -> int:
    """The level that stands for a count of one or more."""
    table = _levels()
    return table[count] if count < len(table) else _TOP


def rice_parameter(slots: int, length: int) -> int:
    """How many low bits of a gap are written as they are, for a list of some length."""
    return max(0, (slots * 69 // (100 * length)).bit_length() - 1)


class _Codes(dict[int, str]):
    """The bits of one posting by its gap and level, for one parameter."""

    def __init__(self, parameter: int) -> None:
        super().__init__()
        self.parameter = parameter

    def __missing__(self, key: int) -> str:
        gap, level = divmod(key, LEVELS)
        high = gap >> self.parameter
        low = gap & ((1 << self.parameter) - 1)
        bits = "1" * high + "0"
        if self.parameter:
            bits += format(low, f"0{self.parameter}b")
        bits += "1" * level + ("0" if level < _TOP else "")
        if len(self) < _KEPT:
            self[key] = bits
        return bits


@cache
def _codes(parameter: int) -> _Codes:
    return _Codes(parameter)


@cache
def _signs() -> dict[str, str]:
    return {format(one, "015b"): chr(FIRST_SIGN + one) for one in range(1 << _UNIT)}


@cache
def _bits() -> dict[int, str]:
    return {FIRST_SIGN + one: format(one, "015b") for one in range(1 << _UNIT)}


def encode(postings: Sequence[int], slots: int) -> str:
    """Pack ascending postings, of which there is at least one."""
    length = len(postings)
    codes = _codes(rice_parameter(slots, length))
    before = chain((0,), ((one | (LEVELS - 1)) + 1 for one in postings))
    gamma = format(length, "b")
    bits = "0" * (len(gamma) - 1) + gamma
    bits += "".join(map(codes.__getitem__, map(sub, postings, before)))
    bits += "0" * (-len(bits) % _UNIT)
    signs = _signs()
    return "".join([signs[bits[at : at + _UNIT]] for at in range(0, len(bits), _UNIT)])


def decode(text: str, slots: int) -> array[int]:
    """Unpack what `encode` made with the same number of slots.

    Raises ValueError where the text is no such thing.
    """
    try:
        bits = text.translate(_bits())
        zeros = bits.index("1")
        start = 2 * zeros + 1
        length = int(bits[zeros:start], 2)
        parameter = rice_parameter(slots, length)
        made = array("I")
        last = 0
        found = _pattern(parameter).finditer(bits, start)
        for _, (high, low, level) in zip(range(length), map(re.Match.groups, found), strict=False):
            gap = len(high) << parameter | (int(low, 2) if low else 0)
            ones = len(level)
            last += gap * LEVELS
            made.append(last + (ones if ones > _TOP or level[-1] == "1" else ones - 1))
            last += LEVELS
    except (ValueError, OverflowError) as error:
        raise ValueError("索引读不懂") from error
    if len(made) != length:
        raise ValueError("索引不完整")
    return made


@cache
def _pattern(parameter: int) -> re.Pattern[str]:
    return re.compile(rf"(1*)0([01]{{{parameter}}})(1{{{_TOP}}}|1{{0,{_TOP - 1}}}0)")


def length_of(text: str) -> int:
    """How many postings a packed list holds, without unpacking it."""
    bits = text[:3].translate(_bits())
    zeros = bits.index("1")
    return int(bits[zeros : 2 * zeros + 1], 2)


def merged(postings: Iterable[int], changes: dict[int, int | None]) -> list[int]:
    """Apply changes to postings: a level by slot, None for a slot that is taken out."""
    kept = [one for one in postings if one // LEVELS not in changes]
    added = [slot * LEVELS + level for slot, level in changes.items() if level is not None]
    return sorted(kept + added)
