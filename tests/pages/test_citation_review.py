"""What is to be reviewed: who cites a version revised since, and what its clauses became."""

import re

import pytest

FILES = {
    "policies/regulations/r.yaml": """
名称: 采购法
范围: 公开
版本:
  - 编号: "2018"
    施行日期: 2018-10-01
    条文:
      - {条: 第一条, 文: 采购人应当公开招标，公布采购结果，接受社会监督。}
      - {条: 第二条, 文: 评审专家与供应商有利害关系的应当回避，不得参加评审活动。}
      - {条: 第三条, 文: 电子交易平台的数据由平台保存十五年，期满以后方可销毁。}
  - 编号: "2023"
    施行日期: 2024-01-01
    条文:
      - {条: 第一条, 文: 采购人应当公开招标，公布采购结果，接受社会监督。}
      - {条: 第二条, 文: 价格明显低于成本的，评审委员会要求供应商说明。}
      - {条: 第三条, 文: 评审专家与供应商有利害关系的应当主动回避，不得参加任何评审活动。}
""",
    "policies/regulations/gone.yaml": """
名称: 收费办法
范围: 公开
版本: [{编号: "2010", 施行日期: 2010, 失效日期: 2021-07-01, 条文: [{条: 第一条, 文: 甲}]}]
""",
    "cases/a.yaml": """
标题: 甲案
范围: 公开
处理时间: 2020-05
依据: [《采购法》第一条至第三条, 《采购法》第一条、第二条、第三条, 《收费办法》]
""",
    "cases/b.yaml": """
标题: 乙案
范围: 公开
处理时间: 2020-05
依据: [《采购法》第一条]
审核: {时间: 2025-03-01}
""",
    "cases/now.yaml": "标题: 新案\n范围: 公开\n处理时间: 2025\n依据: [《采购法》第一条]\n",
    "cases/hidden.yaml": "标题: 内部案\n处理时间: 2020\n依据: [《采购法》第一条]\n",
    "materials/lessons/l.yaml": "标题: 一课\n范围: 公开\n依据: [《采购法》（2018）第二条]\n",
    "policies/practices/p.yaml": "标题: 做法\n范围: 公开\n问题: 乙\n复核日期: 2025-12\n",
    "policies/practices/q.yaml": "标题: 别的做法\n范围: 公开\n问题: 乙\n复核日期: 2026-02\n",
    "cases/flagged.yaml": "标题: 有疑问的案\n范围: 公开\n状态: 待复核\n",
    "docs/guide/g.md": "# 指南标题\n\n《采购法》（2018）第二条。\n",
}
PAGE = "library/review.md"


@pytest.fixture(scope="module")
def text(site):
    return site(FILES)[PAGE].decode()


def shown(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def part(text: str, name: str) -> str:
    """The page from one heading to the next."""
    start = text.index(f'id="{name}"')
    return text[start : (text.find("<h2", start) + 1 or len(text) + 1) - 1]


def test_the_numbers_lead_to_their_lists(text):
    figures = dict(re.findall(r'<a href="#(\w+)"><strong>(\d+)<', text))

    assert figures == {"revised": "3", "due": "1"}
    for name in figures:
        assert f'id="{name}"' in text


def test_a_group_says_since_when_and_where_to_compare(text):
    group = shown(part(text, "revised"))

    assert "《采购法》2018年版已于2024年1月1日被2023年版取代。现行的是2023年版。两版对照。" in group
    assert 'href="regulation/r/compare-2018-2023.html"' in part(text, "revised")
    assert "《收费办法》2010年版已于2021年7月1日废止。" in group


def test_each_clause_says_what_it_is_now(text):
    line = next(one for one in re.findall("<li>.*?</li>", part(text, "revised")) if "甲案" in one)

    assert shown(line).endswith("没有写明条文")
    lines = [one for one in re.findall("<li>.*?</li>", part(text, "revised")) if "甲案" in one]
    assert (
        "第一条至第三条、第一条（未改动）、第二条（现第三条，有修改）、第三条（没有对应条文）"
        in shown(lines[1])
    )
    for address in ("2018.html#a2", "compare-2018-2023.html#a3", "compare-2018-2023.html#gone-a3"):
        assert f'href="regulation/r/{address}"' in lines[1]


def test_lessons_and_pages_are_in_the_list_and_what_is_in_force_is_not(text):
    listed = part(text, "revised")

    assert 'href="lesson/l.html"' in listed
    assert 'href="../guide/g.html"' in listed
    assert "指南标题" in listed
    assert "新案" not in text
    assert "内部案" not in text
    assert "有疑问的案" not in text


def test_what_was_reviewed_after_the_revision_stands_apart(text):
    assert "乙案" not in part(text, "revised")
    assert "2025年3月1日审核" in shown(part(text, "reviewed"))


def test_dates_of_review_that_have_come_and_records_so_marked(text, site):
    internal = site(FILES, "internal")[PAGE].decode()
    due, flagged = shown(part(text, "due")), shown(part(internal, "flagged"))

    assert "做法" in due
    assert "2025年12月" in due
    assert "别的做法" not in text
    assert "有疑问的案" in flagged


def test_it_does_not_call_the_citation_a_mistake(text):
    assert "没有错" in shown(text)


def test_of_a_summary_it_says_that_the_words_are_not_the_law(site):
    regulation = "policies/regulations/r.yaml"
    files = FILES | {regulation: FILES[regulation].replace("范围: 公开", "范围: 公开\n归纳: 是")}
    text = shown(site(files)[PAGE].decode())

    assert "第一条（归纳相同）" in text
    assert "有修改" not in text


def test_nothing_to_review(site):
    made = site({"cases/a.yaml": "标题: 案\n范围: 公开\n"})

    assert "没有等着复核的内容" in made[PAGE].decode()
    assert "library/review.html" in made["index.md"].decode()
