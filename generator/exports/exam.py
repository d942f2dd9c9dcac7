"""Questions as the text and the workbook that exam systems here import."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest
from . import Document, Format
from ._bank import banks
from ._later import later

FORMAT = Format(
    "考试系统导入用的题库：文本和 Excel 各一个；几个空之间用 | 隔开，同一空的几种写法用 ; 隔开",
    lecturer_only=True,
    needs=("openpyxl",),
    extra="office",
)


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield a text and a workbook per quiz, and both with all questions."""
    for bank in banks(edition, only):
        given = digest(bank)
        text = later("_exam_text", "text", bank)
        yield Document(f"exam/{bank.name}.txt", given, text)
        book = later("_exam_workbook", "workbook", bank)
        yield Document(f"exam/{bank.name}.xlsx", given, book)
