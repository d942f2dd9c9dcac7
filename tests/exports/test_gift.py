"""GIFT: an independent parser reads every question with its type and its right answer."""

import html
import re

import pytest

from tests.exports.other_programs import node
from tests.exports.quiz_library import ALL, FILES, digests, exported

LESSON, WHOLE = "gift/ja-yi-测验.gift", "gift/题库.gift"


def parsed(text):
    return node(
        "process.stdout.write(JSON.stringify(libraries[0].parse(text)));", text, "gift-pegjs.js"
    )


@pytest.fixture(scope="module")
def files(checked):
    return {path: raw.decode() for path, raw in exported(checked, "gift").items()}


@pytest.fixture(scope="module")
def questions(files):
    return {one["title"]: one for one in parsed(files[LESSON]) if one["type"] != "Category"}


def typed(text):
    """A text of the parser without escapes: it leaves them in what is no formatted text."""
    signs = {"058": ":", "035": "#", "061": "=", "123": "{", "125": "}", "126": "~", "092": "\\"}
    return re.sub("&&([0-9]{3});", lambda found: signs[found[1]], text)


def shown(text):
    """A formatted text as a reader sees it."""
    return html.unescape(re.sub("<[^>]*>", " ", typed(text))).strip()


def test_a_file_per_quiz_and_one_for_all(files):
    assert sorted(files) == ["gift/ja-san-测验.gift", LESSON, WHOLE]


def test_every_question_of_a_quiz_is_read(questions):
    assert [(name, one["type"]) for name, one in questions.items()] == [
        ("q-danxuan", "MC"),
        ("q-duoxuan", "MC"),
        ("q-panduan", "TF"),
        ("q-tiankong-1", "Short"),
        ("q-tiankong-2", "Short"),
        ("q-yikong", "Short"),
        ("q-jianda", "Essay"),
        ("q-lianxian", "Matching"),
        ("q-题序", "Matching"),
    ]
    assert [one["id"] for one in questions.values()] == list(questions)


def test_signs_of_the_format_come_out_as_written(questions):
    one = questions["q-danxuan"]

    assert shown(one["stem"]["text"]) == (
        '甲{a}=乙~丙#丁:戊\\己 <b>不是标签</b> &amp; "引号"，最先做哪一步？'
    )
    assert [shown(choice["text"]["text"]) for choice in one["choices"]] == [
        *("=先 {比} 较", "50% 以上", "%20 [html]", "a -> b <i>", "一般 // 措施"),
    ]


def test_the_right_option_of_a_single_choice_is_the_right_one(questions):
    assert [choice["isCorrect"] for choice in questions["q-danxuan"]["choices"]] == [
        *(False, False, False, True, False),
    ]


def test_right_options_of_a_multiple_choice_share_the_points_and_a_wrong_one_takes_all(questions):
    weights = [choice["weight"] for choice in questions["q-duoxuan"]["choices"]]

    assert sum(one for one in weights if one > 0) == pytest.approx(100, abs=0.001)
    assert [one > 0 for one in weights] == [True, True, False, True]
    assert weights[2] == -100


def test_a_judgement_is_right_or_wrong(questions):
    assert questions["q-panduan"]["isTrue"] is False


def test_every_blank_is_a_question_with_all_that_counts_as_right(questions):
    def answers(name):
        return [typed(choice["text"]["text"]) for choice in questions[name]["choices"]]

    assert answers("q-tiankong-1") == ["400", "四百"]
    assert answers("q-tiankong-2") == ["公开招标", "=公开 {招} 标"]
    assert shown(questions["q-tiankong-1"]["stem"]["text"]).replace(" ", "") == (
        "达到_____万元的应当（第二空），例外见规定。"
    )
    one = questions["q-yikong"]["choices"]
    assert [(choice["text"]["text"], choice["weight"]) for choice in one] == [("%甲方", 100)]


def test_a_short_answer_carries_what_it_should_say_as_feedback(questions):
    feedback = shown(questions["q-jianda"]["globalFeedback"]["text"])

    assert "一是没有比价；二是=没有验收。" in feedback
    assert "可参照案例。" in feedback
    assert "1. 单位甲；" in shown(questions["q-jianda"]["stem"]["text"])


def test_a_matching_pairs_left_and_right(questions):
    pairs = questions["q-lianxian"]["matchPairs"]

    assert [(shown(one["subquestion"]["text"]), typed(one["subanswer"])) for one in pairs] == [
        ("提出->变更", "合并计算"),
        ("验收", "钻芯"),
        ("", "多余 <项>"),
    ]


def test_an_ordering_pairs_places_and_items(questions):
    pairs = questions["q-题序"]["matchPairs"]

    assert [(one["subquestion"]["text"], one["subanswer"]) for one in pairs] == [
        ("第一位", "提出"),
        ("第二位", "收方"),
        ("第三位", "审批"),
        ("第四位", "付款"),
    ]


def test_an_explanation_keeps_its_form(questions):
    feedback = questions["q-danxuan"]["globalFeedback"]

    assert feedback["format"] == "html"
    assert "<strong>先比较</strong>" in feedback["text"]
    assert "<td>二</td>" in feedback["text"]


def test_all_questions_stand_in_categories(files):
    found = parsed(files[WHOLE])
    categories = [one["title"].rpartition("试验库/")[2] for one in found if "stem" not in one]

    assert categories == ["工程//建设", "未分领域", "某镇河道案（虚构）"]
    names = {one["id"].removesuffix("-1").removesuffix("-2") for one in found if "stem" in one}
    assert names == set(ALL)


def test_one_lesson_or_some_questions_alone(checked):
    from generator.base.reference import Reference

    lesson = exported(checked, "gift", only=[Reference("lesson", "ja-san")])
    chosen = exported(checked, "gift", only=[Reference("question", "q-panduan")])

    assert list(lesson) == ["gift/ja-san-测验.gift"]
    assert list(chosen) == ["gift/选题.gift"]
    assert [one.get("title") for one in parsed(chosen["gift/选题.gift"].decode())][1:] == [
        "q-panduan"
    ]


def test_a_question_that_cannot_be_answered_is_left_out(checked):
    broken = FILES | {
        "materials/questions/bad.yaml": (
            "- {编号: q-bad, 题型: 单选, 题干: 坏题, 选项: [甲, 乙], 答案: D, 范围: 公开}\n"
            "- {编号: q-kong, 题型: 填空, 题干: 没有空, 答案: [甲], 范围: 公开}\n"
        )
    }
    text = exported(checked, "gift", broken)[WHOLE].decode()

    assert "q-panduan" in text
    assert "q-bad" not in text
    assert "q-kong" not in text


def test_only_what_a_changed_question_is_in_is_made_again(checked):
    changed = FILES | {
        "materials/questions/bank.yaml": FILES["materials/questions/bank.yaml"].replace(
            "因为如此", "因为这样"
        )
    }
    before, after = digests(checked, "gift"), digests(checked, "gift", changed)

    assert {path for path in before if before[path] != after[path]} == {LESSON, WHOLE}
