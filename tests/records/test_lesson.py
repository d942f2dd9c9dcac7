"""Lessons, practices, units: the short spellings and the sums."""

import pytest
from pydantic import ValidationError

from generator.base.reference import Reference
from generator.records.lesson import Lesson
from generator.records.practice import Practice
from generator.records.unit import Unit


def test_the_minutes_of_a_lesson_are_those_of_its_steps():
    steps = [{"name": "导入", "minutes": "10"}, {"name": "讨论", "minutes": 35}]

    assert Lesson.model_validate({"id": "a", "title": "甲", "steps": steps}).minutes == 45


@pytest.mark.parametrize("minutes", ["-1", "481", "十", "1.5", ""])
def test_minutes_are_whole_and_within_a_day(minutes):
    with pytest.raises(ValidationError):
        Lesson.model_validate(
            {"id": "a", "title": "甲", "steps": [{"name": "导入", "minutes": minutes}]}
        )


def test_a_practice_names_its_unit_by_the_bare_id():
    made = Practice.model_validate({"id": "a", "title": "甲", "problem": "乙", "unit": "pz-1"})

    assert made.unit == Reference("unit", "pz-1")


def test_units_stand_in_rows():
    assert Unit.rows
    assert Unit.model_validate({"id": "a", "name": "甲"}).heading == "甲"
