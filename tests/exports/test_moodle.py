"""Moodle XML: read with another parser, every question has the parts that Moodle asks for."""

import html
import re
from xml.etree import ElementTree as ET

import pytest

from tests.exports.quiz_library import ALL, FILES, digests, exported

LESSON, WHOLE = "moodle/ja-yi-测验-moodle.xml", "moodle/题库-moodle.xml"


@pytest.fixture(scope="module")
def files(checked):
    return exported(checked, "moodle")


@pytest.fixture(scope="module")
def questions(files):
    found = ET.fromstring(files[LESSON]).findall("question")
    return {one.findtext("idnumber"): one for one in found if one.get("type") != "category"}


def answers(question):
    """Each answer as a reader sees it, with its percent of the points."""
    return [
        (html.unescape(one.findtext("text")), float(one.get("fraction")))
        for one in question.findall("answer")
    ]


def test_every_question_is_of_the_type_that_moodle_has_for_it(questions):
    assert [(name, one.get("type")) for name, one in questions.items()] == [
        ("q-danxuan", "multichoice"),
        ("q-duoxuan", "multichoice"),
        ("q-panduan", "truefalse"),
        ("q-tiankong", "cloze"),
        ("q-yikong", "shortanswer"),
        ("q-jianda", "essay"),
        ("q-lianxian", "matching"),
        ("q-题序", "ordering"),
    ]


def test_points_feedback_and_labels_come_with_a_question(questions):
    one = questions["q-danxuan"]

    assert one.findtext("defaultgrade") == "3"
    assert "<strong>先比较</strong>" in one.findtext("generalfeedback/text")
    assert [tag.findtext("text") for tag in one.find("tags")] == [
        *("难度：难", "采购", "[括号]", "工程/建设"),
    ]
    assert html.unescape(re.sub("<.*?>", "", one.findtext("questiontext/text"))) == (
        '甲{a}=乙~丙#丁:戊\\己 <b>不是标签</b> &amp; "引号"，最先做哪一步？'
    )


def test_a_single_choice_has_one_right_option_with_all_points(questions):
    one = questions["q-danxuan"]

    assert one.findtext("single") == "true"
    assert answers(one) == [
        ("=先 {比} 较", 0),
        ("50% 以上", 0),
        ("%20 [html]", 0),
        ("a -> b <i>", 100),
        ("一般 // 措施", 0),
    ]


def test_right_options_of_a_multiple_choice_sum_to_a_hundred(questions):
    one = questions["q-duoxuan"]
    found = dict(answers(one))

    assert one.findtext("single") == "false"
    assert sum(share for share in found.values() if share > 0) == pytest.approx(100, abs=0.001)
    assert {text for text, share in found.items() if share > 0} == {"甲", "乙", "丁"}
    assert found["丙"] == -100


def test_a_judgement_gives_its_points_to_one_side(questions):
    assert answers(questions["q-panduan"]) == [("true", 0), ("false", 100)]


def test_several_blanks_stand_in_the_text_with_all_that_counts_as_right(questions):
    text = questions["q-tiankong"].findtext("questiontext/text")
    gaps = re.findall(r"\{(\d+):SHORTANSWER:((?:\\.|[^}])*)\}", text)

    assert [weight for weight, _ in gaps] == ["1", "1"]
    listed = [
        [re.sub(r"\\(.)", r"\1", one.removeprefix("=")) for one in gap.split("~")]
        for _, gap in gaps
    ]
    assert listed == [["400", "四百"], ["公开招标", "=公开 {招} 标"]]
    assert questions["q-tiankong"].find("answer") is None


def test_one_blank_is_a_short_answer_in_its_place(questions):
    one = questions["q-yikong"]

    assert answers(one) == [("%甲方", 100)]
    assert one.findtext("questiontext/text") == "<p>由_____负责。</p>"


def test_a_star_in_an_answer_is_a_star(checked):
    files = {
        "materials/questions/q.yaml": (
            "- {编号: q, 题型: 填空, 题干: 乘号是____。, 答案: ['*'], 范围: 公开}\n"
        )
    }
    one = ET.fromstring(exported(checked, "moodle", files)[WHOLE]).findall("question")[1]

    assert answers(one) == [(r"\*", 100)]


def test_what_a_short_answer_should_say_is_for_those_who_mark_it(questions):
    one = questions["q-jianda"]

    assert "一是没有比价；二是=没有验收。" in one.findtext("graderinfo/text")
    assert "一是没有比价" not in one.findtext("generalfeedback/text")


def test_a_matching_has_every_pair_and_what_is_left_over(questions):
    found = [
        (html.unescape(one.findtext("text") or ""), one.findtext("answer/text"))
        for one in questions["q-lianxian"].findall("subquestion")
    ]

    assert found == [("提出->变更", "合并计算"), ("验收", "钻芯"), ("", "多余 <项>")]


def test_an_ordering_lists_its_items_in_the_right_order(questions):
    assert answers(questions["q-题序"]) == [("提出", 1), ("收方", 2), ("审批", 3), ("付款", 4)]


def test_questions_stand_in_categories(files):
    found = ET.fromstring(files[WHOLE])
    categories = [one.text for one in found.iterfind("question/category/text")]

    assert [one.rpartition("试验库/")[2] for one in categories] == [
        *("工程//建设", "未分领域", "某镇河道案（虚构）"),
    ]
    assert {one.text for one in found.iterfind("question/idnumber")} == set(ALL)


def test_the_same_library_gives_the_same_bytes(checked, files):
    assert exported(checked, "moodle", dict(reversed(FILES.items()))) == files
    assert digests(checked, "moodle") == digests(checked, "moodle")
