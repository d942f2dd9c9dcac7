"""Minutes as lesson plans write them: （10分钟）, 10', 约十分钟, 5-8分钟, 9:00—9:10."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..base.numerals import to_int

CLASS_HOUR = 45
"""Minutes of one 课时."""
MOST = 480
"""Minutes that one step may have at most."""

_EARLY = 6 * 60
"""No class begins before six; 0:00-1:30 counts minutes and seconds of a recording."""

_NUMBER = r"(?:\d{1,3}(?:\.\d)?|[一二三四五六七八九十两百]{1,5}|半)"
_TO = r"\s*(?:-|—|–|~|～|至|到)+\s*"
_UNIT = r"(?:分钟|个?课时|个?学时|个?小时|刻钟|min(?:ute)?s?|[\u0027\u2019\u2032＇′]|分(?![一-鿿]))"
_DURATION = re.compile(
    rf"(?:约|大约|大概|共|共计|用时|时间|时长|限时|计)*[:：]?\s*(?P<low>{_NUMBER})\s*"
    rf"(?:(?:分钟?)?{_TO}(?P<high>{_NUMBER}))?\s*(?P<unit>{_UNIT})(?P<half>半)?(?:左右|以内|内)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(rf"(\d{{1,2}})[:：](\d{{2}}){_TO}(\d{{1,2}})[:：](\d{{2}})")
_BARE = re.compile(rf"(?:约|大约)?\s*(?P<low>{_NUMBER})(?:{_TO}(?P<high>{_NUMBER}))?")
_BRACKETED = re.compile(r"\s*[（(【\[〔]\s*([^（()）【】\[\]〔〕]{1,24})\s*[)）】\]〕]")
_AT_END = re.compile(r"[\s,，、:：—-]+([^\s,，、:：—-][^,，、]{0,16})$")
_GLUED = re.compile(
    rf"(?<=[一-鿿])(?:约|用时)?{_NUMBER}(?:分钟|min|[\u0027\u2019\u2032＇′])$", re.IGNORECASE
)
_UNITS = {"小时": 60, "刻钟": 15, "课时": CLASS_HOUR, "学时": CLASS_HOUR}


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes from the fewest to the most, with their words."""

    low: int
    high: int
    words: str
    clock: tuple[int, int] | None = None
    """From when to when, in sixtieths of what stands before the colon."""


def duration(text: str, *, unit: bool = True) -> Duration | None:
    """Read a text that is nothing but a duration; without `unit` a bare number is minutes."""
    text = text.strip()
    clock = _CLOCK.fullmatch(text)
    if clock:
        begin, end = (int(clock[n]) * 60 + int(clock[n + 1]) for n in (1, 3))
        made = _made(end - begin, end - begin, text)
        return replace(made, clock=(begin, end)) if made else None
    found = _DURATION.fullmatch(text)
    if found is None and not unit:
        found = _BARE.fullmatch(text)
        return _read(found["low"], found["high"], 1, text) if found else None
    if found is None:
        return None
    folded = unicodedata.normalize("NFKC", found["unit"])
    factor = next((value for word, value in _UNITS.items() if word in folded), 1)
    made = _read(found["low"], found["high"], factor, text)
    if made and found["half"] and factor == 60:
        return _made(made.low + 30, made.high + 30, text)
    return made


def cut_duration(text: str) -> tuple[str, Duration | None]:
    """Take the duration out of a heading: its other words, and what was found."""
    for found in _BRACKETED.finditer(text):
        inside = duration(found[1])
        if inside:
            return (text[: found.start()] + text[found.end() :]).strip(), inside
    at_end = _AT_END.search(text)
    inside = duration(at_end[1]) if at_end else None
    if at_end and inside:
        return text[: at_end.start()].strip(), inside
    glued = _GLUED.search(text)
    inside = duration(glued[0]) if glued else None
    return (text[: glued.start()].strip(), inside) if glued and inside else (text, None)


def stated_total(text: str) -> int | None:
    """Return the minutes that a line on class hours states: 1课时（45分钟）."""
    for found in _DURATION.finditer(text):
        whole = duration(found[0])
        if whole and "分钟" in found["unit"]:
            return whole.high
    first = _DURATION.search(text)
    whole = duration(first[0]) if first else None
    return whole.high if whole else None


def chosen_minutes(found: Sequence[Duration | None], total: int | None) -> list[int]:
    """Choose the minutes of each step, 0 where none are written.

    Ranges that follow each other, 0-5, 5-15, are times in the class; of other ranges the most
    is taken, unless the fewest add up to the stated total.
    """
    known = [one for one in found if one]
    if known and all(one.clock for one in known) and known[0].clock and known[0].clock[0] < _EARLY:
        return [_of_recording(one) for one in found]
    follows = all(one.high == two.low for one, two in pairwise(known))
    ranges = [one for one in known if one.high > one.low]
    if len(known) > 1 and follows and len(ranges) == len(known) and known[0].low in (0, 1):
        return [one.high - (one.low if one.low > 1 else 0) if one else 0 for one in found]
    fewest = [one.low if one else 0 for one in found]
    if total and sum(fewest) == total:
        return fewest
    return [one.high if one else 0 for one in found]


def _of_recording(one: Duration | None) -> int:
    """Minutes of a part of a recording, 1:30-4:00."""
    begin, end = one.clock if one and one.clock else (0, 0)
    return round(end / 60) - round(begin / 60)


def _read(low: str, high: str | None, factor: int, words: str) -> Duration | None:
    least = _minutes(low, factor)
    most = _minutes(high, factor) if high else least
    return _made(least, most, words)


def _minutes(number: str, factor: int) -> int:
    if number == "半":
        return factor // 2
    if number[0].isdigit():
        return round(float(number) * factor)
    try:
        return to_int(number) * factor
    except ValueError:
        return -1


def _made(low: int, high: int, words: str) -> Duration | None:
    return Duration(low, high, words) if 0 <= low <= high <= MOST and high > 0 else None
