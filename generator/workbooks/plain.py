"""Values of a record as authors write them, and as nodes to be read again."""

from __future__ import annotations

from typing import Any

from ..base.declaration import Part, shapes
from ..base.finding import Place
from ..base.node import Mapping, Node, Scalar, Sequence
from ..base.reference import Reference, To
from ..schema import marks


def plain(value: Any, model: type[Part], name: str) -> Any:
    """A value of a field without types of ours: a reference as the bare id it is written as."""
    if isinstance(value, Reference):
        wanted = {one.kind for one in marks(model, name) if isinstance(one, To)}
        text = str(value)
        return text.removeprefix(f"{value.kind}/") if value.kind in wanted else text
    if isinstance(value, Part):
        part = type(value)
        return {
            inner: plain(getattr(value, inner), part, inner)
            for inner in shapes(part)
            if inner in value.model_fields_set
        }
    if isinstance(value, (tuple, list)):
        return [plain(one, model, name) for one in value]
    return value


def node_of(value: Any, model: type[Part], name: str, place: Place) -> Node:
    """A value as a node that is read as the same value."""
    if isinstance(value, Part):
        part = type(value)
        entries: list[tuple[Scalar, Node]] = [
            (Scalar(inner, place), node_of(getattr(value, inner), part, inner, place))
            for inner in shapes(part)
            if getattr(value, inner) not in (None, ())
        ]
        return Mapping(entries, place)
    if isinstance(value, tuple):
        return Sequence([node_of(one, model, name, place) for one in value], place)
    return Scalar(str(plain(value, model, name)), place, plain=False)
