"""The page of a course: what is computed of its lessons."""

import pytest

FILES = {
    "materials/lessons/a.yaml": (
        "标题: 甲课\n范围: 公开\n教学步骤: [{环节: 讲, 分钟: 45}]\n测验: [t1]\n"
    ),
    "materials/lessons/b.yaml": (
        "标题: 乙课\n类型: 微课\n范围: 公开\n先修: [a]\n教学步骤: [{环节: 讲, 分钟: 12}]\n"
    ),
    "materials/lessons/c.yaml": "标题: 内部课\n范围: 内部\n教学步骤: [{环节: 讲, 分钟: 90}]\n",
    "materials/questions/t.yaml": (
        "- 编号: t1\n  题型: 判断\n  题干: 甲\n  答案: 对\n  范围: 公开\n"
    ),
    "materials/scenarios/qj.yaml": (
        "标题: 情景\n角色: 你\n范围: 公开\n卡片: [{编号: '1', 情景: 完, 结局: 守住}]\n"
    ),
    "materials/courses/ke.yaml": (
        "标题: 课程\n范围: 公开\n目标: [目标文字]\n决策情景: [qj]\n测验: [t1]\n教员备注: 备注文字\n"
        "教案: [{教案: b, 说明: 后学}, a, c]\n"
    ),
}
PAGE = "library/course/ke.md"


@pytest.fixture(scope="module")
def page(site, see):
    return see(site(FILES)[PAGE])


def test_lessons_stand_in_the_order_of_the_course(page):
    assert page.text.index("乙课") < page.text.index("后学") < page.text.index("45 分钟")
    assert "先修：甲课" in page.text


def test_minutes_and_hours_are_added_up_of_what_the_edition_holds(page, site, see):
    assert "合计 57 分钟，1.25 学时；测验合格一次另计 0.5 学时" in page.text
    assert "合计 147 分钟，2.25 学时" in see(site(FILES, "internal")[PAGE]).text
    assert "内部课" not in page.text


def test_it_leads_to_its_quizzes_and_scenarios(page):
    wanted = {"../lesson/a/quiz.html", "ke/quiz.html", "../scenario/qj.html"}
    assert wanted <= set(page.addresses)


def test_notes_are_for_lecturers(page, site, see):
    assert "备注文字" not in page.text
    assert "备注文字" in see(site(FILES, "lecturer")[PAGE]).text
