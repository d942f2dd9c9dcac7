"""Calendars: another program reads the day, the hour, who teaches, where and what."""

import re
from datetime import time

import pytest

from generator.base.reference import Reference
from generator.classes import start_of
from tests.exports.other_programs import node
from tests.exports.quiz_library import exported

ORDERS = """
- 编号: dd-1
  标题: 市交通局项目办：合同变更与验收，以及一个很长、要折行才写得下的标题
  月份: 2026-12
  上课日期: 2026-12-08
  开始时间: "14:30"
  教案: ja-yi
  讲师: zhou
  地点: "三楼, 会议室; 东\\\\西"
  人数: 40
  需求: |
    第一行
    第二行
  范围: 公开
  进展: 已排课
- 编号: dd-2
  标题: 全天的课
  月份: 2026-12
  上课日期: 2026-12-01
  讲师: wu
  范围: 公开
- {编号: dd-3, 标题: 只有月份, 月份: 2026-12, 上课日期: 2026-12, 范围: 公开}
- {编号: dd-4, 标题: 还没有排, 月份: 2026-12, 范围: 公开}
- 编号: dd-5
  标题: 取消的课
  月份: 2026-12
  上课日期: 2026-12-20
  开始时间: 下午3点半
  分钟: 45
  讲师: zhou
  范围: 公开
  进展: 已取消
- {编号: dd-6, 标题: 内部的课, 月份: 2026-12, 上课日期: 2026-12-21}
"""
FILES = {
    "materials/orders/dd.yaml": ORDERS,
    "materials/lecturers/js.yaml": (
        "- 编号: zhou\n  姓名: 周老师\n  范围: 公开\n- 编号: wu\n  姓名: 吴老师\n  范围: 公开\n"
    ),
    "materials/lessons/ja-yi.yaml": (
        "标题: 变更与验收\n范围: 公开\n教学步骤: [{环节: 讲, 分钟: 90}]\n"
    ),
}
READ = """
const ICAL = libraries[0].default || libraries[0];
const root = new ICAL.Component(ICAL.parse(text));
root.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
const events = root.getAllSubcomponents("vevent").map((one) => {
  const event = new ICAL.Event(one);
  return {
    uid: event.uid, summary: event.summary, location: event.location,
    description: event.description, status: one.getFirstPropertyValue("status"),
    start: event.startDate.toString(), end: event.endDate.toString(),
    utc: event.startDate.toJSDate().toISOString(), wholeDay: event.startDate.isDate,
    stamp: one.getFirstPropertyValue("dtstamp").toString(),
  };
});
process.stdout.write(JSON.stringify({ name: root.getFirstPropertyValue("x-wr-calname"), events }));
"""


@pytest.fixture(scope="module")
def files(checked):
    return exported(checked, "ics", FILES, edition="public")


@pytest.fixture(scope="module")
def calendar(files):
    return node(READ, files["ics/课程表.ics"].decode(), "ical.es5.min.js")


def test_all_classes_with_a_day_are_in_it_the_first_first(calendar):
    assert [one["summary"] for one in calendar["events"]] == [
        "全天的课",
        *("市交通局项目办：合同变更与验收，以及一个很长、要折行才写得下的标题",),
        "取消的课",
    ]


def test_a_class_has_its_hour_in_chinese_time_and_ends_with_the_lesson(calendar):
    one = calendar["events"][1]

    assert (one["start"], one["end"]) == ("2026-12-08T14:30:00", "2026-12-08T16:00:00")
    assert one["utc"] == "2026-12-08T06:30:00.000Z"


def test_the_minutes_of_the_order_go_before_those_of_the_lesson(calendar):
    one = calendar["events"][2]

    assert (one["start"], one["end"]) == ("2026-12-20T15:30:00", "2026-12-20T16:15:00")


def test_a_class_without_an_hour_takes_the_day(calendar):
    one = calendar["events"][0]

    assert one["wholeDay"]
    assert (one["start"], one["end"]) == ("2026-12-01", "2026-12-02")


def test_it_says_who_where_and_what(calendar):
    one = calendar["events"][1]

    assert one["location"] == "三楼, 会议室; 东\\西"
    assert one["description"].split("\n") == [
        *("讲师：周老师", "教案：变更与验收", "人数：40 人", "需求：第一行 第二行", "进展：已排课"),
    ]


def test_what_was_called_off_is_called_off_in_the_calendar_too(calendar):
    assert [one["status"] for one in calendar["events"]] == ["TENTATIVE", "CONFIRMED", "CANCELLED"]


def test_every_lecturer_has_a_calendar(files):
    assert sorted(files) == ["ics/课程表-wu.ics", "ics/课程表-zhou.ics", "ics/课程表.ics"]
    own = node(READ, files["ics/课程表-zhou.ics"].decode(), "ical.es5.min.js")
    assert [one["utc"][:10] for one in own["events"]] == ["2026-12-08", "2026-12-20"]


def test_a_class_that_moves_keeps_its_name_and_the_stamp_is_the_day_of_the_issue(checked, calendar):
    moved = FILES | {"materials/orders/dd.yaml": ORDERS.replace("2026-12-08", "2026-12-10")}
    raw = exported(checked, "ics", moved, edition="public")["ics/课程表.ics"]
    after = node(READ, raw.decode(), "ical.es5.min.js")

    assert [one["uid"] for one in after["events"]] == [one["uid"] for one in calendar["events"]]
    assert len({one["uid"] for one in calendar["events"]}) == 3
    assert {one["stamp"] for one in calendar["events"]} == {"2026-01-01T00:00:00Z"}


def test_lines_are_folded_as_the_standard_says(files):
    for raw in files.values():
        assert raw.endswith(b"\r\n")
        assert raw.count(b"\n") == raw.count(b"\r\n")
        lines = raw.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        for line in lines:
            line.decode()
        assert any(line.startswith(b" ") for line in files["ics/课程表.ics"].split(b"\r\n"))


def test_the_zone_that_is_named_is_defined(files):
    text = files["ics/课程表.ics"].decode()

    assert set(re.findall("TZID=([^:;]*)", text)) == {"Asia/Shanghai"}
    assert "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n" in text
    assert "TZOFFSETTO:+0800" in text


def test_what_is_internal_is_in_no_public_calendar(checked, files):
    assert "内部的课" not in files["ics/课程表.ics"].decode()
    internal = exported(checked, "ics", FILES, edition="internal")["ics/课程表.ics"]
    assert "内部的课" in internal.decode()


def test_the_classes_of_one_lesson_alone(checked):
    only = [Reference("lesson", "ja-yi")]
    raw = exported(checked, "ics", FILES, only, "public")["ics/课程表.ics"]

    assert raw.count(b"BEGIN:VEVENT") == 1


def test_the_same_library_gives_the_same_bytes(checked, files):
    assert exported(checked, "ics", FILES, edition="public") == files


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14:30", time(14, 30)),
        ("9：00", time(9)),
        ("下午2点半", time(14, 30)),
        ("上午 9 时", time(9)),
        ("晚上7:15", time(19, 15)),
        ("下午14:30", time(14, 30)),
        ("25:00", None),
        ("待定", None),
        ("", None),
    ],
)
def test_times_of_day(written, read):
    assert start_of(written) == read
