"""Word files in the layout of official documents: plan, hand-out, run-sheet, case on one page."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from . import Document, Format
from ._papers import paper_documents

FORMAT = Format("Word 文档：教案、讲义、流程单、一页案例")


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield three files for each lesson and one for each case."""
    return paper_documents("docx", "_word_files", edition, only)
