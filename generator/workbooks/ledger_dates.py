"""Dates as people write them in ledgers: 2026年6月底, 2026.7.5, a serial number, 长期坚持."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from functools import lru_cache

from ..base.dates import PartialDate
from ..base.unusable import UnusableError
from .cells import serial_date

_LASTING = re.compile(
    r"(?:长期|持续|常态化?|常年|一直|经常)"
    r"(?:坚持|进行|推进|落实|整改|执行|保持|开展|抓|抓好|有效|长期坚持)*"
)
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?$")
_COMPACT = re.compile(r"(\d{4})(0[1-9]|1[0-2])")
_END_OF_MONTH = re.compile(
    r"(\d{4}) *[年\-./] *(\d{1,2}) *月? *(?:月底|月末|底|末|底前|末前|底之前)"
)
_END_OF_YEAR = re.compile(r"(\d{4}) *年? *(?:年底|年末|底|末|底前|末前)")
_BEFORE = re.compile(r"(?:之?前|以前)(?:完成|办结)?$")
_NO_YEAR = re.compile(
    r"(?:[去今明本前后上下]|(?<!\d)\d{1,2} *月|(?<!\d)\d{1,2} *[./-] *\d{1,2}$|年底|年末|月底|月末)"
)
_PART_OF_YEAR = re.compile(r"\d{4} *年? *(?:第?[一二三四1-4]季度?|[上下]半年|[春夏秋冬]季?)")
_PART_OF_MONTH = re.compile(r"\d{4} *[年\-./] *\d{1,2} *月? *(?:[上中下]旬|初|中)")
_SHORT_YEAR = re.compile(r"\d{2} *[./-] *\d{1,2} *[./-] *\d{1,2}")
_HOW = "写成 2026-07-05、2026年7月5日、2026-07 或 2026。"


def is_lasting(text: str) -> bool:
    """Whether a text stands where a date does and says that there is none: 长期坚持."""
    return _LASTING.fullmatch(re.sub(r"\s", "", text)) is not None


def number_date(text: str, *, from_1904: bool) -> str:
    """Read a number in a column of dates: a serial number, a year, 202607 or 2026.7.

    Raises UnusableError with a Chinese sentence where it is none of these.
    """
    number = float(text)
    if re.fullmatch(r"\d{4}\.1", text):
        message = f"「{text}」看不出是 1 月还是 10 月"
        raise UnusableError(
            message, f"表格把 {text}0 也显示成 {text}；请改成 {text[:4]}-01 这样的写法。"
        )
    if number.is_integer() and not 1900 <= number <= 2199:
        day = serial_date(number, "day", from_1904=from_1904)
        if day is not None:
            return day
    elif number.is_integer() or number < 2200:
        return text_date(text)
    else:
        day = serial_date(number, "day", from_1904=from_1904)
        if day is not None:
            return day
    return text_date(text)


@lru_cache(maxsize=16_384)
def text_date(text: str) -> str:
    """Read a text as a date: 2026-06-30, or 2026-06 and 2026 where it says no more.

    Raises UnusableError with a Chinese sentence where it is no date.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    folded = _MIDNIGHT.sub("", folded.replace("—", "-").replace("。", "."))
    folded = re.sub(r"\((?:周|星期|礼拜).\)$|(?:周|星期)[一二三四五六日天]$", "", folded).strip()
    plain = _BEFORE.sub("", folded).strip()
    month = _END_OF_MONTH.fullmatch(plain)
    if month and 1 <= int(month[2]) <= 12:
        year, number = int(month[1]), int(month[2])
        return _checked(f"{year}-{number:02d}-{monthrange(year, number)[1]}", text)
    year_end = _END_OF_YEAR.fullmatch(plain)
    if year_end:
        return _checked(f"{year_end[1]}-12-31", text)
    compact = _COMPACT.fullmatch(plain)
    return _checked(f"{compact[1]}-{compact[2]}" if compact else plain, text)


def _checked(plain: str, text: str) -> str:
    try:
        return str(PartialDate.parse(plain))
    except UnusableError as error:
        raise UnusableError(f"日期无效「{text.strip()[:30]}」", _why(plain, error)) from None


def _why(plain: str, error: UnusableError) -> str:
    if is_lasting(plain):
        return "这一列要写日期；没有期限就空着。"
    if _PART_OF_MONTH.fullmatch(plain):
        return f"写到月，例如 2026-06；或写明哪一天。{_HOW}"
    if _PART_OF_YEAR.fullmatch(plain):
        return f"写那一段的最后一个月，例如第一季度写 2026-03。{_HOW}"
    if _SHORT_YEAR.fullmatch(plain):
        return f"年份写四位数字。{_HOW}"
    if re.match(r"\d{4}", plain):
        return f"{error}。{_HOW}" if "不是日期" not in str(error) else _HOW
    if _NO_YEAR.search(plain):
        return f"写明哪一年，例如 2025年12月底。{_HOW}"
    return _HOW
