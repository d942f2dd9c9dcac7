"""One declaration per field: English name, Chinese label, help text, who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

_REQUIRED: Any = ...


def item(
    label: str,
    help: str = "",  # noqa: A002 - the word that a declaration reads best with
    *,
    default: Any = _REQUIRED,
    lecturer: bool = False,
    hidden: bool = False,
    unless: str = "",
    also: tuple[str, ...] = (),
) -> Any:
    """Declare one field of a record or of a part.

    `label` is the Chinese name: page heading, YAML key, column, error text. `also` lists other
    accepted YAML keys. `lecturer` keeps the value out of every edition but the lecturer's,
    `unless` the field beside it that it names says 是; `hidden` keeps it out of every one.
    """
    extra: dict[str, Any] = {"lecturer": lecturer, "hidden": hidden, "also": list(also)}
    if unless:
        extra["unless"] = unless
    return Field(
        default=default, alias=label, title=label, description=help, json_schema_extra=extra
    )


class Part(BaseModel):
    """A group of fields inside a record; frozen, and nothing derived is stored in it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        loc_by_alias=False,
        ser_json_inf_nan="null",
    )
    short: ClassVar[str] = ""
    """The field that a bare text stands for, where a list holds texts in place of groups."""
    embargo: ClassVar[str] = ""
    """The field with the day from which others than lecturers may see the group."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: one value, a list, a group of fields or a table of texts."""

    name: str
    label: str
    help: str
    also: tuple[str, ...]
    required: bool
    lecturer: bool
    hidden: bool
    unless: str
    many: bool
    table: bool
    part: type[Part] | None
    bare: bool
    """Whether one text is all that the field holds."""


@cache
def shapes(model: type[Part]) -> dict[str, Shape]:
    """The fields of a model by English name, in the order declared."""
    found = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        many, table, part = _form(info.annotation)
        also = extra.get("also", [])
        found[name] = Shape(
            name=name,
            label=info.title or name,
            help=info.description or "",
            also=tuple(str(one) for one in also) if isinstance(also, list) else (),
            required=info.is_required(),
            lecturer=bool(extra.get("lecturer")),
            hidden=bool(extra.get("hidden")),
            unless=str(extra.get("unless", "")),
            many=many,
            table=table,
            part=part,
            bare=not (many or table or part),
        )
    return found


@cache
def keys(model: type[Part]) -> dict[str, Shape]:
    """Every accepted YAML key of a model: labels, other labels and English names."""
    table: dict[str, Shape] = {}
    for shape in shapes(model).values():
        for key in (shape.label, *shape.also, shape.name):
            table.setdefault(key, shape)
    return table


def _form(annotation: Any) -> tuple[bool, bool, type[Part] | None]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _form(get_args(annotation)[0])
    if origin is Union or str(origin) == "<class 'types.UnionType'>":
        inner = [one for one in get_args(annotation) if one is not type(None)]
        return _form(inner[0]) if len(inner) == 1 else (False, False, None)
    if origin in (tuple, list):
        return True, False, _form(get_args(annotation)[0])[2]
    if origin is dict:
        return False, True, None
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return False, False, annotation
    return False, False, None


Wanted = TypeVar("Wanted")
PartType = TypeVar("PartType", bound=Part)


def walk(part: Part, wanted: type[Wanted]) -> Iterator[tuple[tuple[str | int, ...], Wanted]]:
    """Yield every value of one type in a record with its route.

    The declaration says which fields can hold one, so the others are not looked at.
    """
    found: list[tuple[tuple[str | int, ...], Wanted]] = []
    _collect(part, wanted, (), found)
    return iter(found)


def _collect(
    value: Any,
    wanted: type[Wanted],
    route: tuple[str | int, ...],
    found: list[tuple[tuple[str | int, ...], Wanted]],
) -> None:
    if isinstance(value, wanted):
        found.append((route, value))
    elif isinstance(value, Part):
        kept: Any = wanted
        for name in holders(type(value), kept):
            inner = getattr(value, name)
            if inner:
                _collect(inner, wanted, (*route, name), found)
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            _collect(inner, wanted, (*route, position), found)


@cache
def holders(model: type[Part], wanted: Any) -> tuple[str, ...]:
    """The fields of a model in which a value of a type can stand, however deep."""
    return tuple(
        name for name, info in model.model_fields.items() if _can_hold(info.annotation, wanted)
    )


def _can_hold(annotation: Any, wanted: Any) -> bool:
    inner = get_args(annotation)
    if inner:
        return any(_can_hold(one, wanted) for one in inner)
    if not isinstance(annotation, type):
        return False
    return issubclass(annotation, wanted) or (
        issubclass(annotation, Part) and bool(holders(annotation, wanted))
    )


def value_at(part: Part, route: tuple[str | int, ...]) -> Any:
    """The value of a record at a route."""
    value: Any = part
    for step in route:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def replaced(part: PartType, values: dict[tuple[str | int, ...], Any]) -> PartType:
    """Return a copy of a record with other values at some routes."""
    return cast("PartType", _replaced(part, values))


def _replaced(value: Any, values: dict[tuple[str | int, ...], Any]) -> Any:
    if () in values:
        return values[()]
    inner: dict[str | int, dict[tuple[str | int, ...], Any]] = {}
    for route, new in values.items():
        inner.setdefault(route[0], {})[route[1:]] = new
    if isinstance(value, Part):
        update = {
            str(name): _replaced(getattr(value, str(name)), new) for name, new in inner.items()
        }
        return value.model_copy(update=update)
    return tuple(
        _replaced(one, inner[position]) if position in inner else one
        for position, one in enumerate(value)
    )
