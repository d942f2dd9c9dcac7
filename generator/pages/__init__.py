"""Floor 3: one kind of page per file, its template beside it; `pages(edition)` yields pages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from ..base.page import Asset, Page
from ..editions import Edition


def all_pages(edition: Edition) -> Iterator[Page | Asset]:
    """Yield every page of the edition; a new kind of page is one new file and no list to edit."""
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        make = getattr(importlib.import_module(f"{__name__}.{name}"), "pages", None)
        if make is not None:
            yield from make(edition)
