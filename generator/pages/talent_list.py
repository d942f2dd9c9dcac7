"""The talent pool by skill, who can come first; in an edition that holds none it is empty."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import list_page
from ..base.page import Page
from ..editions import Edition
from ..records.talent import Talent
from ._frame import render

_AVAILABLE = ("可抽调", "需协调", "不可抽调")


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all people."""
    found = [one for one in edition.library.of_kind("talent") if isinstance(one, Talent)]
    found.sort(key=lambda one: (_AVAILABLE.index(one.availability), one.id))
    skills: dict[str, list[Talent]] = {}
    for one in found:
        for skill in one.skills:
            skills.setdefault(str(skill), []).append(one)
    yield render(
        edition,
        "talent_list.md.j2",
        list_page("talent"),
        "人才库",
        skills=sorted(skills.items(), key=lambda pair: (-len(pair[1]), pair[0])),
        states=[(word, [one for one in found if one.availability == word]) for word in _AVAILABLE],
    )
