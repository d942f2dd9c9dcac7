"""Dates that know how precise they are: a year, a month, or a day."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .unusable import UnusableError

_WRITTEN = re.compile(
    r"(\d{4})\s*(?:年|[-./])?\s*(?:(\d{1,2})\s*(?:月|[-./])?\s*(?:(\d{1,2})\s*[日号]?)?)?"
)
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}")
_HOW = "写成 2024、2024-03、2024-03-15 或 2024年3月15日"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of the precision that the source gives; month and day are 0 where unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one of the accepted spellings.

        Raises ValueError with a Chinese sentence where the text is no date.
        """
        folded = unicodedata.normalize("NFKC", text).strip()
        found = _WRITTEN.fullmatch(folded)
        if not found or re.fullmatch(r"\d{5,7}|\d{9,}", folded):
            raise UnusableError(f"「{text[:30]}」不是日期", f"{_HOW}。")
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        if not 1900 <= year <= 2199:
            raise UnusableError(f"年份 {year} 不在 1900—2199 之间", "检查年份，年份写四位数字。")
        if found[2] is not None and not 1 <= month <= 12:
            raise UnusableError(f"没有 {month} 月这个月份", f"检查日期；{_HOW}。")
        if found[3] is not None and not 1 <= day <= monthrange(year, month)[1]:
            raise UnusableError(f"{year} 年 {month} 月没有 {day} 日", f"检查日期；{_HOW}。")
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The date of one day."""
        return cls(day.year, day.month, day.day)

    def first(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def chinese(self) -> str:
        """The date as it is read: 2024年3月15日."""
        text = f"{self.year}年"
        if self.month:
            text += f"{self.month}月"
        return text + (f"{self.day}日" if self.day else "")

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        return text + (f"-{self.day:02d}" if self.day else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> PartialDate:
            return value if isinstance(value, cls) else _read(str(value))

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": ["string", "integer", "number"],
            "pattern": rf"^\s*{_WRITTEN.pattern}\s*$",
            "patternErrorMessage": f"日期请{_HOW}",
            "description": _HOW,
        }


def days_past(due: PartialDate | None, day: date) -> int:
    """Days by which a day is past a due date; 0 where it is not, or there is no due date."""
    return max(0, (day - due.last()).days) if due else 0


@lru_cache(maxsize=16_384)
def _read(text: str) -> PartialDate:
    return PartialDate.parse(text)
