"""The monthly notice: who reported, who reported zero, who did not, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .base.dates import PartialDate
from .base.months import YearMonth, label, later
from .base.reference import Reference
from .ledger_report import Mention, Report, Section, Table, Words, listed, said
from .library import Library, page_of
from .month_grid import BEFORE, MISSING, REPORTED, WAITING, ZERO, Cell, Grid, grid
from .month_words import (
    COUNTED,
    Names,
    Streak,
    compared_text,
    figure_text,
    lacking,
    totals,
    totals_text,
)

_MOST_NAMED = 3
"""How many of the units with the highest figures are named."""
ADVICE = "建议去看一看：是没有问题，还是没有发现问题。"


def notice_name(month: YearMonth) -> str:
    """The name of the page of a notice."""
    return f"notice-{month[0]}-{month[1]:02}"


def notices(library: Library) -> Iterator[Report]:
    """Yield the notice of every month, the oldest first."""
    made = _Notices(library, grid(library))
    for at in range(len(made.grid.months)):
        yield made.notice(at)


@dataclass(frozen=True, slots=True)
class _Reported:
    """One unit in one month, and how long it has gone on like that."""

    key: Reference
    cell: Cell
    zeros: int
    gaps: int

    @property
    def first(self) -> YearMonth:
        """The month in which the zeros began."""
        return later(self.cell.month, 1 - self.zeros)


class _Notices:
    def __init__(self, library: Library, months: Grid) -> None:
        self.library = library
        self.grid = months
        self.names = Names(library)
        self.streak = library.settings.ledgers.zero_streak
        self.due = library.settings.ledgers.report_day
        self.runs = {row.unit: list(_runs(row.cells)) for row in months.rows}

    def notice(self, at: int) -> Report:
        """The notice of one month by its place in the grid."""
        month = self.grid.months[at]
        found = self._column(at)
        sections = [
            Section("报送情况", tuple(self._reporting(found))),
            Section("数据情况", tuple(self._figures(found, self._column(at - 1) if at else []))),
            Section("需要关注的情况", tuple(self._doubts(found))),
            Section("各单位情况", table=self._table(found)),
        ]
        return Report(
            notice_name(month),
            f"月报通报-{month[0]}-{month[1]:02}",
            f"关于{label(month)}月报情况的通报",
            said(f"现将{label(month)}各单位月报情况通报如下。"),
            tuple(one for one in sections if one.paragraphs or one.table),
            any(one.cell.record and one.cell.record.fictional == "是" for one in found),
        )

    def _column(self, at: int) -> list[_Reported]:
        return [
            _Reported(row.unit, row.cells[at], *self.runs[row.unit][at])
            for row in self.grid.rows
            if row.cells[at].state != BEFORE
        ]

    def _reporting(self, found: list[_Reported]) -> Iterator[Words]:
        states = {state: _in(found, state) for state in (REPORTED, ZERO, MISSING, WAITING)}
        late = [one for one in found if one.cell.late and one.cell.state in (REPORTED, ZERO)]
        given = len(states[REPORTED]) + len(states[ZERO])
        text = f"应报送{len(found)}家，已报送{given}家，其中报有数据的{len(states[REPORTED])}家、"
        text += f"零报告{len(states[ZERO])}家；未报送{len(states[MISSING])}家"
        text += f"；还没有到报送期限的{len(states[WAITING])}家" if states[WAITING] else ""
        yield said(f"{text}。迟报{len(late)}家。" if late else f"{text}。")
        if states[ZERO]:
            yield said("零报告的单位：", self._named(states[ZERO]), "。")
        if states[MISSING]:
            hint = "。零报告不等于不报告，请尽快补报；没有情况的，各项填“0”。"
            yield said("未报送的单位：", self._named(states[MISSING]), hint)
        if late:
            days = [
                said(self.names.reported(one.key, one.cell), f"（{_sent(one.cell)}报送）")
                for one in late
            ]
            yield said("迟报的单位：", listed(days), f"。报送期限是次月{self.due}日。")
        partial = [one for one in found if one.cell.incomplete]
        if partial:
            lacks = [
                said(self.names.reported(one.key, one.cell), f"（缺{lacking(one.cell)}）")
                for one in partial
            ]
            yield said("缺项的单位：", listed(lacks), "。请补齐，没有的填“0”。")

    def _figures(self, found: list[_Reported], before: list[_Reported]) -> Iterator[Words]:
        now = totals(one.cell for one in found)
        text = f"当月共{totals_text(now)}。"
        if any(one.cell.state in (MISSING, WAITING) for one in found):
            text += "未报送的没有计入。"
        if before:
            text += f"与上月相比，{compared_text(now, totals(one.cell for one in before))}。"
        yield said(text)
        most = [one for one in found if one.cell.figure("problems")]
        most.sort(key=lambda one: (-(one.cell.figure("problems") or 0), one.key))
        if most:
            named = [
                said(self.names.reported(one.key, one.cell), f"（{one.cell.figure('problems')}个）")
                for one in most[:_MOST_NAMED]
            ]
            yield said("发现问题较多的单位：", listed(named), "。")
        listed_there = sum(len(one.cell.record.rectifications) for one in found if one.cell.record)
        if listed_there:
            yield said(f"当月发现的问题，列入整改台账{listed_there}项，见各单位月报。")

    def _doubts(self, found: list[_Reported]) -> Iterator[Words]:
        for one in found:
            if one.zeros >= self.streak:
                unit = self.names.reported(one.key, one.cell)
                streak = Streak(unit, one.first, one.cell.month, one.zeros)
                yield said(unit, f"{streak.words}。{ADVICE}")
        for one in found:
            if one.gaps > 1:
                yield said(self.names.unit(one.key), f"连续{one.gaps}个月未报送，请说明原因。")

    def _table(self, found: list[_Reported]) -> Table:
        sums = totals(one.cell for one in found)
        return Table(
            ("单位", *(title for _, title, _ in COUNTED), "报送时间", "情况"),
            tuple(self._row(one) for one in found),
            ("合计", *(str(sums[name]) for name, _, _ in COUNTED), "", ""),
            (5.1, *(2.2, 1.7, 2.2, 2.4), 3, 4),
        )

    def _row(self, one: _Reported) -> tuple[Words, ...]:
        cell = one.cell
        unit = (self.names.unit(one.key),)
        if cell.state in (MISSING, WAITING):
            return (unit, *[_DASH] * len(COUNTED), _sent_words(cell), (Mention(cell.state),))
        path = page_of(cell.record) if cell.record else ""
        figures = [(Mention(figure_text(cell, name), path),) for name, _, _ in COUNTED]
        return (unit, *figures, _sent_words(cell), (Mention("；".join(self._told(one))),))

    def _told(self, one: _Reported) -> Iterator[str]:
        if one.cell.state == ZERO:
            yield "零报告" if one.zeros < self.streak else f"连续{one.zeros}个月零报告"
        if one.cell.late:
            yield "迟报"
        if one.cell.incomplete:
            yield f"缺{lacking(one.cell)}"
        if one.cell.record and one.cell.record.rectifications:
            yield f"列入整改{len(one.cell.record.rectifications)}项"

    def _named(self, found: list[_Reported]) -> Words:
        return listed(self.names.reported(one.key, one.cell) for one in found)


_DASH = (Mention("—"),)


def _in(found: list[_Reported], state: str) -> list[_Reported]:
    return [one for one in found if one.cell.state == state]


def _runs(cells: tuple[Cell, ...]) -> Iterator[tuple[int, int]]:
    """Yield for each month how many up to it are zero, and how many are missing."""
    zeros = gaps = 0
    for cell in cells:
        zeros = zeros + 1 if cell.state == ZERO else 0
        gaps = gaps + 1 if cell.state == MISSING else 0
        yield zeros, gaps


def _sent(cell: Cell) -> str:
    reported: PartialDate | None = cell.record.reported if cell.record else None
    return reported.chinese() if reported else ""


def _sent_words(cell: Cell) -> Words:
    """When it was sent, without a year that goes without saying."""
    sent = _sent(cell)
    year, _ = later(cell.month)
    return (Mention(sent.removeprefix(f"{year}年") if cell.state != MISSING else sent),)
