"""Classes by month, the calendar, and its file."""

import pytest
from icalendar import Calendar

from tests.coordination_library import FILES


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def test_what_is_met_is_told_by_whom_and_when(made, see):
    text = see(made["library/training.md"]).text

    assert "一月的课已排课，2026年1月14日 下午2点半，讲师 周老师，教案 看总额，乙组" in text
    assert "没有人能讲待安排" in text


def test_gaps_load_and_what_lies_are_told(made, see):
    text = see(made["library/training.md"]).text.replace("\n", "")

    assert "没有讲「招商引资」的课；没有讲师能讲没有人能讲" in text
    assert "周老师1 次2 超 1 次2" in text
    assert "没有排进课的教案 1 件还没有讲过" in text


def test_a_month_begins_with_monday_and_has_its_classes_in_their_days(made, see):
    page = see(made["library/calendar/2026-01.md"])
    text = page.text.replace("\n", "")

    assert "周一周二周三周四周五周六周日1234567" in text
    assert "1414:30 一月的课15" in text
    assert "1月14日　周三　14:30　一月的课" in text
    assert "2026-01.ics" in page.addresses


def test_the_list_of_months_counts_classes(made, see):
    assert "2026年1月2 次课" in see(made["library/calendar/index.md"]).text


def test_calendars_read_the_file(made):
    source = made["library/calendar/2026-01.ics"]
    calendar = Calendar.from_ical(source.decode())
    first, second = calendar.walk("VEVENT")

    assert first["SUMMARY"] == "一月的课"
    assert first["LOCATION"] == "三号会议室, 二楼"
    assert first.decoded("DTSTART").isoformat() == "2026-01-14T06:30:00+00:00"
    assert first.decoded("DTEND").isoformat() == "2026-01-14T07:15:00+00:00"
    assert second.decoded("DTSTART").isoformat() == "2026-01-21"
    assert source.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in source.split(b"\r\n"))


def test_without_classes_the_calendar_says_so(site, see):
    made = site({"cases/a.yaml": "标题: 案\n范围: 公开\n"})

    assert "还没有排定日期的课" in see(made["library/calendar/index.md"]).text
    assert "还没有培训订单" in see(made["library/training.md"]).text
    assert not [name for name in made if name.endswith(".ics")]
