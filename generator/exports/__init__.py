"""Floor 3: one format per file; `export(edition)` yields files for other programs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from ..base.page import Asset
from ..editions import Edition


def all_exports(edition: Edition) -> Iterator[Asset]:
    """Yield every file that the edition may export.

    A new format is one new file and no list to edit; its name is the name of the format.
    """
    allowed = edition.rule.exports
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        if allowed is not None and name not in allowed:
            continue
        make = getattr(importlib.import_module(f"{__name__}.{name}"), "export", None)
        if make is not None:
            yield from make(edition)
