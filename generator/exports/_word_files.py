"""Documents as Word files in the layout of official documents."""

from __future__ import annotations

from ..lesson_set import CaseSet, LessonSet
from ..office_layout import measures
from ..office_layout.measures import COMPACT, OFFICIAL
from ..office_layout.word import HEADINGS, OfficialDocument, Run
from ._blocks import (
    AnswerLines,
    Block,
    Bullets,
    Cell,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Style,
    Table,
    Text,
)
from ._case_sheet import case_sheet
from ._handout import handout
from ._lesson_plan import lesson_plan
from ._measure import title_lines
from ._run_sheet import run_sheet

_STYLES = {
    Style.BODY: "body text",
    Style.FLUSH: "flush",
    Style.SPOKEN: "spoken",
    Style.BLACK: "black",
    Style.NOTE: "note",
}


def plan_file(given: LessonSet) -> bytes:
    """Return the lesson plan as a Word file."""
    return word_file(lesson_plan(given))


def handout_file(given: LessonSet) -> bytes:
    """Return the hand-out as a Word file."""
    return word_file(handout(given))


def run_sheet_file(given: LessonSet) -> bytes:
    """Return the run-sheet as a Word file."""
    return word_file(run_sheet(given))


def case_file(given: CaseSet) -> bytes:
    """Return the case on one page as a Word file."""
    return word_file(case_sheet(given))


def word_file(paper: Paper) -> bytes:
    """Return any document as a Word file."""
    scale = COMPACT if paper.one_page else OFFICIAL
    document = OfficialDocument(scale)
    title = title_lines(paper.title, measures.TEXT_WIDTH / scale.title)
    document.text("title", "\n".join(title))
    for line in paper.below_title:
        document.text("subtitle", line)
    if not paper.one_page:
        document.text("flush", "")
    for block in paper.blocks:
        _write(document, block)
    document.text("note", paper.closing)
    issue = paper.issue
    return document.written(paper.title, issue.unit or issue.site, issue.day, paper.kind)


def _write(document: OfficialDocument, block: Block) -> None:
    if isinstance(block, Heading):
        document.text(HEADINGS[min(block.level, len(HEADINGS)) - 1], block.text)
    elif isinstance(block, Paragraph):
        document.paragraph(_STYLES[block.style], *_runs(block.text))
    elif isinstance(block, Bullets):
        for depth, item in block.items:
            document.bullet(depth, *_runs(item))
    elif isinstance(block, Table):
        rows = [[_cell(one) for one in row] for row in block.rows]
        document.table(rows, head=block.head, labels=block.labels, widths=block.widths)
    elif isinstance(block, AnswerLines):
        document.answer_lines(block.count)
    elif isinstance(block, PageBreak):
        document.page_break()


def _cell(cell: Cell) -> list[list[Run]]:
    return [_runs(one) for one in cell]


def _runs(text: Text) -> list[Run]:
    return [Run(one.text, one.strong) for one in text]
