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


def test_each_version_says_whether_it_is_in_force_and_from_when_to_when(made, see):
    old, new, coming = (
        see(made[f"library/regulation/r/{one}.md"]).text for one in (2018, 2022, 2030)
    )
    overview = see(made["library/regulation/r.md"]).text

    for page, status, period in (
        (old, "已修订", "2018年1月1日起，至2022年1月1日止"),
        (new, "现行有效", "2022年1月1日起，至2030年1月1日止"),
        (coming, "未施行", "2030年1月1日起"),
    ):
        assert status in page
        assert period in page
        assert status in overview
        assert period in overview
    assert "3 条" in overview
    assert "节选" in overview


def test_a_period_that_rests_on_another_date_says_so(site, see):
    text = FILES["policies/regulations/r.yaml"].replace("施行日期: 2030", "公布日期: 2030")
    made = site({"policies/regulations/r.yaml": text})

    assert "施行日期未填写，按公布日期算" in see(made["library/regulation/r/2030.md"]).text
    assert "按公布日期算" not in see(made["library/regulation/r/2022.md"]).text


def test_articles_have_anchors_and_paragraphs(made, see):
    page = see(made["library/regulation/r/2018.md"])

    assert {"a1", "a1-1", "a2"} <= set(page.ids)
    assert page.text.index("第一款") < page.text.index("第二款")


def test_a_heading_stands_where_its_part_begins_and_again_in_the_next_book(made, see):
    text = see(made["library/regulation/r/2018.md"]).text
    body = text[text.index("第一编 总则", text.index("目录") + 20) :]

    assert body.count("第一编 总则") == 1
    assert body.count("第一章 目的") == 2
    assert body.index("第二编 分则") < body.rindex("第一章 目的") < body.index("旧的第二条")


def test_the_outline_leads_to_every_part_and_says_which_articles_are_in_it(made, see):
    page = see(made["library/regulation/r/2018.md"])
    outline = page.text[page.text.index("目录") : page.text.index("旧的第一条")]

    links = [one for one in page.addresses if one.startswith("#part-")]
    assert links == ["#part-1", "#part-2", "#part-3", "#part-4"]
    assert {one[1:] for one in links} <= set(page.ids)
    assert "第一编 总则 第一条至第一条之一" in " ".join(outline.split())
    assert "details" not in page.tags
    assert "目录" not in see(made["library/regulation/r/2022.md"]).text


def test_a_long_outline_is_folded(site, see):
    chapters = "\n".join(
        f"      - {{条: 第{number}条, 章: 第{number}章, 文: 甲}}" for number in range(1, 14)
    )
    text = f"名称: 甲法\n范围: 公开\n版本:\n  - 编号: a\n    条文:\n{chapters}\n"
    made = site({"policies/regulations/r.yaml": text})

    assert see(made["library/regulation/r/a.md"]).tags.count("details") == 1


def test_an_article_names_those_who_cite_it(made, see):
    page = see(made["library/regulation/r/2018.md"])

    assert "../../case/a.html" in page.addresses
    assert "甲案" not in see(made["library/regulation/r/2022.md"]).text
    assert "2018.html#a1-1" in " ".join(see(made["library/regulation/r.md"]).addresses)


def test_a_range_is_a_citation_of_every_article_in_it(site, see):
    case = "标题: 甲案\n范围: 公开\n处理时间: 2020\n依据: [《采购法》第一条至第二条]\n"
    made = site(FILES | {"cases/a.yaml": case})

    assert see(made["library/regulation/r/2018.md"]).text.count("引用本条：甲案") == 3


def test_a_hand_written_page_that_cites_is_named_by_its_title(site, see):
    guide = "# 怎么买\n\n依照《采购法》（2018）第二条办理。\n"
    made = site(FILES | {"docs/guide/buying.md": guide})
    page = see(made["library/regulation/r/2018.md"])

    assert "引用本条：怎么买" in page.text
    assert "../../../guide/buying.html" in page.addresses


def test_an_article_leads_to_its_counterparts_and_to_the_comparison(made, see):
    page = see(made["library/regulation/r/2018.md"])

    assert "2022年版：第一条（相似" in page.text
    assert "2022.html#a1" in page.addresses
    assert "compare-2018-2022.html#a1" in page.addresses
    assert "2022年版：未收录" in page.text
    assert "2030年版：没有对应条文" in page.text
    assert "compare-2018-2030.html#gone-a2" in page.addresses
    assert "2018.html#a1" in see(made["library/regulation/r/2022.md"]).addresses


def test_the_overview_leads_to_every_comparison(made, see):
    addresses = see(made["library/regulation/r.md"]).addresses

    assert [one for one in addresses if "compare" in one] == [
        "r/compare-2022-2030.html",
        "r/compare-2018-2030.html",
        "r/compare-2018-2022.html",
    ]


def test_what_stands_around_the_articles_is_kept(made, see):
    text = see(made["library/regulation/r/2030.md"]).text

    for word in ("某年通过", "前言文字", "附表", "附件文字"):
        assert word in text


def test_a_summary_is_marked_on_every_page(made, see):
    for name in made:
        if name.startswith("library/regulation/r"):
            assert "不是官方原文" in see(made[name]).text
