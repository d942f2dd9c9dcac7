"""The Party branches of dispatched offices, by the office that supervises each."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page
from ..base.page import Page
from ..editions import Edition
from ..records.branch import Branch
from ._frame import render
from ._rows import rows_of

_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
"""So that 第二 stands before 第三."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all branches."""
    offices: dict[str, list[Branch]] = {}
    for one in edition.library.of_kind("branch"):
        if isinstance(one, Branch):
            offices.setdefault(str(one.office or ""), []).append(one)
    named = sorted(offices.items(), key=lambda pair: (not pair[0], pair[0].translate(_DIGITS)))
    yield render(
        edition,
        "record_list.md.j2",
        list_page("branch"),
        "党支部",
        groups=[(name or "没有写联系监督检查室", rows_of(found)) for name, found in named]
        or [("", [])],
        label="党支部",
        counted="个",
        note="派驻机构的党支部，按联系它的监督检查室排列。" if named else "",
    )
