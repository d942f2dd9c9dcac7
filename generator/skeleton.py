"""A new record as text: every field that its kind declares, with its help as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from .base.dates import PartialDate
from .base.declaration import Part, Shape, shapes
from .base.record import Record
from .base.reference import To
from .base.text import OneOf
from .base.yaml_writer import field_order, write_yaml
from .schema import BY_MACHINE, marks
from .settings import WORD_LISTS, Settings

PLACEHOLDER = "待填写"
_EXAMPLE = re.compile(r"例如\s*([^，；。、\s]+)")
_PAIR = re.compile(r"\{([^{}:]+): ([^{}]+)\}")


@dataclass(frozen=True)
class Surroundings:
    """What a new record may draw on: the day, the project's lists, the ids in use by kind."""

    today: date
    settings: Settings = field(default_factory=Settings)
    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    """The Chinese names of the kinds."""


def new_file(
    kind: type[Record], identifier: str, around: Surroundings, given: Mapping[str, Any]
) -> str:
    """Return the text of a new file with one record.

    `given` holds texts and lists of texts by English name; required fields without one get a
    placeholder that validates, fields that may be left out are commented out.
    """
    if kind.rows:
        head = _head(f"{kind.label}台账：每个以「- 」开头的一组是一个{kind.label}。")
        return head + new_row(kind, identifier, around, given)
    groups = _Writer(around).fields(kind, {**_heading(kind, identifier), **given})
    head = _head(f"{kind.label} {identifier}：文件名就是编号，要改编号就改文件名。")
    return head + "".join(f"{line}\n" for group in groups for line in group)


def new_row(
    kind: type[Record], identifier: str, around: Surroundings, given: Mapping[str, Any]
) -> str:
    """Return the text of one more row of a ledger file, starting with `- `."""
    first = {**_heading(kind, identifier), "id": identifier}
    groups = _Writer(around).fields(kind, {**first, **given})
    return "".join(f"{line}\n" for line in _item(groups))


def words_of(model: type[Part], name: str, settings: Settings) -> tuple[str, ...]:
    """The words that a field takes: from the project's lists or a closed one, else none."""
    if issubclass(model, Record) and name in WORD_LISTS:
        return tuple(getattr(settings, WORD_LISTS[name]))
    choice = next((one for one in marks(model, name) if isinstance(one, OneOf)), None)
    return choice.words if choice else ()


def _head(first: str) -> str:
    return (
        f"# {first}\n"
        "# 每行右边 # 后面是说明，不影响内容，写完可以删去。\n"
        "# 行首有 # 的项还没有启用：要填写，就删去行首的 # 和它后面的一个空格。\n"
        "# 写完运行 anjian check 检查。\n\n"
    )


def _heading(kind: type[Record], identifier: str) -> dict[str, str]:
    """A placeholder of its own for the title: two records with one name may be a mistake."""
    return {
        name: f"{PLACEHOLDER}（{identifier}）"
        for name in ("title", "name")
        if name in shapes(kind) and shapes(kind)[name].required
    }


def _is_comment(group: list[str]) -> bool:
    return group[0].startswith("# ")


def _item(groups: list[list[str]]) -> Iterator[str]:
    """Write the fields of one item of a list; what follows the dash must not be a comment."""
    ordered = sorted(groups, key=_is_comment) if _is_comment(groups[0]) else groups
    first, *rest = (line for group in ordered for line in group)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)


class _Writer:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.within: list[type[Part]] = []

    def fields(
        self, model: type[Part], given: Mapping[str, Any], *, every: bool = False
    ) -> list[list[str]]:
        """Write the fields of a model, each as its lines; those not needed are commented out.

        With `every`, for what stands in a comment already, none is.
        """
        self.within.append(model)
        groups = []
        for name in field_order(model):
            shape = shapes(model)[name]
            is_file_name = name == "id" and issubclass(model, Record) and name not in given
            if name in BY_MACHINE or is_file_name or shape.part in self.within:
                continue
            used = every or name in given or shape.required or self._default(model, name)
            lines = self._field(model, shape, given.get(name), every=every or not used)
            groups.append(lines if used else [f"# {line}" for line in lines])
        self.within.pop()
        return groups

    def _field(self, model: type[Part], shape: Shape, given: Any, *, every: bool) -> list[str]:
        if shape.part is None or given is not None:
            value = self._example(model, shape) if given is None else given
            lines = write_yaml({shape.name: value}, model).splitlines()
        else:
            groups = self.fields(shape.part, {}, every=every)
            if all(map(_is_comment, groups)):
                groups = self.fields(shape.part, {}, every=True)
            inner = _item(groups) if shape.many else (line for group in groups for line in group)
            lines = [f"{shape.label}:", *(f"  {line}" for line in inner)]
        note = self._note(model, shape)
        return [f"{lines[0]}  # {note}", *lines[1:]] if note else lines

    def _default(self, model: type[Part], name: str) -> str | int:
        default = model.model_fields[name].default
        return default if isinstance(default, (str, int)) else ""

    def _note(self, model: type[Part], shape: Shape) -> str:
        if shape.name == "id" and issubclass(model, Record):
            return ""
        notes = [" ".join(shape.help.split())] if shape.help else []
        words = words_of(model, shape.name, self.around.settings)
        if sum(word not in shape.help for word in words) > 1:
            notes.append(f"可选：{'、'.join(words)}")
        target = self._target(model, shape.name)
        if target and "编号" not in shape.help:
            notes.append(f"{self.around.labels.get(target, target)}的编号")
        return "；".join(notes)

    def _target(self, model: type[Part], name: str) -> str:
        return next((one.kind for one in marks(model, name) if isinstance(one, To)), "")

    def _example(self, model: type[Part], shape: Shape) -> Any:
        """A value that the field accepts."""
        if shape.table:
            shown = _PAIR.search(shape.help)
            return {shown[1]: shown[2]} if shown else {PLACEHOLDER: PLACEHOLDER}
        fitting = (one for one in self._candidates(model, shape) if _fits(model, shape, one))
        value = next(fitting, PLACEHOLDER)
        return [value] if shape.many else value

    def _candidates(self, model: type[Part], shape: Shape) -> Iterator[Any]:
        yield self._default(model, shape.name)
        yield from words_of(model, shape.name, self.around.settings)
        yield from self.around.ids.get(self._target(model, shape.name), ())
        shown = _EXAMPLE.findall(shape.help)
        for one in shown:
            # An example such as L1 or 2019-03 shows the form; one in words is not this record's.
            if one.isascii():
                with suppress(ValueError):
                    yield PartialDate.parse(one)
                yield one
        yield PLACEHOLDER
        yield from shown
        yield PartialDate.parse(str(self.around.today))
        yield 10


def _fits(model: type[Part], shape: Shape, value: Any) -> bool:
    if value == "":
        return False
    try:
        model.model_validate({shape.name: [value] if shape.many else value})
    except ValidationError as error:
        return all(one["loc"][:1] != (shape.name,) for one in error.errors(include_url=False))
    return True
