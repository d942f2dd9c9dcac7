"""One case on one page: what happened, what came of it, which gap let it happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ..base.markdown import words
from ..lesson_set import CaseSet
from ..records.case import Case, Outcome, Period
from ._blocks import Block, Cell, Paper, Table, cell, row, text
from ._one_page import fullest, shortened
from ._sections import Sections

CASE_SHEET = "一页案例"
_FORMS = {"1": "第一种形态", "2": "第二种形态", "3": "第三种形态", "4": "第四种形态"}


_ROOM = {
    "gist": (40, 80, 120, 160, 200, 260),
    "loopholes": (2, 3, 4, 5, 6, 8),
    "loophole": (14, 36, 60, 90),
    "measure": (14, 36, 60, 90),
    "clauses": (1, 2, 3, 4, 6, 8),
    "questions": (1, 2, 3),
    "question": (24, 40, 60, 100),
    "note": (0, 0, 40, 80, 120),
    "measures": (1, 1, 1, 2, 3),
    "facts": (0, 0, 0, 160, 200, 240, 280, 320, 360, 420, 480, 560),
}
"""How many signs are kept of each text, and how many items of each list."""


def case_sheet(given: CaseSet) -> Paper:
    """Return the sheet of a case, shortened as far as it must be to fit one page."""
    return fullest(partial(_sheet, given), _ROOM)


def _sheet(given: CaseSet, room: Mapping[str, int]) -> Paper:
    case = given.case
    made = Sections()
    made.plain(_strip(case))
    made.plain(
        _form(
            ("要点", _shortened(case.gist, room["gist"])),
            ("案情", _shortened(case.facts, room["facts"])),
            ("处理结果", _outcome(case, room["note"])),
        )
    )
    made.plain(_loopholes(case, room))
    asked = case.questions[: room["questions"]]
    sources = given.sources or tuple(map(str, case.citations))
    made.plain(
        _form(
            ("依据", _clauses(sources, room["clauses"])),
            (
                "讨论题",
                [
                    f"{number}. {shortened(str(one.text), room['question'])}"
                    for number, one in enumerate(asked, 1)
                ],
            ),
        )
    )
    title = shortened(case.heading, 60)
    return replace(made.paper(CASE_SHEET, case, given.issue, title), one_page=True)


def _form(*rows: tuple[str, Iterable[str]]) -> Iterator[Block]:
    """A table of what is known, each with its name beside it."""
    filled = [(cell(label), tuple(map(text, found))) for label, found in rows]
    known = tuple(one for one in filled if one[1])
    if known:
        yield Table(known, labels=(0,), widths=(2.2, 14.2))


def _shortened(prose: str | None, most: int) -> tuple[str, ...]:
    return (shortened(words(prose), most),) if prose and most else ()


def strip_facts(case: Case) -> list[tuple[str, str]]:
    """What is known of a case at a glance, by label."""
    period = case.period
    facts = (
        ("领域", case.industry),
        ("层级", case.level),
        ("单位类型", case.unit_type),
        ("岗位", "、".join(case.posts)),
        ("违反纪律", "、".join(case.disciplines)),
        ("行为类型", "、".join(case.conduct)),
        ("行为期间", _period(period) if period else ""),
        ("处理时间", case.decided.chinese() if case.decided else ""),
    )
    return [(label, str(value)) for label, value in facts if value]


def _strip(case: Case) -> Iterator[Block]:
    """The same, two facts in a row."""
    known = [(label, shortened(value, 28)) for label, value in strip_facts(case)]
    if known:
        padded = [*known, ("", "")][: len(known) + len(known) % 2]
        rows = [row(*left, *right) for left, right in zip(padded[::2], padded[1::2], strict=True)]
        yield Table(tuple(rows), labels=(0, 2), widths=(2.2, 6, 2.2, 6))


def _period(period: Period) -> str:
    start = period.start.chinese()
    return f"{start}至{period.end.chinese()}" if period.end else start


def outcome_words(outcome: Outcome) -> str:
    """What was decided, on one line.

    There are blanks between the parts and no stops: with a stop of ours behind it, an author's
    phrase would look to the leak test like the same phrase in a text that is left out.
    """
    found = [
        f"党内{outcome.party}" if outcome.party in ("警告", "严重警告") else outcome.party,
        f"政务{outcome.official}" if outcome.official else None,
        outcome.criminal,
        _FORMS.get(str(outcome.form)) if outcome.form else None,
        f"涉案金额 {outcome.amount}" if outcome.amount else None,
    ]
    return "　".join(str(one) for one in found if one)


def _outcome(case: Case, most: int) -> Iterator[str]:
    if case.outcome:
        said = outcome_words(case.outcome)
        note = shortened(words(case.outcome.note), most) if case.outcome.note and most else ""
        yield from (one for one in (said, note) if one)


def _loopholes(case: Case, room: Mapping[str, int]) -> Iterator[Block]:
    if not case.loopholes:
        return
    rows: list[tuple[Cell, ...]] = []
    for one in case.loopholes[: room["loopholes"]]:
        kept = [shortened(str(each), room["measure"]) for each in one.measures[: room["measures"]]]
        measures = tuple(text(f"{number}. {each}") for number, each in enumerate(kept, 1))
        told = (text(f"{one.type}：{shortened(words(one.text), room['loophole'])}"),)
        rows.append((told, measures if len(measures) > 1 else tuple(map(text, kept))))
    more = len(case.loopholes) - room["loopholes"]
    if more > 0:
        rows.append(row(f"另有 {more} 个漏洞", "见案例全文"))
    yield Table((row("漏洞", "措施"), *rows), head=True, widths=(4, 5))


def _clauses(sources: Iterable[str], most: int) -> list[str]:
    found = list(sources)
    if len(found) <= most:
        return found
    return [*found[: most - 1], f"{found[most - 1]}，等 {len(found)} 处"]
