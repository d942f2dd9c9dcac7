"""The page of one question."""

import pytest

FILES = {
    "cases/chaifen.yaml": "标题: 拆分案\n范围: 公开\n",
    "policies/regulations/r.yaml": (
        "名称: 采购法\n范围: 公开\n版本:\n"
        "  - {编号: '2022', 施行日期: 2022, 条文: [{条: 第一条, 文: 法条文字}]}\n"
    ),
    "materials/questions/t.yaml": """
- 编号: t1
  题型: 单选
  题干: 判断拆分**看什么**
  选项: [合同, 项目]
  答案: B
  解析: 教员才看得到
  难度: 难
  案例: [chaifen]
  依据: [《采购法》第一条]
  范围: 公开
""",
    "materials/lessons/jiang.yaml": "标题: 问它的课\n范围: 公开\n测验: [t1]\n",
    "materials/courses/ke.yaml": "标题: 问它的课程\n范围: 公开\n教案: [jiang]\n测验: [t1]\n",
}
PAGE = "library/question/t1.md"


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def test_it_leads_to_its_case_its_clause_and_those_who_ask_it(made, see):
    page = see(made[PAGE])
    assert {
        "../case/chaifen.html",
        "../regulation/r/2022.html#a1",
        "../lesson/jiang.html",
        "../lesson/jiang/quiz.html",
        "../course/ke/quiz.html",
    } <= set(page.addresses)
    assert "法条文字" in page.text
    assert "难度：难" in page.text


def test_what_is_asked_stands_there_once(made, see):
    assert see(made[PAGE]).text.count("判断拆分") == 1


def test_it_is_answered_by_itself_and_without_being_told(made, site, see):
    assert made[PAGE].decode().count("data-single") == 1
    assert "教员才看得到" not in made[PAGE].decode()
    lecturer = see(site(FILES, "lecturer")[PAGE]).text
    assert "教员才看得到" in lecturer
    assert "B. 项目" in lecturer
