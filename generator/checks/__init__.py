"""Floor 3: one check per file; `RULES` says what it looks at, `check(library)` yields findings."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from ..base.finding import Finding
from ..library import Library


def all_checks() -> list[ModuleType]:
    """Return every check in this folder; a new check is one new file and no list to edit."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [module for module in modules if hasattr(module, "check")]


def run_checks(library: Library) -> Iterator[Finding]:
    """Yield the findings of every check."""
    for module in all_checks():
        yield from module.check(library)
