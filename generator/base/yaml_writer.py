"""Values of a record to YAML with Chinese labels, in the way authors write it by hand."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from .declaration import Part, Shape, keys, shapes
from .decoding import HIDDEN
from .text import Prose

_STEP = 2
_UNWRITABLE = re.compile(f"{HIDDEN.pattern}|[\ud800-\udfff]")
"""What the reader accepts in no spelling."""

_ESCAPED_ONLY = re.compile("[\r\x80-\x9f\u200e\u200f]")
"""What a text may hold and YAML does not take as it is, or shows nothing of."""

_PLAIN = re.compile(
    r"[^\W_][^\n\t\"]*|[《（“‘〔【…—＂][^\n\t\"]*",
)
_UNSAFE = re.compile(r":| #|^\s|\s$|^[-?] |^---|^\.\.\.")
_LOOKS_TYPED = re.compile(
    r"[-+]?[0-9][0-9_.,:eExXoO+-]*|~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan",
    re.IGNORECASE,
)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_yaml(record_values: Mapping[str, Any], model: type[Part]) -> str:
    """Write the values of one record or part as a YAML mapping, labels in declared order.

    Keys are English names or labels; values are texts, numbers, dates, references, parts,
    mappings and lists of these; None and empty lists are left out. What the file says, read
    and decoded, gives these values again. Raises ValueError for a key that the model does not
    have and for a text with a hidden sign that no record may hold.
    """
    return "".join(f"{line}\n" for line in _mapping(record_values, model)) or "{}\n"


def field_order(model: type[Part]) -> list[str]:
    """Return the English names of a model as they are written: the id, its own, the inherited."""
    bases = [base for base in model.__bases__ if issubclass(base, Part)]
    inherited = {name for base in bases for name in base.model_fields}
    names = list(shapes(model))
    first = [name for name in names if name == "id"]
    own = [name for name in names if name not in inherited and name != "id"]
    return first + own + [name for name in names if name in inherited and name != "id"]


def _mapping(values: Mapping[str, Any], model: type[Part]) -> Iterator[str]:
    named = _by_name(values, model)
    table = shapes(model)
    for name in field_order(model):
        value = named.get(name)
        if _is_absent(value):
            continue
        shape = table[name]
        prose = _holds_prose(model.model_fields[name].annotation)
        yield from _entry(_scalar(shape.label), value, shape, prose=prose)


def _by_name(values: Mapping[str, Any], model: type[Part]) -> dict[str, Any]:
    table = keys(model)
    named: dict[str, Any] = {}
    for key, value in values.items():
        shape = table.get(key)
        if shape is None:
            raise ValueError(f"{model.__name__} has no field {key!r}")
        if shape.name in named:
            raise ValueError(f"{model.__name__}.{shape.name} is given twice")
        named[shape.name] = value
    return named


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, (tuple, list, Mapping)) and not value)


def _entry(key: str, value: Any, shape: Shape, *, prose: bool) -> Iterator[str]:
    if shape.table:
        yield f"{key}:"
        for inner_key, inner in value.items():
            yield from _indented(_pair(_scalar(str(inner_key)), inner, prose=prose))
    elif shape.many and isinstance(value, (tuple, list)):
        yield f"{key}:"
        for one in value:
            yield from _indented(_item(one, shape, prose=prose))
    elif shape.part is not None and not isinstance(value, str):
        yield f"{key}:"
        yield from _indented(_part(value, shape.part))
    else:
        yield from _pair(key, value, prose=prose)


def _pair(key: str, value: Any, *, prose: bool) -> Iterator[str]:
    first, *rest = _value(value, prose=prose)
    yield f"{key}: {first}"
    yield from rest


def _item(value: Any, shape: Shape, *, prose: bool) -> Iterator[str]:
    if shape.part is not None and not isinstance(value, str):
        lines = list(_part(value, shape.part))
        yield f"- {lines[0]}" if lines else "- {}"
        yield from _indented(iter(lines[1:]))
        return
    first, *rest = _value(value, prose=prose)
    yield f"- {first}"
    yield from rest


def _part(value: Any, model: type[Part]) -> Iterator[str]:
    if isinstance(value, Part):
        value = {name: getattr(value, name) for name in value.model_fields_set}
    return _mapping(value, model)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield " " * _STEP + line if line else ""


def _value(value: Any, *, prose: bool) -> list[str]:
    if isinstance(value, bool):
        return ["是" if value else "否"]
    if not isinstance(value, str):
        return [_scalar(str(value), typed=True)]
    if prose:
        return _block(value.strip("\n"))
    return [_scalar(value)]


def _block(text: str) -> list[str]:
    """Write a text as a literal block, in quotes where a block would change it."""
    if not text.strip() or _ESCAPED_ONLY.search(text) or _UNWRITABLE.search(text):
        return [_quoted(text)]
    lines = text.split("\n")
    head = f"|{_STEP}" if lines[0][:1].isspace() else "|"
    return [head, *(" " * _STEP + line if line else "" for line in lines)]


def _scalar(text: str, *, typed: bool = False) -> str:
    if (
        _PLAIN.fullmatch(text)
        and not _UNSAFE.search(text)
        and not _ESCAPED_ONLY.search(text)
        and not _UNWRITABLE.search(text)
        and (typed or not _LOOKS_TYPED.fullmatch(text))
    ):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    broken = _UNWRITABLE.search(text)
    if broken:
        raise ValueError(f"no record may hold U+{ord(broken[0]):04X}")
    written = []
    for sign in text:
        if sign in _SHORT:
            written.append(_SHORT[sign])
        elif _ESCAPED_ONLY.match(sign):
            written.append(f"\\u{ord(sign):04X}")
        else:
            written.append(sign)
    return '"' + "".join(written) + '"'


def _holds_prose(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in (Annotated, Union, types.UnionType, tuple, list):
        return any(_holds_prose(one) for one in get_args(annotation))
    return isinstance(annotation, type) and issubclass(annotation, Prose)
