"""Two kinds of text that a record holds, and words from closed lists."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .suggest import nearest

MAX_LINE = 500
MAX_PROSE = 400_000


class Prose(str):
    """Author's Markdown of several paragraphs; every line is a paragraph of its own."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda value: cls(value.strip("\n")),
            core_schema.str_schema(max_length=MAX_PROSE),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string"}


class Line(str):
    """One line of text without markup."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda value: cls((" ".join(value.split("\n")) if "\n" in value else value).strip()),
            core_schema.str_schema(max_length=MAX_LINE),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "number", "integer"]}


@lru_cache(maxsize=4096)
def fold_word(text: str) -> str:
    """Fold width and drop white space, so that spellings of one word compare equal."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@cache
def _word_table(choice: OneOf) -> dict[str, Line]:
    also = {fold_word(other): Line(word) for other, word in choice.also}
    return also | {fold_word(word): Line(word) for word in choice.words}


@dataclass(frozen=True)
class OneOf:
    """Annotation for a word from a closed list; `also` maps other spellings to list words."""

    words: tuple[str, ...]
    also: tuple[tuple[str, str], ...] = ()

    def read(self, value: Any) -> str:
        """Return the list's own spelling of the word, else raise with the list."""
        found = _word_table(self).get(fold_word(str(value)))
        if found is None:
            near = nearest(str(value), self.words)
            raise PydanticCustomError(
                "one_of",
                "{message}",
                {
                    "message": f"「{str(value)[:30]}」不在可选范围：{'、'.join(self.words)}",
                    "hint": f"是不是「{near}」？" if near else "",
                },
            )
        return found

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"enum": list(self.words)}
