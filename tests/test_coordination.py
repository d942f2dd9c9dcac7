"""What was agreed and is late, as of a day."""

import pytest

from generator.coordination import areas_of, items, resolutions, tasks
from tests.coordination_library import FILES


@pytest.fixture(scope="module")
def library(checked):
    return checked(FILES).library


def test_a_resolution_is_late_until_it_is_done(library):
    assert [(one.resolution.id, one.late) for one in resolutions(library)] == [
        ("J1", 10),
        ("J2", 0),
    ]


def test_a_task_is_late_or_was_done_late(library):
    assert [(one.task.text, one.late, one.overran) for one in tasks(library)] == [
        ("提供名单", 0, 3),
        ("报送方案", 1, 0),
        ("逐项销号", 0, 0),
    ]


def test_an_item_counts_what_is_closed_of_its_ledger(library):
    first, second = items(library)

    assert (len(first.ledger), first.closed, [one.id for one in first.open]) == (2, 1, ["z1"])
    assert (first.late, second.late) == (2, 0)


def test_the_areas_of_a_unit(library):
    found = {key.id: [one.id for one in some] for key, some in areas_of(library).items()}

    assert found == {"jia": ["a"], "yi": ["a"]}
