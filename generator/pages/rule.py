"""The page that lists everything that `anjian check` looks at."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import LIBRARY
from ..base.page import Page
from ..editions import Edition
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one page of rules, where there are any."""
    if edition.rules:
        yield render(
            edition, "rule.md.j2", f"{LIBRARY}/rules.md", "检查项目一览", rules=edition.rules
        )
