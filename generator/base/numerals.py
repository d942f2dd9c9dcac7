"""Chinese numerals and numbers of articles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .unusable import UnusableError

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000, "萬": 10000}
NUMERAL = "[0-9０-９〇零○一二三四五六七八九十百千万两]"
MAX_NUMBER = 9999
_HOW = "写成第八十五条、第一百二十条之一；没有序号的文字写进前言或附件。"
_ARTICLE = re.compile(rf"第({NUMERAL}+)条(?:之({NUMERAL}+))?")
_BARE = re.compile(rf"({NUMERAL}+)")


def to_int(text: str) -> int:
    """Read a number in Chinese or Arabic digits of any width.

    Raises ValueError where the text is no such number or has more than nine characters.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if not folded or len(folded) > 9:
        raise ValueError(f"「{text[:12]}」不是数")
    if folded.isascii() and folded.isdigit():
        return int(folded)
    if not any(sign in _UNITS for sign in folded):
        return int("".join(str(_digit(sign)) for sign in folded))
    total = section = digit = 0
    for sign in folded:
        if sign in ("万", "萬"):
            total, section, digit = (total + section + digit) * 10000, 0, 0
        elif sign in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _digit(sign)
    return total + section + digit


def _digit(sign: str) -> int:
    if sign in _DIGITS:
        return _DIGITS[sign]
    if sign.isascii() and sign.isdigit():
        return int(sign)
    raise ValueError(f"「{sign}」不是数字")


def to_chinese(number: int) -> str:
    """Write a number from 0 to 9999 in Chinese: 105 is 一百零五, 12 is 十二."""
    if not 0 <= number <= MAX_NUMBER:
        raise ValueError(f"{number} 超出范围")
    if number == 0:
        return "零"
    text, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + "〇一二三四五六七八九"[digit] + sign
            zero = False
        else:
            zero = True
    return text[1:] if text.startswith("一十") else text


@dataclass(frozen=True, slots=True, order=True)
class ArticleNumber:
    """The number of an article: 第一百二十条之一 is (120, 1)."""

    number: int
    suffix: int = 0

    @classmethod
    def parse(cls, text: str) -> ArticleNumber:
        """Read 第一百二十条之一, 第120条 or a bare number.

        Raises ValueError with a Chinese sentence where the text is none of these.
        """
        folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
        found = _ARTICLE.fullmatch(folded) or _BARE.fullmatch(folded)
        if not found:
            raise UnusableError(f"「{text[:20]}」不是条文序号", _HOW)
        suffix = found[2] if found.re is _ARTICLE and found[2] else ""
        made = cls(to_int(found[1]), to_int(suffix) if suffix else 0)
        if not (1 <= made.number <= MAX_NUMBER and made.suffix <= MAX_NUMBER):
            raise UnusableError(f"「{text[:20]}」的序号不在 1—{MAX_NUMBER} 之间", _HOW)
        return made

    @property
    def anchor(self) -> str:
        """The id of the article on its page: a120-1."""
        return f"a{self.number}" + (f"-{self.suffix}" if self.suffix else "")

    def __str__(self) -> str:
        text = f"第{to_chinese(self.number)}条"
        return text + (f"之{to_chinese(self.suffix)}" if self.suffix else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> ArticleNumber:
            return value if isinstance(value, cls) else cls.parse(str(value))

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "description": "写成 第八十五条 或 第一百二十条之一"}
