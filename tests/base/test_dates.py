"""Dates with precision: every accepted spelling, order, refusals with a reason."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.dates import PartialDate


@st.composite
def partial_dates(draw):
    year = draw(st.integers(1900, 2199))
    month = draw(st.integers(0, 12))
    last = calendar.monthrange(year, month)[1] if month else 0
    return PartialDate(year, month, draw(st.integers(0, last)))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", (2024, 0, 0)),
        ("2024年", (2024, 0, 0)),
        ("2024-03", (2024, 3, 0)),
        ("2024年3月", (2024, 3, 0)),
        ("2024.3", (2024, 3, 0)),
        ("2024-03-15", (2024, 3, 15)),
        ("2024/3/15", (2024, 3, 15)),
        ("2024年3月15日", (2024, 3, 15)),
        ("２０２４年３月１５日", (2024, 3, 15)),
        ("2024 年 3 月 15 日", (2024, 3, 15)),
        ("20240315", (2024, 3, 15)),
        ("2024-02-29", (2024, 2, 29)),
    ],
)
def test_every_spelling(written, read):
    assert PartialDate.parse(written) == PartialDate(*read)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "24-03",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "2023-02-29",
        "2024-3-32",
        "昨天",
        "2024-03-15 起",
        "1899",
        "2200",
        "202403",
        "9" * 10000,
        "2024年3月-4月",
    ],
)
def test_refused_with_a_chinese_reason_and_a_hint(written):
    with pytest.raises(ValueError) as refused:
        PartialDate.parse(written)

    assert any("\u4e00" <= sign <= "\u9fff" for sign in str(refused.value))
    assert refused.value.hint
    assert len(str(refused.value)) < 100


@given(partial_dates())
def test_what_is_written_is_read_back(day):
    assert PartialDate.parse(str(day)) == day
    assert PartialDate.parse(day.chinese()) == day


@given(partial_dates(), partial_dates())
def test_order_follows_the_days_that_a_date_can_mean(one, other):
    assert one.first() <= one.last()
    if one.last() < other.first():
        assert one < other
    if one < other:
        assert one.first() <= other.first()


def test_a_date_covers_all_the_days_it_can_mean():
    assert PartialDate(2024, 2).first() == date(2024, 2, 1)
    assert PartialDate(2024, 2).last() == date(2024, 2, 29)
    assert PartialDate(2024).last() == date(2024, 12, 31)
