"""Sections that are numbered as they come, and what every document of a lesson begins with."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.numerals import to_chinese
from ..base.record import Record
from ..lesson_set import Issue
from ..records.course import Course
from ..records.lesson import Lesson
from ._blocks import Block, Heading, Paper, Paragraph, Style, Table, row, text

MADE_UP = "（虚构教学案例）"
"""What stands behind the title of a case that is made up."""


class Sections:
    """Blocks under headings; a heading without anything below it is not there."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._first = self._second = 0

    def add(self, title: str, blocks: Iterable[Block]) -> None:
        """Add a section 一、…… of a document."""
        found = tuple(blocks)
        if found:
            self._first += 1
            self._second = 0
            self._blocks += [Heading(1, f"{to_chinese(self._first)}、{title}"), *found]

    def parts(self, title: str, parts: Iterable[tuple[str, Iterable[Block]]]) -> None:
        """Add a section whose parts are （一）……."""
        kept = [(name, tuple(blocks)) for name, blocks in parts]
        kept = [(name, blocks) for name, blocks in kept if blocks]
        self.add(
            title,
            (
                block
                for number, (name, blocks) in enumerate(kept, 1)
                for block in (Heading(2, f"（{to_chinese(number)}）{name}"), *blocks)
            ),
        )

    def plain(self, blocks: Iterable[Block]) -> None:
        """Add blocks that stand under no heading of their own."""
        self._blocks += blocks

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All that was added."""
        return tuple(self._blocks)

    def paper(self, kind: str, record: Record, issue: Issue, title: str = "") -> Paper:
        """The document."""
        return Paper(
            kind, title or record.heading, about(kind, record, issue), tuple(self._blocks), issue
        )


def about(kind: str, record: Record, issue: Issue) -> tuple[str, ...]:
    """The lines below a title: what it is, whether it is made up, who may have it."""
    made_up = record.fictional == "是" and "虚构" not in record.heading
    what = "　".join(one for one in (kind, "虚构教学材料" if made_up else "", issue.unit) if one)
    return (what, issue.banner) if issue.banner else (what,)


def numbered(words: Iterable[str]) -> tuple[Paragraph, ...]:
    """Lines as 1. 2. 3."""
    return tuple(
        Paragraph(text(f"{number}. {one}"), Style.BODY) for number, one in enumerate(words, 1)
    )


def audience(lesson: Lesson | Course) -> tuple[tuple[str, str], ...]:
    """For whom a lesson is, by label; only what is known."""
    return tuple(
        (label, "、".join(values))
        for label, values in (
            ("领域", lesson.industries),
            ("层级", lesson.levels),
            ("岗位", lesson.posts),
        )
        if values
    )


def facts_table(facts: Iterable[tuple[str, str]]) -> tuple[Table, ...]:
    """Label and value in two columns."""
    rows = tuple(row(*one) for one in facts if one[1])
    return (Table(rows, labels=(0,), widths=(1, 4.2)),) if rows else ()
