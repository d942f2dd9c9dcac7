"""The notices of 两个责任 by unit and rhythm: what was sent, what is late, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page
from ..base.page import Page
from ..editions import Edition
from ..notice_rhythm import LATE, SENT_LATE, series
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all notices."""
    found = series(edition.library)
    yield render(
        edition,
        "notice_list.md.j2",
        list_page("notice"),
        "两个责任通报",
        late=[one for one in found if one.late],
        duties=[
            (duty, [one for one in found if one.duty == duty]) for duty in ("主体责任", "监督责任")
        ],
        doubtful=(LATE, SENT_LATE),
    )
