"""GIFT: questions as text that Moodle and other learning systems import."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest
from . import Document, Format
from ._bank import banks
from ._later import later

FORMAT = Format(
    "GIFT 题库：每课测验一个文件，全部题目一个文件；多空的填空题一空一题，排序题作配对题",
    lecturer_only=True,
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one file per quiz and one with all questions."""
    for bank in banks(edition, only):
        yield Document(f"gift/{bank.name}.gift", digest(bank), later("_gift", "gift", bank))
