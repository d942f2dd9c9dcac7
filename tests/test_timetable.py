"""What is computed of a lesson: minutes, study hours, the order of lessons, doubtful cases."""

from decimal import Decimal

import pytest

from generator.base.reference import Reference
from generator.teaching_settings import TeachingSettings
from generator.timetable import before, case_doubts, study_hours, time_problem, timetable
from tests.teaching_library import FILES, KEY


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES, KEY).library


def lesson(library, identifier):
    return library.records[Reference("lesson", identifier)]


def test_each_step_begins_where_the_one_before_ends(library):
    slots = timetable(lesson(library, "jiang"))

    assert [(one.name, one.begins, one.ends) for one in slots] == [
        ("导入", 0, 5),
        ("分组研讨", 5, 30),
        ("点评总结", 30, 45),
    ]


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [(10, "0.25"), (15, "0.25"), (16, "0.5"), (29, "0.5"), (30, "1"), (90, "1")],
)
def test_study_hours_by_the_shipped_table(minutes, hours):
    assert study_hours(minutes, TeachingSettings()) == Decimal(hours)


def test_a_project_has_its_own_table_and_class_hours(checked):
    settings = (
        "site_name: 库\nextra:\n  anjian:\n    教学: {课时: [40], 学时: [{至: 40, 学时: 2}, 3]}\n"
    )
    done = checked(
        {"materials/lessons/a.yaml": "标题: 课\n教学步骤: [{环节: 讲, 分钟: 40}]\n"}, settings
    )

    assert [one.code for one in done.findings if one.code == "C271"] == []
    teaching = done.library.settings.teaching
    assert [study_hours(40, teaching), study_hours(41, teaching)] == [2, 3]


def test_a_lesson_that_fits_has_no_problem(library):
    assert time_problem(lesson(library, "jiang"), TeachingSettings()) == ""
    assert "12" in time_problem(lesson(library, "xian"), TeachingSettings(micro_minutes=10))


def test_what_goes_before_comes_in_the_order_of_learning(checked):
    library = checked(
        {
            "materials/lessons/a.yaml": "标题: 甲\n",
            "materials/lessons/b.yaml": "标题: 乙\n先修: [a]\n",
            "materials/lessons/c.yaml": "标题: 丙\n先修: [b, a]\n",
        }
    ).library

    assert [one.id for one in before(library, lesson(library, "c"))] == ["a", "b"]


def test_a_circle_does_not_run_for_ever(checked):
    library = checked(
        {
            "materials/lessons/a.yaml": "标题: 甲\n先修: [b]\n",
            "materials/lessons/b.yaml": "标题: 乙\n先修: [a]\n",
        }
    ).library

    assert [one.id for one in before(library, lesson(library, "a"))] == ["b"]


def test_doubtful_cases_come_with_the_reason(checked):
    library = checked(
        {
            "cases/a.yaml": "标题: 甲\n复核日期: 2020-05\n",
            "cases/b.yaml": "标题: 乙\n",
            "materials/lessons/l.yaml": "标题: 课\n案例: [a, b]\n",
        }
    ).library
    doubts = case_doubts(library, lesson(library, "l"))

    assert [(key.id, reason) for key, reason in doubts] == [("a", "复核日期 2020年5月 已过")]
