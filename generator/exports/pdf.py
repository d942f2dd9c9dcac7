"""PDF with the page of official documents, tagged for screen readers (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from . import Document, Format
from ._papers import paper_documents

FORMAT = Format("PDF：教案、讲义、流程单、一页案例", needs=("weasyprint",), extra="pdf")


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield three files for each lesson and one for each case."""
    return paper_documents("pdf", "_pdf_files", edition, only)
