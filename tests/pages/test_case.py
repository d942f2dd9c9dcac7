"""The page of a case."""

import posixpath

import pytest

FULL = """
标题: 采购案（虚构教学案例）
范围: 公开
虚构: 是
副标题: 某人案
题注: [（2021年指导性案例第4号）]
要点: 要点文字
关键词: [采购]
领域: 教育
层级: 乡科级
岗位: [出纳]
违反纪律: [廉洁]
行为期间: {自: 2019-03, 至: 2019-06}
处理时间: 2021-05-18
基本案情: 案情文字
时间线: [{时间: 2019-03, 事件: 第一步}, {时间: 2021-05-18, 事件: 第二步}]
办理过程: 办理文字
处理结果:
  {党纪处分: 严重警告, 政务处分: 开除, 刑事: 判处有期徒刑二年, 形态: 4,
   涉案金额: 38.6万元, 说明: 追缴文字}
裁判理由: 理由文字
成因剖析: [{类别: 制度, 说明: 成因文字}]
漏洞: [{编号: L1, 类型: 招标评审, 说明: 漏洞文字, 措施: [措施文字]}]
指导意义: 意义文字
依据: [《采购法》第一条、第九条, 没有书名号的依据]
相关条款: 条款文字
其他章节: [{标题: 其他标题, 内容: 其他文字}]
讨论题: [{题目: 题目文字, 参考: 参考文字}]
对照自查: [是否公开]
相关案例: [b]
来源: {单位: 来源单位}
"""
FILES = {
    "cases/a.yaml": FULL,
    "cases/b.yaml": (
        "标题: 另一案\n范围: 公开\n漏洞: [{编号: L1, 类型: 招标评审, 说明: 甲, 措施: [乙]}]\n"
    ),
    "cases/c.yaml": (
        "标题: 第三案\n范围: 公开\n漏洞: [{编号: L1, 类型: 招标评审, 说明: 甲, 措施: [乙]}]\n"
    ),
    "materials/lessons/l.yaml": "标题: 用到它的课\n范围: 公开\n案例: [a]\n",
    "policies/practices/p.yaml": "标题: 相关的做法\n范围: 公开\n问题: 甲\n相关案例: [a]\n",
    "policies/regulations/r.yaml": (
        "名称: 采购法\n范围: 公开\n版本:\n"
        "  - {编号: '2018', 施行日期: 2018, 失效日期: 2022, 条文: [{条: 第一条, 文: 旧}]}\n"
        "  - {编号: '2022', 施行日期: 2022, 条文: [{条: 第一条, 文: 新}]}\n"
    ),
}
PAGE = "library/case/a.md"


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


@pytest.fixture(scope="module")
def page(made, see):
    return see(made[PAGE])


def test_the_sections_come_in_the_official_order(page):
    order = [
        "要点文字",
        "案情文字",
        "第一步",
        "办理文字",
        "追缴文字",
        "理由文字",
        "成因文字",
        "漏洞文字",
        "措施文字",
    ]
    order += [
        "意义文字",
        "第一条",
        "条款文字",
        "其他标题",
        "其他文字",
        "题目文字",
        "是否公开",
        "另一案",
        "来源单位",
    ]
    places = [page.text.index(word) for word in order]

    assert places == sorted(places)


def test_an_empty_section_is_not_there(made, see):
    headings = see(made["library/case/b.md"]).headings

    assert "基本案情" not in headings
    assert "讨论题" not in headings
    assert "基本案情" in see(made[PAGE]).headings


def test_the_outcome_is_said_as_it_is_read(page):
    for word in ("党内严重警告", "开除公职", "判处有期徒刑二年", "第四种形态", "38.6万元"):
        assert word in page.text


def test_it_leads_to_every_list_it_stands_in(made, page):
    listed = {
        name
        for name, content in made.items()
        if "/by-" in name and name.endswith(".md") and "采购案" in content.decode()
    }
    linked = {
        posixpath.normpath(posixpath.join("library/case", one.partition("#")[0])).replace(
            ".html", ".md"
        )
        for one in page.addresses
    }

    assert {name for name in listed if "keyword" not in name} <= linked


def test_a_citation_leads_to_the_version_that_governs_and_says_why(made, page):
    assert "../regulation/r/2018.html#a1" in page.addresses
    assert "处理时（2021年5月18日）施行的版本" in made[PAGE].decode()
    assert "第九条" in page.text
    assert not any(one.endswith("#a9") for one in page.addresses)
    assert "没有书名号的依据" in page.text


def test_others_are_shown_with_the_reason(page):
    text = page.text[page.text.index("另一案") :]

    assert text.index("编辑推荐") < text.index("第三案") < text.index("同类漏洞：招标评审")
    assert "使用本案的教案" in text
    assert "用到它的课" in text
    assert "相关的做法" in text


def test_it_leads_to_what_is_asked_about_it_and_to_what_was_made_of_it(site, see):
    more = {
        "materials/questions/t.yaml": (
            "- 编号: t1\n  题型: 判断\n  题干: 甲\n  答案: 对\n  案例: [a]\n  范围: 公开\n"
        ),
        "materials/scenarios/qj.yaml": (
            "标题: 改编的情景\n角色: 你\n范围: 公开\n案例: [a]\n"
            "卡片: [{编号: '1', 情景: 完, 结局: 守住}]\n"
        ),
    }
    made = site(FILES | more)

    assert {"a/quiz.html", "../scenario/qj.html"} <= set(see(made[PAGE]).addresses)
    assert "library/case/a/quiz.md" in made
    assert "a/quiz.html" not in see(site(FILES)[PAGE]).addresses


def test_the_answer_is_for_lecturers(site, see):
    assert "参考文字" not in see(site(FILES)[PAGE]).text
    assert "参考文字" in see(site(FILES, "lecturer")[PAGE]).text


def test_a_fictional_case_says_so(page):
    assert "虚构教学案例" in page.text


def test_headings_of_the_source_replace_ours(site, see):
    files = {"cases/a.yaml": "标题: 甲\n范围: 公开\n基本案情: 乙\n原标题: {基本案情: 案件事实}\n"}

    assert "案件事实" in see(site(files)["library/case/a.md"]).headings
