"""The navigation of an edition: that of mkdocs.yml without the pages that it does not hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def absent(root: Path, docs: Path) -> Callable[[str], bool]:
    """Whether a page is in the project and not among those of this edition."""
    return lambda path: (root / "docs" / path).is_file() and not (docs / path).is_file()


def without_pages(nav: Any, gone: Callable[[str], bool]) -> Any:
    """A navigation without the pages that are gone, and without headings over nothing."""
    if isinstance(nav, list):
        kept = [without_pages(one, gone) for one in nav]
        return [one for one in kept if one not in (None, [], {})]
    if isinstance(nav, dict):
        inner = {key: without_pages(value, gone) for key, value in nav.items()}
        return {key: value for key, value in inner.items() if value not in (None, [], {})}
    return None if isinstance(nav, str) and gone(nav) else nav
