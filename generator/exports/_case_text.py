"""A whole case as a document: for books, where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from ..lesson_set import CaseSet
from ..records.case import Case, Cause, Loophole, Question
from ._blocks import Block, Paper, Paragraph, Style, Table, lines, row, text
from ._case_sheet import outcome_words, strip_facts
from ._prose import blocks, paragraphs
from ._sections import Sections, facts_table, numbered

CASE_TEXT = "案例"


def case_text(given: CaseSet) -> Paper:
    """Return a case with all that an edition holds of it."""
    case = given.case
    made = Sections()
    made.plain(facts_table(strip_facts(case)))
    made.plain(blocks(case.gist, label="要点"))
    made.add("基本案情", blocks(case.facts))
    made.add("时间线", timeline(case))
    made.add("办理过程", blocks(case.process))
    made.add("处理结果", _outcome(case))
    made.add("裁判理由", blocks(case.reasoning))
    made.add("成因剖析", (block for one in case.causes for block in _cause(one)))
    made.add("漏洞与措施", loopholes(case.loopholes))
    made.add("指导意义", blocks(case.significance))
    for section in case.other_sections:
        made.add(str(section.heading), blocks(section.text))
    made.add("依据", lines(given.sources or map(str, case.citations)))
    made.add("讨论题", (block for one in enumerate(case.questions, 1) for block in _asked(*one)))
    made.add("对照自查", numbered(case.self_check))
    return made.paper(CASE_TEXT, case, given.issue)


def timeline(case: Case) -> Iterator[Table]:
    """Yield what happened when, as a table."""
    if case.timeline:
        rows = [row(one.time.chinese(), str(one.event)) for one in case.timeline]
        yield Table((row("时间", "事件"), *rows), head=True, widths=(3, 8))


def loopholes(found: tuple[Loophole, ...]) -> Iterator[Table]:
    """Yield each gap with the measures against it, as a table."""
    if found:
        rows = [
            (
                (text(str(one.type)), *paragraphs(one.text)),
                tuple(
                    text(f"{number}. {each}" if len(one.measures) > 1 else str(each))
                    for number, each in enumerate(one.measures, 1)
                ),
            )
            for one in found
        ]
        yield Table((row("漏洞", "措施"), *rows), head=True, widths=(4, 5))


def _outcome(case: Case) -> Iterator[Block]:
    if case.outcome:
        said = outcome_words(case.outcome)
        if said:
            yield Paragraph(text(said))
        yield from blocks(case.outcome.note)


def _cause(cause: Cause) -> tuple[Block, ...]:
    return blocks(cause.text, label=f"{cause.category}原因" if cause.category else "")


def _asked(number: int, question: Question) -> Iterator[Block]:
    yield Paragraph(text(f"{number}. {question.text}"))
    yield from blocks(question.answer, Style.SPOKEN, "参考")
