"""Every arrangement is reachable from the home page in two clicks, with what is late."""

import posixpath

import pytest

from tests.coordination_library import FILES

ARRANGEMENTS = {
    *("整改台账", "逾期", "看板", "别处怎么办", "零通报", "考核", "仪表盘", "单位", "协作区"),
    *("联动监督", "两个责任", "党支部", "巡察协作", "政治监督清单", "专项监督", "廉政风险点"),
    *("我的岗位", "帮带", "讲师", "订单", "课表"),
}


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def test_the_home_page_leads_to_the_hub_and_the_hub_to_everything(made, see):
    home, hub = see(made["index.md"]), see(made["library/work.md"])

    assert "以案促治" in home.headings
    assert "library/work.html" in home.addresses
    assert all(name in hub.text for name in ARRANGEMENTS)
    for address in hub.addresses:
        target = posixpath.normpath(posixpath.join("library", address)).replace(".html", ".md")
        assert target in made, address
    assert len(set(hub.addresses)) > len(ARRANGEMENTS)


def test_it_counts_and_says_what_is_late(made, see):
    text = see(made["library/work.md"]).text

    for words in (
        "截至 2026年1月1日",
        "逾期1 项最长 185 天",
        "协作区1 个会议决议逾期 1 项",
        "两个责任3 期2 期没有按期通报",
        "巡察协作1 轮任务逾期 1 项",
        "政治监督清单1 张事项逾期 1 项",
        "订单4 份待安排 1 份",
    ):
        assert words in text, words


def test_the_talent_pool_is_named_where_it_is_alone(made, see, site):
    assert "人才库" not in see(made["library/work.md"]).text
    assert "人才库2 人" in see(site(FILES, "internal")["library/work.md"]).text


def test_without_ledgers_the_home_page_says_nothing_of_them(site, see):
    home = see(site({"cases/a.yaml": "标题: 案\n范围: 公开\n"})["index.md"])

    assert "以案促治" not in home.text
