"""Notices by their rhythm: in time, late, missing."""

import pytest

from generator.notice_rhythm import series
from tests.coordination_library import FILES, NOTICES, UNITS


@pytest.fixture(scope="module")
def found(checked):
    return {one.unit.id: one for one in series(checked(FILES).library)}


def test_each_notice_says_how_it_stands(found):
    states = [(one.notice.id, one.state, one.days) for one in found["jia"].states]

    assert states == [("tb-2", "迟了通报", 5), ("tb-1", "已通报", 0)]
    assert [(one.state, one.days) for one in found["yi"].states] == [("逾期未通报", 154)]


def test_a_period_that_should_be_there_by_now_and_is_not_is_named(found):
    assert [str(one) for one in found["jia"].missing] == ["2025-09"]
    assert found["yi"].missing == ()


def test_what_is_late_and_what_is_missing_is_counted_together(found):
    assert (found["jia"].late, found["yi"].late) == (1, 1)


def test_the_last_period_is_expected_a_month_after_its_end(checked):
    notices = NOTICES.replace("期次: 2025-06", "期次: 2025-11").replace("每半年", "每月")
    files = {"ledgers/units/u.yaml": UNITS, "ledgers/notices/n.yaml": notices}
    yi = next(one for one in series(checked(files).library) if one.unit.id == "yi")

    assert yi.missing == ()
