"""Numbers of identity cards: 18 digits after GB 11643, 15 digits in the old form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .hit import Hit, hit
from .spelled import Spelled, digits

_PROVINCE = (
    r"(?:1 {0,2}[1-5]|2 {0,2}[1-3]|3 {0,2}[1-7]|4 {0,2}[1-6]|5 {0,2}[0-4]|6 {0,2}[1-5]"
    r"|7 {0,2}1|8 {0,2}[1-3])"
)
_NEW = re.compile(
    rf"(?<![0-9]){_PROVINCE}(?: {{0,2}}[0-9]){{4}} {{0,2}}(?:1 {{0,2}}[89]|2 {{0,2}}0)"
    r"(?: {0,2}[0-9]){9} {0,2}[0-9Xx](?![0-9])"
)
_OLD = re.compile(
    rf"(?<![0-9]){_PROVINCE.replace(' {0,2}', '')}[0-9]{{4}} {{0,2}}[0-9]{{6}} {{0,2}}[0-9]{{3}}"
    r"(?![0-9Xx])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_WORD = re.compile("身份|身分|证件|公民|居民证|ID", re.IGNORECASE)
_CREDIT_CODE = re.compile("信用代码|机构代码|纳税人识别号|税号")
_REPLACEMENT = "（身份证号码略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the identity numbers of a text; what fails the check digit needs a word beside it."""
    for run in spelled.runs:
        for pattern in (_NEW, _OLD):
            position = 0
            # Numbers side by side, such as a card and a telephone, are one run: the next place
            # to look is behind the first digit of what was no number.
            while found := pattern.search(run.text, position):
                start = run.start + found.start()
                certain = _judge(digits(found[0]), spelled.before(start, 16))
                # Figures of a table may look like the old form: in groups it must be named.
                if certain is None or (certain is False and pattern is _OLD and " " in found[0]):
                    position = found.start() + 1
                    continue
                end = run.start + found.end()
                yield hit(spelled.text, start, end, "P101", _REPLACEMENT, certain=certain)
                position = found.end()


def _judge(number: str, before: str) -> bool | None:
    """Whether a number is one for certain, None where it is none."""
    if _CREDIT_CODE.search(before):
        return None
    named = _WORD.search(before) is not None
    if len(number) == 15:
        return named if _is_day("19" + number[6:12]) else None
    if not _is_day(number[6:14]):
        return None
    if check_digit(number[:17]) == number[17]:
        return True
    return False if named else None


def check_digit(number: str) -> str:
    """The eighteenth sign of an identity number from its first seventeen (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=True))
    return _CHECK[total % 11]


def _is_day(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True
