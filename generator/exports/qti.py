"""QTI 2.1: questions and tests as a package that learning systems exchange."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest
from . import Document, Format
from ._bank import banks
from ._later import later

FORMAT = Format(
    "QTI 2.1 题库包：每题一个文件，每课测验一份试卷",
    lecturer_only=True,
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one package per quiz and one with all questions and quizzes."""
    for bank in banks(edition, only):
        yield Document(f"qti/{bank.name}-qti.zip", digest(bank), later("_qti", "qti", bank))
