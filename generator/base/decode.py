"""Nodes to a typed record: directed by the declaration, every mistake a finding with a place."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from .declaration import Part, Shape, keys, shapes
from .finding import Finding, Place, Route
from .node import Mapping, Node, Scalar, Sequence
from .suggest import nearest

PartType = TypeVar("PartType", bound=Part)
Places = dict[Route, Place]
_NAMES = {Scalar: "一段文字", Sequence: "列表", Mapping: "一组「名称: 内容」"}


def decode(
    node: Mapping, model: type[PartType], path: str, given: dict[str, Any]
) -> tuple[PartType | None, Places, list[Finding]]:
    """Turn a mapping into a record of `model`.

    `given` holds fields that the file does not (the id). Returns the record (None where a value
    in it cannot be used), the place of every route in it, and the findings.
    """
    decoder = _Decoder(path)
    values = decoder.part(node, model, ())
    for name, value in given.items():
        values.setdefault(name, value)
    record: PartType | None = None
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            decoder.refuse(one, model)
    return record, decoder.places, decoder.findings


class _Decoder:
    def __init__(self, path: str) -> None:
        self.path = path
        self.places: Places = {}
        self.findings: list[Finding] = []
        self.refused: set[Route] = set()

    def say(self, code: str, message: str, route: Route, place: Place, hint: str = "") -> None:
        self.findings.append(Finding(self.path, code, message, route=route, hint=hint, place=place))
        self.refused.add(route)

    def part(self, node: Mapping, model: type[Part], route: Route) -> dict[str, Any]:
        self.places.setdefault(route, node.place)
        table = keys(model)
        values: dict[str, Any] = {}
        for key, value in node.entries:
            shape = table.get(key.text.strip())
            if shape is None:
                self._unknown(key, model, route)
                continue
            way = (*route, shape.name)
            if shape.name in values:
                first = self.places[way].line
                message = f"「{key.text}」和第 {first} 行是同一项，写了两次"
                self.say("R008", message, way, key.place, "只留一处。")
                continue
            self.places[way] = key.place
            if _is_empty(value):
                continue
            read = self._field(value, shape, way)
            if read is not None:
                values[shape.name] = read
        return values

    def _unknown(self, key: Scalar, model: type[Part], route: Route) -> None:
        labels = [shape.label for shape in shapes(model).values()]
        near = nearest(key.text, [*labels, *(n for n in shapes(model))])
        hint = f"是不是「{near}」？" if near else f"可用的项：{'、'.join(labels)}"
        name = key.text.strip()[:40]
        self.say("R102", f"不认识「{name}」这一项", (*route, name), key.place, hint)

    def _field(self, node: Node, shape: Shape, route: Route) -> Any:
        if shape.table:
            if not isinstance(node, Mapping):
                return self._wrong(node, "一组「名称: 内容」", shape, route)
            table = {}
            for key, value in node.entries:
                way = (*route, key.text)
                self.places[way] = key.place
                if isinstance(value, Scalar):
                    table[key.text] = value.text
                else:
                    self._wrong(value, "一段文字", shape, (*route, key.text))
            return table
        if shape.many:
            if isinstance(node, Sequence):
                items: list[Any] = []
                for item in node.items:
                    way = (*route, len(items))
                    self.places[way] = item.place
                    read = None if _is_empty(item) else self._one(item, shape, way)
                    if read is None and not _is_empty(item):
                        return None
                    if read is not None:
                        items.append(read)
                return items
            first = (*route, 0)
            self.places[first] = node.place
            if isinstance(node, Mapping) and shape.part is None:
                return self._wrong(node, "列表", shape, route)
            read = self._one(node, shape, (*route, 0))
            return None if read is None else [read]
        return self._one(node, shape, route)

    def _one(self, node: Node, shape: Shape, route: Route) -> Any:
        if shape.part is None:
            if isinstance(node, Scalar):
                return node.text
            return self._wrong(node, "一段文字", shape, route)
        if isinstance(node, Mapping):
            return self.part(node, shape.part, route)
        if isinstance(node, Scalar) and shape.part.short:
            way = (*route, shape.part.short)
            self.places[way] = node.place
            return {shape.part.short: node.text}
        return self._wrong(node, _NAMES[Mapping], shape, route)

    def _wrong(self, node: Node, wanted: str, shape: Shape, route: Route) -> None:
        message = f"「{shape.label}」应当是{wanted}，这里却是{_NAMES[type(node)]}"
        self.say("R104", message, route, node.place, shape.help)

    def place(self, route: Route) -> Place:
        """The place of a route, or of the nearest thing around it."""
        while route and route not in self.places:
            route = route[:-1]
        return self.places.get(route, Place(1, 1))

    def refuse(self, error: Any, model: type[Part]) -> None:
        """Turn one pydantic error into a finding in Chinese."""
        route: Route = tuple(error["loc"])
        if any(route[: len(known)] == known for known in self.refused if known):
            return
        shape = _shape_at(model, route)
        label = shape.label if shape else str(route[-1] if route else "")
        hint = shape.help if shape else ""
        kind, context = error["type"], error.get("ctx", {})
        if kind == "missing":
            code, message = "R101", f"缺少必填的「{label}」"
        elif kind == "one_of":
            code, message = "R103", f"{label}{context['message']}"
            hint = str(context.get("hint", "")) or hint
        elif kind == "value_error":
            code, message = "R105", str(context.get("error", error["msg"]))
            message = message if not shape else f"{label}：{message}"
        elif kind == "string_too_long":
            code = "R106"
            message = f"「{label}」太长，上限是 {context.get('max_length')} 个字"
        elif kind in ("int_parsing", "int_type", "decimal_parsing", "float_parsing"):
            code, message = "R105", f"「{label}」应当是数字，这里是「{str(error['input'])[:20]}」"
        else:
            code, message = "R104", f"「{label}」的内容不合要求"
        self.say(code, message, route, self.place(route), hint)


def _shape_at(model: type[Part], route: Route) -> Shape | None:
    shape: Shape | None = None
    current: type[Part] | None = model
    for step in route:
        if isinstance(step, int):
            continue
        if current is None or step not in shapes(current):
            return shape
        shape = shapes(current)[step]
        current = shape.part
    return shape


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.plain and node.text.strip() in ("", "~", "null")
    if isinstance(node, Sequence):
        return not node.items
    return not node.entries
