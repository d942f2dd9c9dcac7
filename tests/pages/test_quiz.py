"""The quizzes: what is asked stands on the page, what is right on that of a lecturer alone."""

import re

import pytest

from generator.answers import digest

QUESTIONS = """
- 编号: t1
  题型: 单选
  题干: 判断拆分看什么
  选项: [合同甲, 项目乙, 日期丙]
  答案: B
  解析: 只在教员手里的解释
  分值: 2
  案例: [chaifen]
  范围: 公开
- 编号: t2
  题型: 填空
  题干: 限额按____看
  答案: 秘密总额|机密总额
  解析: 答完就看得到的解释
  解析公开: 是
  分值: 3
  案例: [chaifen]
  范围: 公开
- 编号: t3
  题型: 判断
  题干: 拆开就不用招标
  答案: 错
  范围: 公开
- 编号: t4
  题型: 简答
  题干: 说一样外部记录
  答案: [教员的评分要点]
  分值: 5
  范围: 公开
- 编号: t5
  题型: 连线
  题干: 连起来
  选项: [左一, 左二]
  右栏: [右一, 右二]
  答案: BA
  范围: 公开
- 编号: t6
  题型: 排序
  题干: 排好
  选项: [甲步, 乙步, 丙步]
  答案: CAB
  范围: 公开
- 编号: t7
  题型: 多选
  题干: 选几项
  选项: [子, 丑, 寅, 卯]
  答案: ACD
  范围: 公开
- 编号: t8
  题型: 判断
  题干: 教员自己的题
  答案: 对
  范围: 教员
"""
FILES = {
    "cases/chaifen.yaml": "标题: 拆分案\n范围: 公开\n",
    "cases/other.yaml": "标题: 没有题的案\n范围: 公开\n",
    "materials/questions/t.yaml": QUESTIONS,
    "materials/lessons/jiang.yaml": (
        "标题: 一课\n范围: 公开\n测验: [t1, t2, t3, t4, t5, t6, t7, t8]\n"
        "教学步骤: [{环节: 讲, 分钟: 45}]\n"
    ),
    "materials/lessons/kong.yaml": "标题: 没有测验的课\n范围: 公开\n",
    "materials/courses/ke.yaml": "标题: 课程\n范围: 公开\n教案: [jiang]\n测验: [t2, t3]\n",
}
LESSON = "library/lesson/jiang/quiz.md"


@pytest.fixture(scope="module")
def public(site):
    return site(FILES)


@pytest.fixture(scope="module")
def lecturer(site):
    return site(FILES, "lecturer")


def asked(page: bytes) -> list[str]:
    return re.findall(r'data-question="([^"]*)"', page.decode())


def version(page: bytes) -> str:
    return re.findall(r'data-version="([^"]*)"', page.decode())[0]


def test_lessons_cases_and_courses_with_questions_have_a_quiz(public):
    assert asked(public[LESSON]) == ["t1", "t2", "t3", "t4", "t5", "t6", "t7"]
    assert asked(public["library/case/chaifen/quiz.md"]) == ["t1", "t2"]
    assert asked(public["library/course/ke/quiz.md"]) == ["t2", "t3"]
    assert "library/case/other/quiz.md" not in public
    assert "library/lesson/kong/quiz.md" not in public


def test_what_is_asked_can_be_read_without_scripts(public, see):
    text = see(public[LESSON]).text
    for word in (
        "判断拆分看什么",
        "项目乙",
        "限额按____看",
        "（　）对",
        "左二",
        "右一",
        "丙步",
        "寅",
    ):
        assert word in text


def test_it_says_what_passes_by_the_settings(public, site, see):
    assert "满 6 分为合格" in see(public[LESSON]).text
    strict = site(FILES, configuration="site_name: 库\nextra:\n  anjian:\n    教学: {合格线: 90}\n")
    assert "满 9 分为合格" in see(strict[LESSON]).text


@pytest.mark.parametrize("secret", ["秘密总额", "机密总额", "只在教员手里的解释", "评分要点"])
def test_learners_hold_no_answer_and_no_explanation_that_is_not_given_out(secret, public, lecturer):
    for name, content in public.items():
        assert secret.encode() not in content, name
    assert secret in lecturer[LESSON].decode()


def test_letters_that_are_right_stand_in_no_attribute_of_a_learner(public):
    page = public[LESSON].decode()
    values = set(re.findall(r'\sdata-[a-z-]+="([^"]*)"', page))
    assert not values & {"B", "BA", "CAB", "ACD", "对", "错"}
    assert "data-lecturer" not in page
    assert "data-key" not in page


def test_the_browser_is_given_what_it_compares_with(public):
    page = public[LESSON].decode()
    salt, digests = re.search(
        r'data-question="t2".*data-salt="([^"]*)" data-digests="([^"]*)"', page
    ).groups()
    assert set(digests.split(" ")) == {digest(salt, 0, "秘密总额"), digest(salt, 0, "机密总额")}
    assert re.search(r'data-question="t4".*data-digests=""', page)


def test_an_explanation_that_is_given_out_is_there_for_learners(public, see):
    assert "答完就看得到的解释" in see(public[LESSON]).text


def test_a_lecturer_sees_what_is_right_in_words(lecturer, see):
    text = see(lecturer[LESSON]).text
    for said in ("B. 项目乙", "秘密总额 或 机密总额", "左一 —— B. 右二", "C. 丙步", "D. 卯"):
        assert said in text


def test_the_same_questions_are_one_version_in_every_edition(public, lecturer, site):
    case = "library/case/chaifen/quiz.md"
    assert version(public[case]) == version(lecturer[case])
    changed = FILES | {"materials/questions/t.yaml": QUESTIONS.replace("日期丙", "日期丁")}
    assert version(site(changed)[case]) != version(public[case])
    other = FILES | {"materials/questions/t.yaml": QUESTIONS.replace("答案: B\n", "答案: C\n")}
    assert version(site(other)[case]) == version(public[case])


def test_the_page_that_reads_slips_is_for_lecturers_and_knows_the_public_quiz(public, lecturer):
    assert "library/slips.md" not in public
    assert "slips" not in public[LESSON].decode()
    page = lecturer["library/slips.md"].decode()
    assert version(public[LESSON]) in page
    assert version(lecturer[LESSON]) in page
    assert version(public[LESSON]) != version(lecturer[LESSON])


def test_without_questions_there_is_no_page_that_reads_slips(site):
    assert "library/slips.md" not in site({"cases/a.yaml": "标题: 甲\n范围: 公开\n"}, "lecturer")
