"""PowerPoint decks of lessons, with what the lecturer says in the notes of the lecturer edition."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import digest, lesson_sets
from . import Document, Format
from ._later import later

FORMAT = Format("PPT 幻灯片，表格和图表可以改", needs=("pptx",), extra="office")


def documents(edition: Edition, only: Collection[Reference] = ()) -> Iterator[Document]:
    """Yield one deck for each lesson."""
    for one in lesson_sets(edition, only):
        path = f"pptx/{one.lesson.id}.pptx"
        yield Document(path, digest(one), later("_pptx_files", "deck_file", one))
