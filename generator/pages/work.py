"""The hub of the working ledgers: every arrangement is one click away, with what is late."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import work_page
from ..base.dates import PartialDate
from ..base.page import Page
from ..editions import Edition
from ._arrangements import Arrangements
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the one page."""
    yield render(
        edition,
        "work.md.j2",
        work_page(),
        "工作台账",
        groups=tuple(Arrangements(edition).groups()),
        today=PartialDate.of(edition.library.today).chinese(),
    )
