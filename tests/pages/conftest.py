"""Sites of a few records, and records with every field filled."""

from itertools import count
from typing import Annotated, Any, get_args, get_origin

import pytest

from generator.base.dates import PartialDate
from generator.base.declaration import Part
from generator.base.reference import Reference, To
from generator.base.text import OneOf
from generator.build import generate


@pytest.fixture(scope="session")
def site(checked):
    """Generate one edition of a project that is given as texts by path."""

    def make(
        files: dict[str, str], edition: str = "public", configuration: str = "site_name: 库\n"
    ):
        done = checked(files, configuration)
        assert not done.stops, [one.line() for one in done.findings]
        return generate(done, edition).files

    return make


@pytest.fixture(scope="session")
def fill():
    """Make values for every field of a model; every text is one of a kind."""

    def values(model: type[Part], word: str) -> dict[str, Any]:
        numbers = count(1)
        return _fill(model, word, numbers)

    return values


def _fill(model: type[Part], word: str, numbers) -> dict[str, Any]:
    return {
        info.title: _value(info.annotation, (*info.metadata,), word, numbers)
        for name, info in model.model_fields.items()
        if name != "id"
    } | ({"编号": f"{word}{next(numbers)}"} if "id" in model.model_fields else {})


def _value(annotation: Any, marks: tuple[Any, ...], word: str, numbers) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], (*marks, *inner[1:]), word, numbers)
    for mark in marks:
        if isinstance(mark, OneOf):
            return mark.words[0]
        if isinstance(mark, To):
            return "other" if mark.kind != "unit" else "other-unit"
    if origin is tuple:
        return [_value(inner[0], (), word, numbers)]
    if origin is dict:
        return {f"{word}{next(numbers)}": f"{word}{next(numbers)}"}
    if inner:
        return _value(next(one for one in inner if one is not type(None)), marks, word, numbers)
    if issubclass(annotation, Part):
        return _fill(annotation, word, numbers)
    if annotation is Reference:
        return "case/other"
    if annotation is PartialDate:
        return "2020-03-15"
    if annotation is int:
        return "45"
    return f"{word}{next(numbers)}"
