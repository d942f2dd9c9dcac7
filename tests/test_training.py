"""Classes that were asked for: gaps, load, what lies unused."""

import pytest

from generator.training import gaps, loads, orders, times_a_month, unused
from tests.coordination_library import FILES


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES).library


def test_what_nobody_can_teach_is_told_with_who_asks_for_it(library):
    (gap,) = gaps(library, orders(library))

    assert gap.lines == ("没有一课合适", "没有讲「招商引资」的课", "没有讲师能讲")
    assert [one.id for one in gap.orders] == ["d3"]


def test_the_load_of_a_lecturer_is_set_against_what_was_agreed(library):
    months, rows = loads(library, orders(library))
    load = {one.lecturer.id: one for one in rows}

    assert months == ((2026, 1),)
    assert load["zhou"].months == (((2026, 1), 2),)
    assert load["zhou"].over(2) == 1
    assert load["lin"].most is None
    assert load["lin"].total == 0


@pytest.mark.parametrize(
    ("text", "most"),
    [("2 次，周三", 2), ("每月两次", 2), ("１次", 1), ("十堂", 10), ("周三", None), ("", None)],
)
def test_the_number_is_read_from_words(text, most):
    assert times_a_month(text) == most


def test_what_only_a_cancelled_class_names_is_not_used(library):
    lessons, cases = unused(library, orders(library))

    assert [one.id for one in lessons] == ["xian"]
    assert [one.id for one in cases] == ["yian"]
