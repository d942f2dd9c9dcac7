"""The parts of a record that can be referred to."""

from __future__ import annotations

from ..base.declaration import Part


def parts_of(record: Part) -> list[str]:
    """The ids of the parts of a record, such as loopholes."""
    found = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            found += [str(one.id) for one in value if isinstance(one, Part) and hasattr(one, "id")]
    return found
