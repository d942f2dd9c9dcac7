"""The parts of a record that can be referred to."""

from __future__ import annotations

from functools import cache

from ..base.declaration import Part, shapes


def parts_of(record: Part) -> list[str]:
    """The ids of the parts of a record, such as loopholes."""
    return [str(one.id) for name in _with_ids(type(record)) for one in getattr(record, name)]


@cache
def _with_ids(model: type[Part]) -> tuple[str, ...]:
    """The lists of a model whose parts have ids."""
    return tuple(
        name
        for name, shape in shapes(model).items()
        if shape.many and shape.part and "id" in shapes(shape.part)
    )
