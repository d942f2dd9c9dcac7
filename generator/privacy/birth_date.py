"""Dates of birth to the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit, hit
from .spelled import Spelled

_DIGIT = "[0-9〇○零一二三四五六七八九]"
_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
_DATE = (
    rf"(?P<year>(?:1[89]|20)[0-9]{{2}}|[一二]{_DIGIT}{{3}})[ ]?"
    rf"(?:年[ ]?{_DAY}[ ]?月[ ]?{_DAY}[ ]?[日号]"
    r"|(?P<sign>[-./])[0-9]{1,2}(?P=sign)[0-9]{1,2}(?![0-9]))"
)
_AFTER = re.compile(rf"(?P<date>{_DATE})[ ]?(?P<word>出生|生(?=[，,。；;、）)\s]|于|人))")
_BEFORE = re.compile(
    r"(?:出生日期|出生年月日?|出生时间|出生|生日|(?<![发产新])生于|诞生)[于在是为:：\s|（(]{0,4}"
    rf"(?P<date>{_DATE})"
)
_COMPACT = re.compile(
    r"(?:出生日期|出生年月日?|出生时间|生日)[于在是为:：\s|]{0,4}"
    r"(?P<date>(?P<year>(?:1[89]|20)[0-9]{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])"
)
_WORD = re.compile("生(?:[日于人]|(?<=[出诞日号0-9 ]生))")
"""What is beside every date of birth; the patterns themselves are too slow for every text."""


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the full dates of birth of a text; the year alone may stay and is proposed."""
    text = spelled.narrow
    if not _WORD.search(text):
        return
    for pattern in (_AFTER, _BEFORE, _COMPACT):
        for found in pattern.finditer(text):
            start, end = found.span("date")
            yield hit(spelled.text, start, end, "P108", f"{found['year']}年")
