"""Two versions side by side: every article once, what changed marked in words and in lines."""

import re

import pytest

OLD, NEW = "library/regulation/r/compare-2018-2023.md", "library/regulation/r/2023.md"
FILES = {
    "policies/regulations/r.yaml": """
名称: 采购法
范围: 公开
版本:
  - 编号: "2018"
    施行日期: 2018-01-01
    条文:
      - {条: 第一条, 文: 为了规范采购行为，制定本法。}
      - {条: 第二条, 文: "采购人应当公开招标，不得化整为零。\\n违者 <b>处分</b> 第四条所列人员。"}
      - {条: 第三条, 文: 供应商的黑名单由主管部门按季度公布。}
      - {条: 第四条, 文: 本法所称采购人，是指机关、事业单位和团体组织。}
  - 编号: "2023"
    施行日期: 2023-01-01
    条文:
      - {条: 第一条, 文: 为了规范采购行为，制定本法。}
      - 条: 第二条
        文: "采购人应当公开招标，不得化整为零、规避招标。\\n违者 <b>处分</b> 第三条所列人员。"
      - {条: 第三条, 文: 本法所称采购人，是指机关、事业单位和团体组织。}
      - {条: 第四条, 文: 电子交易平台的数据保存不少于十五年。}
""",
}


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


@pytest.fixture(scope="module")
def page(made, see):
    return see(made[OLD])


def marked(text, name):
    found = re.findall(f"<{name}>(.*?)</{name}>", text)
    return [re.sub("<.*?>", "", one) for one in found][1:]  # the first explains the marks


def test_what_is_new_and_what_is_gone_is_marked_and_named(made):
    text = made[OLD].decode()

    assert marked(text, "ins") == ["〔新增：、规避招标〕", "〔新增：第三条〕"]
    assert marked(text, "del") == ["〔删去：第四条〕"]


def test_unchanged_articles_are_one_line(page):
    assert "第一条 未改动" in page.text
    assert "第三条（2018年版第四条） 未改动" in page.text
    assert "为了规范采购行为" not in page.text


def test_every_article_stands_in_its_place(page):
    rows = [one for one in page.ids if re.fullmatch(r"(gone-)?a\d+", one)]

    assert rows == ["a1", "a2", "gone-a3", "a3", "a4"]
    assert page.text.index("黑名单") < page.text.index("电子交易平台")


def test_the_figures_add_up(page):
    figures = re.findall(r"(\d+)(条号、文字未变|只有条号变动|有修改|新增|删去)", page.text)

    assert [int(number) for number, _ in figures] == [1, 1, 1, 1, 1]


def test_the_way_to_both_versions_and_back(page, made, see):
    assert {"2018.html#a2", "2023.html#a2", "2018.html#a3", "2023.html#a4"} <= set(page.addresses)
    for address in see(made[NEW]).addresses:
        if address.startswith("compare-2018-2023.html#"):
            assert address.partition("#")[2] in page.ids


def test_text_of_authors_stays_text(page):
    assert "b" not in page.tags
    assert "违者 <b>处分</b>" in page.text


def test_an_editor_fixes_a_counterpart(site, see):
    text = FILES["policies/regulations/r.yaml"].replace(
        '编号: "2023"\n', '编号: "2023"\n    对应上一版: {第4条: 第三条, 第三条: 无}\n'
    )
    made = site({"policies/regulations/r.yaml": text})
    page = see(made[OLD])

    assert "人工核定" in page.text
    assert "gone-a4" in page.ids
    assert "2018年版：第三条（人工核定）" in see(made[NEW]).text


def test_summaries_and_excerpts_say_what_a_difference_means(site, see):
    text = FILES["policies/regulations/r.yaml"].replace("版本:", "归纳: 是\n版本:")
    text = text.replace('编号: "2018"\n', '编号: "2018"\n    节选: 是\n')
    page = see(site({"policies/regulations/r.yaml": text})[OLD])

    assert "对照的是两份归纳" in page.text
    assert "可能只是没有收录" in page.text
    assert "未改动" not in page.text
    assert "第一条 归纳文字相同" in page.text
    assert "只在2023年版里有" in page.text


def test_parts_of_a_divided_article_lead_to_each_other(site, see):
    text = FILES["policies/regulations/r.yaml"].replace(
        "{条: 第四条, 文: 电子交易平台的数据保存不少于十五年。}",
        "{条: 第四条, 文: 为了规范采购行为，制定本法实施细则。}",
    )
    text = text.replace("对应", "")
    text = text.replace(
        '编号: "2023"\n', '编号: "2023"\n    对应上一版: {第一条: 第一条, 第四条: 第一条}\n'
    )
    page = see(site({"policies/regulations/r.yaml": text})[OLD])

    assert "2018年版第一条的一部分在本条里" in page.text
