"""The slides of a lesson: what stands on them in which edition, in which order, in which size."""

import re

import pytest

from generator.base.markdown import Raw
from generator.pages._slides import Slide
from generator.pages._split import pieces
from tests.teaching_library import FILES, KEY

DECK = "library/lesson/jiang/slides.html"


@pytest.fixture(scope="module")
def public(site):
    return site(FILES, configuration=KEY)[DECK].decode()


@pytest.fixture(scope="module")
def lecturer(site):
    return site(FILES, "lecturer", configuration=KEY)[DECK].decode()


def test_they_come_in_the_order_of_the_class(public):
    words = ["看项目还是看合同", "说得出为什么算一个项目", "安排", "拆分采购案", "拆成六份合同"]
    words += [
        "六份合同为什么算一个项目",
        "选一种买法",
        "判断拆分看什么",
        "看项目不看合同",
        "第二条",
    ]
    places = [public.index(word, public.index("slide--cover")) for word in words]
    assert places == sorted(places)


def test_what_a_lecturer_says_is_beside_the_slide_in_one_edition(public, lecturer):
    for note in ("先请大家举手", "为什么选第一种", "换成选择题再问一遍", "最后半分钟留白"):
        assert note not in public
        assert note in lecturer
    for note in ("用途和年度都一样", "横线纸要提前印好", "只看单份合同", "只在教员手里"):
        assert note not in public
        assert re.search(f'<aside class="notes" data-lecturer>[^\\n]*{note}', lecturer)
    assert "data-lecturer" not in public


def test_what_is_right_is_shown_by_a_lecturer_alone(public, lecturer):
    assert "答案：B. 项目" in lecturer
    assert "答案：项目总额 或 总额" in lecturer
    assert "答案：" not in public
    assert "项目总额" not in public


def test_what_is_held_back_is_on_the_slides_of_a_lecturer_alone(public, lecturer):
    assert "六份合同由同一个人在同一天起草" in lecturer
    for held in ("六份合同由同一个人在同一天起草", "采购计划每季度公示一次", "年底的复查结果"):
        assert held not in public


def test_the_minutes_of_a_step_are_on_its_first_slide(lecturer):
    assert re.findall(r'data-minutes="(\d+)"', lecturer) == ["5", "25", "15"]


def test_nothing_in_it_runs_or_leads_outside(public):
    assert set(re.findall(r"<script[^>]*>", public)) == {
        '<script src="../../assets/vendor/reveal.js">',
        '<script src="../../assets/slides.js">',
    }
    assert "style=" not in public
    assert "//" not in re.sub(r"<!doctype html>", "", public)


def test_a_text_is_cut_between_paragraphs_and_sentences_and_loses_nothing():
    sentence = "一二三四五六七八九。"
    text = f"短的一段。\n{sentence * 12}\n\n另一段。\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |"
    found = pieces(text, 60)
    assert all(len(one) <= 70 for one in found)
    assert all(one.endswith(("。", "|")) for one in found)
    assert "".join(found).replace("\n", "") == text.replace("\n", "")
    assert any("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |" in one for one in found)
    assert pieces("", 60) == []


@pytest.mark.parametrize(
    ("count", "size"), [(20, "airy"), (180, ""), (300, "dense"), (600, "denser")]
)
def test_more_text_is_set_smaller(count, size):
    assert Slide("题", Raw(f"<p>{'字' * count}</p>")).size == size
