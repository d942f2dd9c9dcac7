"""Floor 1: one kind of record per file; folder name on disk and file stem say what it is."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from ..base.record import Record


def kinds_in(modules: Iterable[ModuleType]) -> dict[str, type[Record]]:
    """Return the kinds that these modules declare, by name."""
    found: dict[str, type[Record]] = {}
    for module in modules:
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, Record)
                and value.kind
                and value.__module__ == module.__name__
            ):
                found[value.kind] = value
    return dict(sorted(found.items()))


def all_kinds() -> dict[str, type[Record]]:
    """Return every kind in this folder; a new kind is one new file and no list to edit."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return kinds_in(importlib.import_module(f"{__name__}.{name}") for name in names)
