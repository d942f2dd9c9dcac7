"""Regulations: versions with their state, articles with anchors, who cites them."""

import pytest

FILES = {
    "policies/regulations/r.yaml": """
名称: 采购法
范围: 公开
归纳: 是
版本:
  - 编号: "2018"
    施行日期: 2018-01-01
    失效日期: 2022-01-01
    条文:
      - {条: 第一条, 编: 第一编 总则, 章: 第一章 目的, 文: 旧的第一条}
      - {条: 第一条之一, 编: 第一编 总则, 章: 第一章 目的, 文: "第一款\\n第二款"}
      - {条: 第二条, 编: 第二编 分则, 章: 第一章 目的, 文: 旧的第二条}
  - {编号: "2022", 施行日期: 2022-01-01, 节选: 是, 条文: [{条: 第一条, 文: 新的第一条}]}
  - 编号: "2030"
    施行日期: 2030-01-01
    沿革: [某年通过]
    前言: [{内容: 前言文字}]
    附件: [{标题: 附表, 内容: 附件文字}]
""",
    "cases/a.yaml": "标题: 甲案\n范围: 公开\n处理时间: 2020\n依据: [《采购法》第一条之一]\n",
}


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def test_each_version_says_whether_it_is_in_force(made, see):
    old, new, coming = (
        see(made[f"library/regulation/r/{one}.md"]).text for one in (2018, 2022, 2030)
    )

    assert "已被新版本取代或废止" in old
    assert "现行有效" in new
    assert "尚未施行" in coming
    for status in ("已被新版本取代或废止", "现行有效", "尚未施行", "节选"):
        assert status in see(made["library/regulation/r.md"]).text


def test_articles_have_anchors_and_paragraphs(made, see):
    page = see(made["library/regulation/r/2018.md"])

    assert {"a1", "a1-1", "a2"} <= set(page.ids)
    assert page.text.index("第一款") < page.text.index("第二款")


def test_a_heading_stands_where_its_part_begins_and_again_in_the_next_book(made, see):
    text = see(made["library/regulation/r/2018.md"]).text

    assert text.count("第一编 总则") == 1
    assert text.count("第一章 目的") == 2
    assert text.index("第二编 分则") < text.rindex("第一章 目的") < text.index("旧的第二条")


def test_an_article_names_those_who_cite_it(made, see):
    page = see(made["library/regulation/r/2018.md"])

    assert "../../case/a.html" in page.addresses
    assert "甲案" not in see(made["library/regulation/r/2022.md"]).text
    assert "2018.html#a1-1" in " ".join(see(made["library/regulation/r.md"]).addresses)


def test_what_stands_around_the_articles_is_kept(made, see):
    text = see(made["library/regulation/r/2030.md"]).text

    for word in ("某年通过", "前言文字", "附表", "附件文字"):
        assert word in text


def test_a_summary_is_marked_on_every_page(made, see):
    for name in made:
        if name.startswith("library/regulation/r"):
            assert "不是官方原文" in see(made[name]).text
