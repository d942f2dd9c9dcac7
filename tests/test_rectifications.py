"""How far rectifications are, as of a day."""

import pytest

from generator.base.reference import Reference
from generator.rectifications import by_type, by_unit, counts, funnel, overdue, standings
from tests.ledger_library import FILES


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES).library


@pytest.fixture(scope="module")
def found(library):
    return {one.record.id: one for one in standings(library)}


def test_late_is_counted_from_the_due_date_to_the_day_of_the_library(found):
    assert {name: one.late for name, one in found.items()} == {"z1": 185, "z2": 0, "z3": 0}
    assert [one.record.id for one in overdue(found.values())] == ["z1"]


def test_what_is_done_and_never_looked_at_is_told(found):
    assert [name for name, one in found.items() if one.unvisited] == ["z3"]


def test_the_type_comes_from_the_loophole_of_the_case_or_is_written(found):
    assert {name: one.types for name, one in found.items()} == {
        "z1": ("验收把关",),
        "z2": ("票据审核",),
        "z3": ("数据核验",),
    }


def test_groups_and_counts(found):
    every = list(found.values())

    assert {key.id: len(some) for key, some in by_unit(every).items()} == {"jia": 2, "yi": 1}
    assert list(by_type(every)) == ["数据核验", "票据审核", "验收把关"]
    assert counts(every) == {"未启动": 0, "整改中": 1, "待回访": 1, "已销号": 1}


def test_the_funnel_narrows(library, found):
    steps = dict(funnel(library, found.values()))

    assert steps["案例里的漏洞"] == 2
    assert steps["整改任务"] == 3
    assert (steps["已完成"], steps["已回访"], steps["已销号"]) == (2, 1, 1)


def test_a_problem_that_came_back_is_told(checked):
    text = FILES["ledgers/rectifications/jia.yaml"].replace("都核对过}", "有三张没有, 见效: 否}")
    text = text.replace("已销号", "待回访").replace("  销号时间: 2025-07-02\n", "")
    library = checked({**FILES, "ledgers/rectifications/jia.yaml": text}).library

    assert [one.record.id for one in standings(library) if one.relapsed] == ["z2"]


def test_a_row_stands_on_the_page_of_its_ledger(library):
    from generator.library import page_of

    record = library.records[Reference("rectification", "z1")]
    assert page_of(record) == "library/rectification/jia.md#z1"
