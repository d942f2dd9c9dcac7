"""The summary for the half-year meeting: figures by unit and area, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .addresses import overdue_page, record_page
from .base.dates import PartialDate
from .base.fictional import without_mark
from .base.months import YearMonth, label
from .base.reference import Reference
from .half_years import Half, half_of, halves
from .ledger_report import Mention, Report, Section, Table, Words, listed, said
from .library import Library, key_of, page_of
from .month_grid import BEFORE, MISSING, REPORTED, ZERO, Cell, Row, grid
from .month_notices import ADVICE
from .month_words import COUNTED, Names, Streak, compared_text, span, totals, totals_text
from .records.area import Area
from .records.lesson import Lesson
from .records.order import Order
from .rectifications import CLOSED, Standing, overdue, standings

_LOOSE = "未编入协作区"
_MOST_LISTED = 30
"""How many rectifications are named one by one."""


def summaries(library: Library) -> Iterator[Report]:
    """Yield the summary of every half year, the oldest first."""
    made = _Summaries(library)
    for half in halves(library):
        yield made.summary(half)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit in one half year."""

    key: Reference
    cells: tuple[Cell, ...]

    def in_state(self, *states: str) -> list[Cell]:
        """The months in one of these states."""
        return [cell for cell in self.cells if cell.state in states]

    def late(self) -> list[Cell]:
        """The months that were reported late."""
        return [cell for cell in self.in_state(REPORTED, ZERO) if cell.late]


class _Summaries:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.grid = grid(library)
        self.names = Names(library)
        self.standings = standings(library)
        self.overdue = [(one, half_of(one.record.due)) for one in overdue(self.standings)]
        self.new: dict[Half | None, list[Standing]] = {}
        self.closed: dict[Half | None, list[Standing]] = {}
        for one in self.standings:
            self.new.setdefault(half_of(one.record.found), []).append(one)
            if one.stage == CLOSED:
                ended = half_of(one.record.closed or one.record.done)
                self.closed.setdefault(ended, []).append(one)
        self.found_by = _counted_by_unit(self.new)
        self.closed_by = _counted_by_unit(self.closed)
        self.areas = [one for one in library.of_kind("area") if isinstance(one, Area)]
        self.orders = [one for one in library.of_kind("order") if isinstance(one, Order)]
        self.least = library.settings.ledgers.zero_streak

    def summary(self, half: Half) -> Report:
        """The summary of one half year."""
        months = [month for month in self.grid.months if Half.of(month) == half]
        found = self._units(half)
        whole = len(months) == 6
        sections = [
            Section("总体情况", tuple(self._whole(half, found))),
            Section("分单位情况", table=self._by_unit(half, found)),
            Section("分协作区情况", table=self._by_area(half, found)),
            Section("零报告、迟报和未报", tuple(self._doubts(found, months))),
            Section("整改情况", tuple(self._rectified(half)), self._late_table(half)),
            Section("案例运用", tuple(self._cases(half, found))),
        ]
        made_up = [cell for one in found for cell in one.cells if cell.record]
        return Report(
            half.name,
            f"半年总结-{half.year}-{half.number}",
            f"{half.label}月报和整改情况",
            said(
                f"供半年例会使用。统计{span(months[0], months[-1])}的月报",
                "。" if whole else "；不满半年，是因为其余月份还没有月报。",
            ),
            tuple(one for one in sections if one.paragraphs or one.table),
            any(cell.record and cell.record.fictional == "是" for cell in made_up),
        )

    def _units(self, half: Half) -> list[_Unit]:
        places = [at for at, month in enumerate(self.grid.months) if Half.of(month) == half]
        if not places:
            return []
        cut = slice(places[0], places[-1] + 1)
        made = (_Unit(row.unit, _counted(row, cut)) for row in self.grid.rows)
        return [one for one in made if one.cells]

    def _whole(self, half: Half, found: list[_Unit]) -> Iterator[Words]:
        cells = [cell for one in found for cell in one.cells]
        states = {state: sum(cell.state == state for cell in cells) for state in _STATES}
        late = sum(len(one.late()) for one in found)
        yield said(
            f"{len(found)}家单位应报月报{len(cells)}份，已报{states[REPORTED] + states[ZERO]}份，"
            f"其中零报告{states[ZERO]}份；未报{states[MISSING]}份，迟报{late}份。"
        )
        now = totals(cells)
        text = f"共{totals_text(now)}。"
        before = [cell for one in self._units(half.before) for cell in one.cells]
        as_long = len({cell.month for cell in before}) == len({cell.month for cell in cells})
        if before and as_long:
            text += f"与{half.before.label}相比，{compared_text(now, totals(before))}。"
        yield said(text)

    def _by_unit(self, half: Half, found: list[_Unit]) -> Table:
        rows = []
        for one in found:
            last = next((cell for cell in reversed(one.cells) if cell.record), None)
            unit = self.names.reported(one.key, last) if last else self.names.unit(one.key)
            rows.append(_row((unit,), self._numbers([one], half)))
        return _table("单位", rows, ("合计", *self._numbers(found, half)))

    def _by_area(self, half: Half, found: list[_Unit]) -> Table | None:
        units = {one.key: one for one in found}
        rows = []
        placed: set[Reference] = set()
        for area in self.areas:
            members = [units[key] for key in dict.fromkeys(area.members) if key in units]
            placed.update(one.key for one in members)
            name = Mention(area.heading, record_page(key_of(area)))
            rows.append(_row((name,), self._numbers(members, half)))
        loose = [one for one in found if one.key not in placed]
        if not self.areas:
            return None
        if loose:
            rows.append(_row((Mention(_LOOSE),), self._numbers(loose, half)))
        return _table("协作区", rows, ("合计", *self._numbers(found, half)))

    def _numbers(self, units: list[_Unit], half: Half) -> Iterator[str]:
        cells = [cell for one in units for cell in one.cells]
        sums = totals(cells)
        states = Counter(cell.state for cell in cells)
        yield from (str(sums[name]) for name, _, _ in COUNTED)
        yield from (str(states[state]) for state in (ZERO, MISSING))
        yield str(sum(self.found_by[one.key, half] for one in units))
        yield str(sum(self.closed_by[one.key, half] for one in units))

    def _doubts(self, found: list[_Unit], months: list[YearMonth]) -> Iterator[Words]:
        for one in found:
            row = self.grid.by_unit[one.key]
            for first, last, length in row.streaks(self.least):
                if last >= months[0] and first <= months[-1]:
                    at = next(cell for cell in row.cells if cell.month == last)
                    unit = self.names.reported(one.key, at)
                    yield said(unit, f"{Streak(unit, first, last, length).words}。{ADVICE}")
        late = self._months(found, lambda one: one.late())
        if late:
            yield said("迟报：", late, "。")
        missing = self._months(found, lambda one: one.in_state(MISSING))
        if missing:
            yield said("未报：", missing, "。")

    def _months(self, found: list[_Unit], chosen: Callable[[_Unit], list[Cell]]) -> Words:
        named = []
        for one in found:
            cells = chosen(one)
            if cells:
                unit = self.names.reported(one.key, cells[-1])
                named.append(said(unit, f"（{'、'.join(label(cell.month) for cell in cells)}）"))
        return listed(named)

    def _rectified(self, half: Half) -> Iterator[Words]:
        new, closed = self.new.get(half, []), self.closed.get(half, [])
        if self.standings:
            yield said(f"新列入整改{len(new)}项，销号{len(closed)}项。")
        if 0 < len(closed) <= _MOST_LISTED:
            yield said("销号的：", listed((_rectification(one) for one in closed), "；"), "。")
        late = self._late(half)
        if late:
            day = PartialDate.of(self.library.today).chinese()
            yield said(
                f"当期及以前到期的，截至{day}逾期没有完成的",
                Mention(f"{len(late)}项", overdue_page()),
                "，列在下面。" if len(late) <= _MOST_LISTED else f"，超期最长的{_MOST_LISTED}项：",
            )

    def _late(self, half: Half) -> list[Standing]:
        """What was due by the end of a half year and is not done yet."""
        return [one for one, due in self.overdue if due is not None and due <= half]

    def _late_table(self, half: Half) -> Table | None:
        rows = [
            (
                (self.names.unit(one.record.unit),),
                (_rectification(one),),
                (Mention(one.record.due.chinese() if one.record.due else ""),),
                (Mention(f"{one.late}天"),),
            )
            for one in self._late(half)[:_MOST_LISTED]
        ]
        widths = (5, 7.2, 5.6, 2.3)
        return Table(("单位", "问题", "期限", "超期"), tuple(rows), widths=widths) if rows else None

    def _cases(self, half: Half, found: list[_Unit]) -> Iterator[Words]:
        handled: dict[Reference, None] = {}
        for one in found:
            for cell in one.cells:
                handled.update(dict.fromkeys(cell.record.handled if cell.record else ()))
        if handled:
            yield said("当期立案、列为案例的：", self._titles(handled), "。")
        given = [one for one in self.orders if one.progress == "已授课" and half.holds(one.day)]
        used: dict[Reference, None] = {}
        for order in given:
            used.update((key.bare(), None) for key in order.cases)
            lesson = self.library.get(order.lesson) if order.lesson else None
            if isinstance(lesson, Lesson):
                used.update((use.case.bare(), None) for use in lesson.cases)
        if given:
            yield said(f"按订单授课{len(given)}次，用到案例{len(used)}件。")
        if used:
            yield said("用到的案例：", self._titles(used), "。")

    def _titles(self, keys: Iterable[Reference]) -> Words:
        records = filter(None, map(self.library.get, keys))
        titles = (Mention(without_mark(one.heading), page_of(one)) for one in records)
        return listed(titles, "；")


_STATES = (REPORTED, ZERO, MISSING)


def _counted(row: Row, cut: slice) -> tuple[Cell, ...]:
    return tuple(cell for cell in row.cells[cut] if cell.state != BEFORE)


def _counted_by_unit(
    some: dict[Half | None, list[Standing]],
) -> Counter[tuple[Reference, Half | None]]:
    """How many rectifications each unit has in each half year."""
    return Counter((one.record.unit, half) for half, found in some.items() for one in found)


def _row(name: Words, numbers: Iterable[str]) -> tuple[Words, ...]:
    return (name, *((Mention(one),) for one in numbers))


def _rectification(one: Standing) -> Mention:
    return Mention(one.record.heading, page_of(one.record))


def _table(first: str, rows: list[tuple[Words, ...]], sums: tuple[str, ...]) -> Table:
    heads = (first, *(title for _, title, _ in COUNTED), "零报告", "未报", "新列整改", "销号")
    return Table(heads, tuple(rows), sums, (7, *(2, 1.6, 2, 2.3), *(1.8, 1.5, 2, 1.5)))
