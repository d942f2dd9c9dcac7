"""Nodes to a typed record: directed by the declaration, every mistake a finding with a place."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from .declaration import Part, Shape, keys, shapes
from .finding import Finding, Place, Route
from .locate import locate
from .node import Mapping, Node, Scalar, Sequence, is_empty
from .suggest import nearest
from .unusable import UnusableError
from .yaml_errors import misread_text

PartType = TypeVar("PartType", bound=Part)
_NAMES = {Scalar: "一段文字", Sequence: "列表", Mapping: "一组「名称: 内容」"}


def decode(
    node: Mapping,
    model: type[PartType],
    path: str,
    given: dict[str, Any],
    *,
    partial: bool = False,
) -> tuple[PartType | None, list[Finding]]:
    """Turn a mapping into a record of `model`.

    `given` holds fields that the file does not (the id). Returns the record (None where a value
    in it cannot be used) and the findings. With `partial`, a
    record with mistakes comes without the fields they are in where that is possible, so that
    the rest of it can be checked in the same run.
    """
    decoder = _Decoder(path, node, model)
    values = decoder.part(node, model, ())
    for name, value in given.items():
        values.setdefault(name, value)
    record: PartType | None = None
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        wrong = [decoder.refuse(one) for one in error.errors(include_url=False)]
        if partial:
            record = _rest(model, values, {route[0] for route in wrong if route})
    return record, decoder.findings


def _rest(model: type[PartType], values: dict[str, Any], wrong: set[str | int]) -> PartType | None:
    """Make a record without its wrong fields; a required text gets a stand-in."""
    kept = {name: value for name, value in values.items() if name not in wrong}
    for name, shape in shapes(model).items():
        if shape.required and name not in kept:
            kept[name] = f"（{values.get('id', '')}）"
    try:
        return model.model_validate(kept)
    except ValidationError:
        return None


class _Decoder:
    def __init__(self, path: str, root: Mapping, model: type[Part]) -> None:
        self.path = path
        self.root = root
        self.model = model
        self.findings: list[Finding] = []
        self.refused: set[Route] = set()
        self.meant: set[Route] = set()
        """Fields that an unknown name most likely stands for: they are not missing as well."""

    def say(self, code: str, message: str, route: Route, place: Place, hint: str = "") -> None:
        self.findings.append(Finding(self.path, code, message, route=route, hint=hint, place=place))
        self.refused.add(route)

    def part(self, node: Mapping, model: type[Part], route: Route) -> dict[str, Any]:
        table = keys(model)
        values: dict[str, Any] = {}
        written: dict[str, Scalar] = {}
        for key, value in node.entries:
            shape = table.get(key.text) or table.get(key.text.strip())
            if shape is None:
                self._unknown(key, model, route)
                continue
            name = shape.name
            first = written.setdefault(name, key)
            if first is not key:
                message = f"「{key.text}」和第 {first.place.line} 行是同一项，写了两次"
                hint = "只留一处；两处都留时不知道以哪一处为准。"
                self.say("R008", message, (*route, name), key.place, hint)
            elif is_empty(value):
                continue
            elif type(value) is Scalar and shape.bare:
                values[name] = value.text
            else:
                read = self._field(value, shape, (*route, name))
                if read is not None:
                    values[name] = read
        return values

    def _unknown(self, key: Scalar, model: type[Part], route: Route) -> None:
        name = key.text.strip()[:40]
        table = keys(model)
        misread = misread_text(self.path, key.text, key.place) if key.plain else None
        if misread:
            self.findings.append(misread)
            meant = next((one for one in table if name.startswith(one)), None)
        else:
            meant = nearest(name, table)
            hint = f"是不是「{meant}」？" if meant else f"可用的项：{'、'.join(_labels(model))}。"
            self.say("R102", f"不认识「{name}」这一项", (*route, name), key.place, hint)
        if meant:
            self.meant.add((*route, table[meant].name))

    def _field(self, node: Node, shape: Shape, route: Route) -> Any:
        if shape.table:
            if not isinstance(node, Mapping):
                return self._wrong(node, _NAMES[Mapping], shape, route)
            table = {}
            for key, value in node.entries:
                if isinstance(value, Scalar):
                    table[key.text] = value.text
                else:
                    self._wrong(value, _NAMES[Scalar], shape, (*route, key.text))
            return table
        if shape.many:
            if isinstance(node, Sequence):
                items: list[Any] = []
                for item in node.items:
                    if is_empty(item):
                        continue
                    read = self._one(item, shape, (*route, len(items)))
                    if read is None:
                        return None
                    items.append(read)
                return items
            if isinstance(node, Mapping) and shape.part is None:
                return self._wrong(node, _NAMES[Sequence], shape, route)
            read = self._one(node, shape, (*route, 0))
            return None if read is None else [read]
        return self._one(node, shape, route)

    def _one(self, node: Node, shape: Shape, route: Route) -> Any:
        if shape.part is None:
            if isinstance(node, Scalar):
                return node.text
            return self._wrong(node, _NAMES[Scalar], shape, route)
        if isinstance(node, Mapping):
            return self.part(node, shape.part, route)
        if isinstance(node, Scalar) and shape.part.short:
            return {shape.part.short: node.text}
        return self._wrong(node, _NAMES[Mapping], shape, route)

    def _wrong(self, node: Node, wanted: str, shape: Shape, route: Route) -> None:
        if isinstance(node, Scalar) and node.plain:
            misread = misread_text(self.path, node.text, node.place)
            if misread:
                self.findings.append(misread)
                self.refused.add(route)
                return
        which = f"的第 {route[-1] + 1} 项" if route and isinstance(route[-1], int) else ""
        message = f"「{shape.label}」{which}应当是{wanted}，这里却是{_NAMES[type(node)]}"
        self.say("R104", message, route, node.place, _how(shape, wanted))

    def refuse(self, error: Any) -> Route:
        """Turn one pydantic error into a finding in Chinese; return the way to the wrong value."""
        route: Route = tuple(error["loc"])
        shape = _shape_at(self.model, route)
        label = shape.label if shape else str(route[-1] if route else "")
        hint = shape.help if shape else ""
        kind, context = error["type"], error.get("ctx", {})
        if kind == "missing":
            code, message = "R101", f"缺少必填的「{label}」"
            hint = f"补上「{label}: …」。{hint}"
        elif kind == "one_of":
            code, message = "R103", f"{label}{context['message']}"
            hint = str(context.get("hint", "")) or f"请从上面的词里选一个。{hint}"
        elif kind == "value_error":
            reason = context.get("error")
            code, message = "R105", str(reason or error["msg"])
            message = message if not shape else f"{label}：{message}"
            if isinstance(reason, UnusableError):
                hint = reason.hint or hint
                route = (*route, reason.field) if reason.field else route
        elif kind == "string_too_long":
            code, limit = "R106", context["max_length"]
            message = f"「{label}」太长：{len(error['input'])} 个字，上限是 {limit} 个"
            hint = "删短，细节写进正文。" if limit < 1000 else "拆开，或检查是否误粘了内容。"
        elif kind in ("greater_than_equal", "less_than_equal", "int_parsing_size"):
            code, message = "R105", f"「{label}」的数字太大"
            if "ge" in context:
                message = f"「{label}」不能小于 {context['ge']}，这里是 {error['input']}"
            elif "le" in context:
                message = f"「{label}」不能大于 {context['le']}，这里是 {error['input']}"
        elif kind in ("int_parsing", "int_type", "decimal_parsing", "float_parsing"):
            code = "R105"
            message = f"「{label}」应当是整数，这里是「{str(error['input'])[:20]}」"
            hint = f"只写阿拉伯数字，例如「{label}: 10」。"
        else:
            code, message = "R104", f"「{label}」的内容不合要求"
        known = route in self.meant and kind == "missing"
        if not known and not any(route[: len(one)] == one for one in self.refused if one):
            place = locate(self.root, self.model, route)
            self.say(code, message, route, place, hint or "改正这一处，或删去它。")
        return route


def _labels(model: type[Part]) -> list[str]:
    """The labels of a model, its own before those that every record has."""
    inherited = {name for base in model.__bases__ for name in getattr(base, "model_fields", ())}
    found = sorted(shapes(model).values(), key=lambda shape: shape.name in inherited)
    return [shape.label for shape in found]


def _how(shape: Shape, wanted: str) -> str:
    """How a field is written whose form is not the one wanted."""
    if wanted == _NAMES[Sequence]:
        return f"写成「{shape.label}: [第一项, 第二项]」，或每项另起一行，以「- 」开头。"
    if wanted == _NAMES[Scalar]:
        where = "每一项" if shape.many else f"「{shape.label}」后面"
        return f"{where}直接写文字；以 [ 或 {{ 开头、含有「: 」的文字要放进引号里。"
    inner = list(shapes(shape.part).values()) if shape.part else []
    named = [one.label for one in inner if one.required] or [one.label for one in inner[:3]]
    group = "{" + ", ".join(f"{label}: …" for label in named or ["名称"]) + "}"
    return f"每一项写成「- {group}」。" if shape.many else f"写成「{shape.label}: {group}」。"


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
