"""Floor 3: one format per file; `export(edition)` yields files for other programs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from ..base.page import Asset
from ..editions import Edition


def export_names() -> tuple[str, ...]:
    """The names of all formats, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        name for name in names if hasattr(importlib.import_module(f"{__name__}.{name}"), "export")
    )


def all_exports(edition: Edition) -> Iterator[Asset]:
    """Yield every file that the edition may export.

    A new format is one new file and no list to edit; its name is the name of the format.
    """
    allowed = edition.rule.exports
    for name in export_names():
        if allowed is None or name in allowed:
            yield from importlib.import_module(f"{__name__}.{name}").export(edition)
