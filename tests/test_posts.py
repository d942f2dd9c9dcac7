"""What a post should know: risks, cases, and each question once."""

import pytest

from generator.posts import posts
from tests.coordination_library import FILES


@pytest.fixture(scope="module")
def known(checked):
    return posts(checked(FILES).library)


def test_every_post_that_a_risk_or_a_case_names_is_there_in_the_order_of_the_list(known):
    assert list(known) == ["招标采购", "出纳"]


def test_the_gravest_step_comes_first(known):
    assert [step for step, _ in known["招标采购"].steps] == ["采购方式确定", "过问登记"]


def test_a_case_says_why_it_is_shown(known):
    (one,) = known["招标采购"].cases

    assert one.case.id == "caigou"
    assert one.reasons == ("风险：拆分项目", "风险：登记表空着", "同一岗位")


def test_a_question_that_two_ask_with_other_signs_is_asked_once(known):
    checks = known["招标采购"].checks

    assert [one.text for one in checks] == ["是否按项目看总额", "是否当日登记", "是否公示采购计划"]
    assert [str(key) for key in checks[0].sources] == ["risk/fx-2", "case/caigou"]


def test_a_post_without_risks_has_its_cases_and_their_questions(known):
    assert known["出纳"].risks == ()
    assert [one.text for one in known["出纳"].checks] == ["是否按项目看总额？", "是否公示采购计划"]


def test_of_many_cases_the_newest_are_shown_and_the_rest_counted(checked):
    cases = {
        f"cases/a{number}.yaml": f"标题: 案{number}\n岗位: [出纳]\n处理时间: 20{number:02d}\n"
        for number in range(1, 21)
    }
    post = posts(checked(cases).library)["出纳"]

    assert (len(post.cases), post.more) == (12, 8)
    assert post.cases[0].case.id == "a20"
