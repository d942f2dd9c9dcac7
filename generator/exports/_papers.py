"""The papers of an edition for one format: each a file of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..base.reference import Reference
from ..editions import Edition
from ..lesson_set import case_sets, digest, lesson_sets
from . import Document
from ._later import later

_OF_LESSON = (("教案", "plan_file"), ("讲义", "handout_file"), ("流程单", "run_sheet_file"))


def paper_documents(
    ending: str, module: str, edition: Edition, only: Collection[Reference]
) -> Iterator[Document]:
    """Yield three files for each lesson and one for each case, made by a module of this folder."""
    for lesson in lesson_sets(edition, only):
        inputs = digest(lesson)
        for name, function in _OF_LESSON:
            path = f"{ending}/{lesson.lesson.id}-{name}.{ending}"
            yield Document(path, inputs, later(module, function, lesson))
    for case in case_sets(edition, only):
        path = f"{ending}/{case.case.id}-一页案例.{ending}"
        yield Document(path, digest(case), later(module, "case_file", case))
