"""Calendars of classes for phones, Outlook and others: all classes, and those of each lecturer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..classes import Classes, classes
from ..editions import Edition
from ..lesson_set import digest
from . import Document, Format
from ._later import later

FORMAT = Format(
    "日历：排定日期的课，全部一个文件，每位讲师一个文件",
    needs=("icalendar",),
    extra="office",
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one calendar of all classes and one per lecturer."""
    for name, one in _calendars(classes(edition, only)):
        yield Document(f"ics/{name}.ics", digest(one), later("_ics", "calendar", one))


def _calendars(found: Classes) -> Iterator[tuple[str, Classes]]:
    if found.classes:
        yield "课程表", found
    for key in sorted({one.lecturer for one in found.classes if one.lecturer}):
        yield f"课程表-{key.id}", found.of(key)
