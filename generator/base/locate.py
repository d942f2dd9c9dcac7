"""Where in a file a value of a record stands, found again by its route when somebody asks."""

from __future__ import annotations

from .declaration import Part, Shape, keys
from .finding import Place, Route
from .node import Mapping, Node, Scalar, Sequence, is_empty


def locate(node: Node, model: type[Part], route: Route) -> Place:
    """Return the place of a route, or of the nearest thing around it.

    `node` is what was read as a record of `model`. A text leads to itself, a group or a list to
    its name; a field that is empty to its name as well.
    """
    place = node.place
    part: type[Part] | None = model
    shape: Shape | None = None
    for step in route:
        if isinstance(step, int):
            items = _items(node)
            if step >= len(items):
                return place
            node = items[step]
            place = node.place
        elif part is None:
            found = _entry(node, {step})
            if found is None:
                return place
            place, node = found[0].place, found[1]
        else:
            shape = keys(part).get(step)
            if isinstance(node, Scalar) and step == part.short:
                return place
            found = _entry(node, {key for key, one in keys(part).items() if one is shape})
            if shape is None or found is None:
                return place
            key, node = found
            plain = isinstance(node, Scalar) and not is_empty(node)
            place = node.place if plain else key.place
            part = shape.part
    return place


def _items(node: Node) -> list[Node]:
    """The items of a list as they are counted: empty ones are not, one value is a list of one."""
    if isinstance(node, Sequence):
        return [item for item in node.items if not is_empty(item)]
    return [node]


def _entry(node: Node, names: set[str]) -> tuple[Scalar, Node] | None:
    if not isinstance(node, Mapping):
        return None
    for key, value in node.entries:
        if key.text in names or key.text.strip() in names:
            return key, value
    return None
