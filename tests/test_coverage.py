"""Trades, levels and posts: what the cases cover and what they do not."""

import pytest

from generator.coverage import coverage
from generator.facets import LEVELS

CONFIGURATION = (
    "site_name: 库\nextra:\n  anjian:\n    领域: [教育, 司法]\n    岗位: [出纳, 采购, 文书]\n"
)
FILES = {
    "cases/a.yaml": "标题: 甲\n领域: 教育\n层级: 乡科级\n岗位: [出纳]\n",
    "cases/b.yaml": "标题: 乙\n领域: 教育\n层级: 乡科级\n岗位: [出纳, 采购]\n",
    "cases/c.yaml": "标题: 丙\n领域: 教育\n层级: 厅局级\n",
    "cases/d.yaml": "标题: 丁\n领域: 司法\n",
}


@pytest.fixture(scope="module")
def found(checked):
    return coverage(checked(FILES, CONFIGURATION).library)


def test_every_cell_holds_its_cases_and_no_others(found):
    education, justice = found.rows
    ids = {
        level: [case.id for case in cases]
        for level, cases in zip(LEVELS, education.cells, strict=True)
    }

    assert ids == {
        "村（社区）": [],
        "乡科级": ["a", "b"],
        "县处级": [],
        "厅局级": ["c"],
        "其他": [],
    }
    assert not any(justice.cells)


def test_gaps_are_the_cells_without_a_case(found):
    assert found.gaps == 3 + 5
    assert found.rows[0].gaps == ("村（社区）", "县处级", "其他")
    assert found.trades_without == ("司法",)
    assert set(found.levels_by_gaps[:3]) == {"村（社区）", "县处级", "其他"}
    assert found.unplaced == 1


def test_posts_of_a_trade_are_counted_and_posts_without_a_case_named(found):
    assert found.rows[0].posts == (("出纳", 2), ("采购", 1))
    assert found.posts_without == ("文书",)
    assert found.post_count == 3


def test_the_order_of_cases_is_that_which_is_given(checked):
    library = checked(FILES, CONFIGURATION).library
    found = coverage(library, reversed(library.of_kind("case")))

    assert [case.id for case in found.rows[0].cells[1]] == ["b", "a"]
