"""JSON Schema of a kind of record, for editors that complete and check while one types.

Draft-07: the one that every version of VS Code's YAML extension knows; the newer drafts add
nothing that is needed here. The schema is as lenient as the reader: a plain 2024 or 38 is a
number to the extension, a bare value may stand for a list of one, and so on. Keys are the
Chinese labels alone, so that these are offered; English names, which the reader takes as well,
are flagged by the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from .base.declaration import Part, Shape, shapes
from .base.record import Record
from .base.text import OneOf
from .base.yaml_writer import field_order
from .settings import WORD_LISTS, Settings

DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]
_TEXT = ["string", "number", "integer"]
BY_MACHINE = frozenset(("imported", "review", "digest"))
"""Fields that people do not write: neither offered by editors nor in a new record."""


def json_schema(kind: type[Record], settings: Settings) -> Schema:
    """Return the JSON Schema of the files of one kind; words come from the project's lists."""
    parts: dict[str, Schema] = {}
    words = {name: list(getattr(settings, of)) for name, of in WORD_LISTS.items()}
    row = _part(kind, parts, words)
    id_label = shapes(kind)["id"].label
    record = row | {"required": [label for label in row["required"] if label != id_label]}
    if not kind.rows:
        record["properties"][id_label]["doNotSuggest"] = True
    head = {
        "$schema": DIALECT,
        "title": kind.label,
        "description": f"{kind.label}：放在 {kind.folder}/ 文件夹里的 YAML 文件",
    }
    form = {"anyOf": [{"type": "array", "items": row}, record]} if kind.rows else record
    return head | form | {"definitions": dict(sorted(parts.items()))}


def marks(model: type[Part], name: str) -> Iterator[Any]:
    """Yield what annotates the type of a field, at whatever depth: word lists, references."""
    info = model.model_fields[name]
    yield from info.metadata
    yield from _inner_marks(info.annotation)


def _inner_marks(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield inner
        yield from _inner_marks(inner)


def _part(model: type[Part], parts: dict[str, Schema], words: Mapping[str, list[str]]) -> Schema:
    known = model.model_json_schema(by_alias=True)["properties"]
    table = shapes(model)
    properties = {}
    for name in field_order(model):
        shape = table[name]
        if shape.table:
            value: Schema = {"type": "object", "additionalProperties": {"type": _TEXT}}
        elif shape.part is not None:
            value = _reference(shape.part, shape.label, parts)
        elif issubclass(model, Record) and name in words:
            value = {"enum": words[name]}
        else:
            value = _leaf(model, shape, known[shape.label])
        properties[shape.label] = _property(shape, value, known[shape.label].get("default"))
        if name in BY_MACHINE:
            properties[shape.label]["doNotSuggest"] = True
    return {
        "type": "object",
        "properties": properties,
        "required": [shape.label for shape in table.values() if shape.required],
        "additionalProperties": False,
    }


def _property(shape: Shape, value: Schema, default: Any) -> Schema:
    told = {"title": shape.label}
    texts = [text for text in (shape.help, value.pop("description", "")) if text]
    if texts:
        told["description"] = "；".join(texts)
    if isinstance(default, str):
        told["default"] = default
    if shape.many:
        if value == {"type": _TEXT}:
            return told | {"type": ["array", *_TEXT], "items": value}
        return told | {"anyOf": [{"type": "array", "items": value}, value]}
    # Other keywords beside a `$ref` do not count in this draft.
    return told | ({"allOf": [value]} if "$ref" in value else value)


def _reference(part: type[Part], label: str, parts: dict[str, Schema]) -> Schema:
    name = f"{part.__module__.rpartition('.')[2]}.{part.__name__}"
    if name not in parts:
        parts[name] = {}  # a part that holds parts of its own kind finds itself here
        parts[name] = {"title": label} | _part(part, parts, {})
    leads = {"$ref": f"#/definitions/{name}"}
    return {"anyOf": [leads, {"type": _TEXT}]} if part.short else leads


def _leaf(model: type[Part], shape: Shape, known: Schema) -> Schema:
    """What pydantic says about one value, made as lenient as the reader."""
    choice = next((one for one in marks(model, shape.name) if isinstance(one, OneOf)), None)
    if choice is not None:
        return _words(choice)
    options = [one for one in known.get("anyOf", [known]) if one.get("type") != "null"]
    plain = options[0]["items"] if shape.many else options[0]
    told = ("title", "default", *(("description",) if plain is known else ()))
    leaf = {
        key: value
        for key, value in plain.items()
        if key not in (*told, "also", "lecturer", "unless")
    }
    if leaf.get("type") == "string":
        leaf["type"] = _TEXT
    return leaf


def _words(choice: OneOf) -> Schema:
    """Offer the words of the list; other accepted spellings pass without being offered."""
    offered: list[Any] = list(choice.words)
    offered += [int(word) for word in choice.words if word.isdecimal()]
    others = [re.escape(word) for word, _ in choice.also]
    if not others:
        return {"enum": offered}
    return {"anyOf": [{"enum": offered}, {"type": "string", "pattern": f"^({'|'.join(others)})$"}]}
