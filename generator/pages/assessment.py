"""What each unit is assessed at in a year: every number with the records it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ..addresses import assessment_page, ledger_page
from ..assessment import Assessment, Line, assessments, years
from ..base.markdown import Raw
from ..base.page import Page
from ..base.reference import Reference
from ..editions import Edition
from ..ledger_settings import AssessmentRule, LedgerSettings
from ..library import page_of
from ..month_grid import ALL_FIGURES, MISSING, grid
from ..month_words import Names
from ..records.month import Month
from ..records.rectification import Rectification
from ._frame import Frame, calm, render
from ._month_grid import missing_anchor

_FIELDS = {title: name for name, title in ALL_FIGURES}
_OF_MONTHS = frozenset((*_FIELDS, "按时报送", "迟报", "漏报"))
_CRUMB = ("考核", assessment_page())


class CellView(NamedTuple):
    """One rule applied to one unit."""

    label: str
    number: int
    points: str
    records: tuple[Raw, ...]
    short: bool
    """Whether the records are months, of which several stand on a line."""


class RowView(NamedTuple):
    """One unit."""

    unit: str
    page: str
    total: str
    cells: tuple[CellView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of years and a page for each."""
    library = edition.library
    found = {year: assessments(library, year) for year in years(library)}
    names = Names(library)
    formula = _formula(library.settings.ledgers)
    totals: dict[Reference, dict[int, Decimal]] = {}
    for year, some in found.items():
        for one in some:
            totals.setdefault(one.unit, {})[year] = one.total
    yield render(
        edition,
        "assessment_list.md.j2",
        assessment_page(),
        "考核",
        formula=formula,
        years=[(year, assessment_page(year)) for year in found],
        rows=[
            (names.unit(unit), [_number(one[year]) if year in one else "—" for year in found])
            for unit, one in sorted(totals.items())
        ],
    )
    for year, some in found.items():
        yield _year(edition, names, year, some, formula)


def _year(
    edition: Edition, names: Names, year: int, some: tuple[Assessment, ...], formula: list[str]
) -> Page:
    path = assessment_page(year)
    view = _View(Frame(edition, path, ""), names, year)
    made = render(
        edition,
        "assessment.md.j2",
        path,
        f"{year}年考核",
        [_CRUMB],
        year=year,
        formula=formula,
        base=_number(edition.library.settings.ledgers.base_score),
        rules=[_rule_words(one) for one in edition.library.settings.ledgers.assessment],
        rows=[view.row(one) for one in some],
        fictional=any(one.fictional == "是" for one in edition.library.of_kind("month")),
    )
    return replace(made, wide=True)


class _View:
    def __init__(self, frame: Frame, names: Names, year: int) -> None:
        self.frame = frame
        self.library = frame.edition.library
        self.names = names
        self.year = year
        self.months = grid(self.library)

    def row(self, one: Assessment) -> RowView:
        """One unit with all its numbers."""
        unit = self.names.unit(one.unit)
        cells = tuple(self._cell(one.unit, line) for line in one.lines)
        return RowView(unit.text, unit.path, _number(one.total), cells)

    def _cell(self, unit: Reference, line: Line) -> CellView:
        measure = line.rule.measure
        if measure == "漏报":
            records = tuple(self._missing(unit))
        else:
            records = tuple(
                link for key in line.count.records if (link := self._record(key, measure))
            )
        short = measure in _OF_MONTHS
        return CellView(measure, line.count.number, _signed(line.points), records, short)

    def _missing(self, unit: Reference) -> Iterator[Raw]:
        row = self.months.by_unit.get(unit)
        cells = [cell for cell in row.cells if cell.month[0] == self.year] if row else []
        there = any(cell.record for cell in cells)
        for cell in cells:
            if cell.state == MISSING:
                anchor = cell.record.id if cell.record else missing_anchor(cell.month)
                page = f"{unit.id}-{self.year}" if there else str(self.year)
                where = ledger_page("month", page) + (f"#{anchor}" if there else "")
                yield self.frame.a(where, f"{cell.month[1]}月")

    def _record(self, key: Reference, measure: str) -> Raw:
        record = self.library.get(key)
        if record is None:
            return Raw("")
        if isinstance(record, Month):
            figure = getattr(record, _FIELDS[measure]) if measure in _FIELDS else None
            words = Raw(f"{record.month.month}月" + (f"：{figure}" if figure is not None else ""))
        else:
            words = calm(record.heading)
        if isinstance(record, Rectification) and measure == "回访":
            times = sum(one.day.year == self.year for one in record.revisits)
            words = Raw(f"{words}：{times}次")
        return self.frame.a(page_of(record), words)


def _formula(settings: LedgerSettings) -> list[str]:
    """The rules in words, the base first."""
    base = f"基础分 {_number(settings.base_score)} 分"
    return [base, *(_rule_words(rule) for rule in settings.assessment)]


def _rule_words(rule: AssessmentRule) -> str:
    added = rule.points >= 0
    words = f"{rule.measure}每个{'加' if added else '扣'} {_number(abs(rule.points))} 分"
    if rule.most is not None:
        words += f"，最多{'加' if added else '扣'} {_number(rule.most)} 分"
    return words


def _number(value: Decimal) -> str:
    return f"{value.normalize() + 0:f}"


def _signed(value: Decimal) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{_number(abs(value))}"
