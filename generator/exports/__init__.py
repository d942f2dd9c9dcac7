"""Floor 3: one format per file; `export(edition)` yields files for other programs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from ..base.page import Asset
from ..editions import Edition


def all_exports(edition: Edition) -> Iterator[Asset]:
    """Yield every file of every export; a new format is one new file and no list to edit."""
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        make = getattr(importlib.import_module(f"{__name__}.{name}"), "export", None)
        if make is not None:
            yield from make(edition)
