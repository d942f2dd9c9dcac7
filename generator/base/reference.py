"""References between records: `kind/id` or `kind/id#part`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .unusable import UnusableError

_HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
IDENTIFIER = re.compile(rf"[0-9A-Za-z{_HAN}]+(?:-+[0-9A-Za-z{_HAN}]+)*")
"""Letters, digits, Han and hyphens: what every file system and address bar keeps as it is."""

MAX_IDENTIFIER = 60
RESERVED_NAME = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE
)


def identifier_problem(text: str) -> str | None:
    """Say in Chinese why `text` cannot be an id, None where it can."""
    if not text:
        return "编号是空的"
    if len(text) > MAX_IDENTIFIER:
        return f"编号「{text[:20]}…」太长：{len(text)} 个字符，上限是 {MAX_IDENTIFIER} 个"
    if RESERVED_NAME.fullmatch(text):
        return f"「{text}」是 Windows 的保留文件名，不能作编号"
    if text.lower() == "index":
        return "「index」留给列表页，不能作编号"
    if not IDENTIFIER.fullmatch(text):
        return f"编号「{text}」只能用字母、数字、汉字和中间的连字符"
    return None


class Reference(NamedTuple):
    """The way to a record, or to one part of it."""

    kind: str
    id: str
    part: str = ""

    @classmethod
    @lru_cache(maxsize=50_000)
    def parse(cls, text: str, kind: str = "") -> Reference:
        """Read `kind/id#part`; a bare id takes `kind`.

        Raises ValueError with a Chinese sentence where the text is no reference.
        """
        way, hash_sign, part = text.strip().partition("#")
        named, slash, identifier = way.rpartition("/")
        if not slash:
            named, identifier = kind, way
        if not named or not re.fullmatch(r"[a-z][a-z_]*", named):
            hint = "写 种类/编号，例如 case/gc-2024-003；不写文件夹、扩展名和网址。"
            raise UnusableError(f"「{text[:40]}」不是引用", hint)
        if kind and named != kind:
            message = f"这里只能引用「{kind}/…」，不能引用「{text[:40]}」"
            raise UnusableError(message, "换成这一种记录的编号，或把它写进别的项。")
        if not identifier:
            raise UnusableError(
                f"「{text[:40]}」没有写编号", "在 # 前面写上编号，例如 gc-2024-003#L1。"
            )
        if identifier_problem(identifier):
            hint = "编号只有字母、数字、汉字和连字符，就是文件名（不含 .yaml）。"
            raise UnusableError(f"「{text[:40]}」里没有合格的编号", hint)
        if hash_sign and not re.fullmatch(rf"[0-9A-Za-z{_HAN}-]+", part):
            hint = "# 后面写那一部分的编号，例如 gc-2024-003#L1；引用整条就删去 #。"
            raise UnusableError(f"「{text[:40]}」里 # 后面的部分写法不对", hint)
        return cls(named, identifier, part)

    def bare(self) -> Reference:
        """The record itself, without the part."""
        return self._replace(part="") if self.part else self

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}" + (f"#{self.part}" if self.part else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(str(value)),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class To:
    """Annotation that says which kind a bare id in this field names."""

    kind: str

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: (
                value if isinstance(value, Reference) else Reference.parse(str(value), self.kind)
            ),
            serialization=core_schema.to_string_ser_schema(),
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "description": f"{self.kind} 的编号"}
