"""Anki: questions as cards for learning at intervals."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest
from . import Document, Format
from ._bank import banks
from ._later import later

FORMAT = Format(
    "Anki 记忆卡片：每课一副牌，全部题目一副牌；重新导入只更新卡片，不会重复",
    lecturer_only=True,
    needs=("genanki",),
    extra="office",
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one package per quiz and one with all questions."""
    for bank in banks(edition, only):
        yield Document(f"anki/{bank.name}.apkg", digest(bank), later("_anki", "anki", bank))
