"""What this issue is: who made it, when, for whom, from what sources, how much is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..addresses import about_page, list_page
from ..base.dates import PartialDate
from ..base.page import Page
from ..editions import Edition
from ._frame import render


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page about the issue."""
    library = edition.library
    contact = library.settings.contact
    unit = library.settings.unit or (contact.unit if contact else None)
    _, _, digest = edition.stamp.rpartition("-")
    counts = [
        (kind.label, list_page(name), len(library.of_kind(name)))
        for name, kind in library.kinds.items()
        if library.of_kind(name)
    ]
    sources = Counter(
        str(record.source.publisher)
        for record in library.records.values()
        if record.source and record.source.publisher
    )
    reviewed = [
        record.review.date
        for record in library.records.values()
        if record.review and record.review.date
    ]
    yield render(
        edition,
        "about.md.j2",
        about_page(),
        "关于本期",
        site=library.site_name,
        unit=unit,
        digest=digest,
        day=PartialDate.of(library.today),
        audiences="、".join(sorted(edition.rule.audiences, key=("公开", "内部", "教员").index)),
        signed=edition.rule.signed,
        latest=max(reviewed, default=None),
        counts=counts,
        total=len(library.records),
        fictional=sum(record.fictional == "是" for record in library.records.values()),
        sources=sorted(sources.items(), key=lambda one: (-one[1], one[0])),
        changed=edition.previous is not None,
    )
