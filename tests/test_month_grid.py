"""Zero, missing and a number are three things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assessment import assessments
from generator.base.reference import Reference
from generator.month_grid import BEFORE, MISSING, REPORTED, WAITING, ZERO, Cell, Row, grid
from generator.records.month import Month
from tests.ledger_library import FILES

UNIT = Reference("unit", "jia")


@pytest.fixture(scope="module")
def found(checked):
    return grid(checked(FILES).library)


def test_months_run_without_a_gap_from_the_first_to_the_last(found):
    assert found.months == tuple((2025, month) for month in range(1, 6))


def test_three_states(found):
    states = {row.unit.id: [cell.state for cell in row.cells] for row in found.rows}

    assert states["jia"] == [REPORTED, ZERO, ZERO, ZERO, REPORTED]
    assert states["yi"] == [ZERO, MISSING, MISSING, ZERO, MISSING]


def test_a_report_with_one_figure_missing_is_told(found):
    assert [cell.incomplete for cell in found.rows[0].cells] == [False] * 4 + [True]


def test_late_is_after_the_day_of_the_settings(found):
    assert [cell.late for cell in found.rows[0].cells] == [False, False, True, False, False]


def test_a_streak_is_not_carried_over_a_missing_month(found):
    jia, yi = found.rows

    assert list(jia.streaks(3)) == [((2025, 2), (2025, 4), 3)]
    assert list(yi.streaks(1)) == [((2025, 1), (2025, 1), 1), ((2025, 4), (2025, 4), 1)]


def test_totals(found):
    assert [found.rows[0].total(name) for name in ("problems", "cases", "clues")] == [3, 1, 3]


def _cell(number, state):
    if state is None:
        return Cell((2025, number), None)
    record = Month(
        id="m", unit="unit/jia", month=f"2025-{number:02}", problems=state, cases=0, clues=0
    )
    return Cell((2025, number), record)


@given(st.lists(st.sampled_from([None, 0, 1]), max_size=12))
def test_streaks_are_all_zero_and_cannot_be_made_longer(states):
    row = Row(UNIT, tuple(_cell(at + 1, state) for at, state in enumerate(states)))
    covered = set()
    for first, last, length in row.streaks(1):
        months = range(first[1], last[1] + 1)
        assert len(months) == length
        assert all(states[month - 1] == 0 for month in months)
        assert first[1] == 1 or states[first[1] - 2] != 0
        covered.update(months)
    assert covered == {at + 1 for at, state in enumerate(states) if state == 0}


def _months(*rows):
    return "".join(
        f"- {{编号: m-{unit}-{month}, 单位: {unit}, 月份: {month}, 发现问题: 1, 立案: 0,"
        f" 处置线索: 0, 范围: 公开}}\n"
        for unit, month in rows
    )


def _states(checked, *rows):
    files = FILES | {"ledgers/months/jia-2025.yaml": _months(*rows)}
    del files["ledgers/months/yi-2025.yaml"]
    found = grid(checked(files, "site_name: 库\n").library)
    return {row.unit.id: [cell.state for cell in row.cells] for row in found.rows}


def test_a_unit_owes_no_report_for_months_before_its_first(checked):
    states = _states(checked, ("jia", "2025-08"), ("jia", "2025-10"), ("yi", "2025-10"))

    assert states == {"jia": [REPORTED, MISSING, REPORTED], "yi": [BEFORE, BEFORE, REPORTED]}


def test_a_month_is_not_missing_before_the_day_by_which_it_is_due(checked):
    states = _states(checked, ("jia", "2025-12"), ("yi", "2025-11"))  # it is the first of January

    assert states["yi"] == [REPORTED, WAITING]


def test_what_is_not_due_is_not_held_against_a_unit(checked):
    files = FILES | {
        "ledgers/months/jia-2025.yaml": _months(("jia", "2025-12")),
        "ledgers/months/yi-2025.yaml": _months(("yi", "2025-11")),
    }
    units = {one.unit.id: one for one in assessments(checked(files).library, 2025)}

    for unit in units.values():
        assert {one.rule.measure: one.count.number for one in unit.lines}["漏报"] == 0
