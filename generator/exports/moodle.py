"""Moodle XML: questions with points, numbers and labels, as Moodle itself exports them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest
from . import Document, Format
from ._bank import banks
from ._later import later

FORMAT = Format(
    "Moodle XML 题库：七种题型都有；排序题要 Moodle 4.4 以上或装有排序题插件",
    lecturer_only=True,
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one file per quiz and one with all questions."""
    for bank in banks(edition, only):
        path = f"moodle/{bank.name}-moodle.xml"
        yield Document(path, digest(bank), later("_moodle", "moodle", bank))
