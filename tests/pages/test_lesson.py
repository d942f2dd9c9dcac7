"""The pages of a lesson: what learners see, what a lecturer sees, what is held back until when."""

from datetime import date

import pytest

from generator.base.reference import Reference
from generator.build import check, generate
from generator.reveals import reveal_page
from tests.signing import signed_off
from tests.teaching_library import FILES, KEY

LECTURER_ONLY = (
    "先请大家举手",
    "为什么选第一种",
    "换成选择题再问一遍",
    "最后半分钟留白",
    "只看单份合同",
    "横线纸要提前印好",
    "用途和年度都一样",
    "只在教员手里的一段解释",
)


@pytest.fixture(scope="module")
def made(project):
    def make(edition: str, today: date = date(2026, 1, 1)) -> dict[str, bytes]:
        return generate(check(signed_off(project(FILES, KEY)), today), edition).files

    return make


@pytest.fixture(scope="module")
def public(made):
    return made("public")


@pytest.fixture(scope="module")
def lecturer(made):
    return made("lecturer")


@pytest.mark.parametrize("secret", LECTURER_ONLY)
def test_what_is_the_lecturers_is_in_no_file_for_learners(secret, public, lecturer):
    assert [name for name, raw in public.items() if secret.encode() in raw] == []
    assert [name for name, raw in lecturer.items() if secret.encode() in raw]


def test_minutes_study_hours_and_what_goes_before_are_computed(public):
    page = public["library/lesson/jiang.md"].decode()

    assert "45 分钟" in page
    assert "1 学时" in page
    assert "合格另计 0.5 学时" in page
    assert "限额从哪里算起" in page


def test_a_run_sheet_says_from_minute_to_minute(public, lecturer):
    assert "5–30" in public["library/lesson/jiang/run-sheet.md"].decode()
    assert "先请大家举手" in lecturer["library/lesson/jiang/run-sheet.md"].decode()


def test_a_hand_out_has_room_to_write_and_no_answers(public, lecturer):
    page = public["library/lesson/jiang/handout.md"].decode()

    assert "六份合同为什么算一个项目" in page
    assert "aj-lines" in page
    assert "用途和年度都一样" in lecturer["library/lesson/jiang/handout.md"].decode()


def test_all_of_a_lesson_is_on_one_page(public):
    page = public["library/lesson/jiang/print.md"].decode()

    for text in ("圈出四个数", "某校把一项采购拆成六份合同", "按项目看总额", "采购办法"):
        assert text in page


def test_objectives_and_key_points_are_collected(public):
    page = public["library/objectives.md"].decode()

    assert "说得出为什么算一个项目" in page
    assert "看项目不看合同" in page


# What is held back


def held(files, text):
    return [name for name, raw in files.items() if text.encode() in raw]


def test_a_reveal_is_a_page_that_no_page_leads_to(public, checked):
    names = held(public, "六份合同由同一个人在同一天起草")
    page = reveal_page(checked(FILES, KEY).library.settings, Reference("lesson", "jiang"), 0)

    assert names == [page]
    assert not held(public, page.rpartition("/")[2].removesuffix(".md"))


def test_one_that_is_given_out_is_linked(public):
    name = held(public, "采购计划每季度公示一次")[0].rpartition("/")[2].removesuffix(".md")

    assert held(public, name) == ["library/lesson/jiang.md"]


def test_a_lecturer_is_led_to_all_of_them(lecturer):
    assert lecturer["library/lesson/jiang.md"].count(b"../reveal/") == 3


def test_before_its_day_it_is_nowhere_and_then_it_is(made, lecturer):
    text = "年底的复查结果写在这里"

    assert held(made("public"), text) == []
    assert held(made("public", date(2026, 12, 31)), text)
    assert held(lecturer, text)


def test_another_key_is_another_address(checked):
    other = checked(FILES, KEY.replace("0001", "0002")).library.settings
    key = Reference("lesson", "jiang")

    assert reveal_page(other, key, 0) != reveal_page(checked(FILES, KEY).library.settings, key, 0)
    assert reveal_page(other, key, 0) != reveal_page(other, key, 1)


def test_the_key_itself_is_in_no_file(public, lecturer):
    for files in (public, lecturer):
        assert held(files, "shiyan-miyao-0001") == []
