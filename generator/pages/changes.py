"""The page 本期更新: what is new, was changed or was taken down since the issue before."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import changes_page, record_page
from ..base.page import Page
from ..changes import compare
from ..editions import Edition
from ._frame import render
from ._rows import newest_first, rows_of


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page where an issue before is given; it names nothing that this issue lacks."""
    previous = edition.previous
    if previous is None:
        return
    library = edition.library
    changes = compare(previous, library.records, [one.key for one in edition.withdrawn])
    groups = [
        (heading, rows_of(newest_first(library.records[key] for key in keys)))
        for heading, keys in (("新增", changes.new), ("修改", changes.changed))
        if keys
    ]
    withdrawn = [
        (library.kinds[key.kind].label, record_page(key), key.id) for key in changes.withdrawn
    ]
    yield render(
        edition,
        "changes.md.j2",
        changes_page(),
        "本期更新",
        previous=previous,
        groups=groups,
        withdrawn=withdrawn,
        gone=changes.gone,
    )
