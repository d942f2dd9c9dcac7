"""Results for objects that never change, remembered as long as the object is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

Key = TypeVar("Key")
Value = TypeVar("Value")


def by_identity(make: Callable[[Key], Value]) -> Callable[[Key], Value]:
    """Make a function of one object work out each result once.

    For records, which are frozen and hold tables, so that they cannot be hashed: the object
    itself is the key. The result must not hold the object.
    """
    known: dict[int, tuple[ref[Key], Value]] = {}

    @wraps(make)
    def remembered(one: Key) -> Value:
        number = id(one)
        found = known.get(number)
        if found is None or found[0]() is not one:
            found = ref(one, lambda _: known.pop(number, None)), make(one)
            known[number] = found
        return found[1]

    return remembered
