"""The monthly notice says what the figures say, and names whom it is about."""

import re

import pytest

from tests.month_library import FILES


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


def sections(page):
    """The paragraphs of each section by its heading."""
    parts = re.split(r"^<h2[^>]*>(.*)</h2>$", page.decode(), flags=re.MULTILINE)
    return {
        parts[at][2:]: [re.sub("<[^>]*>", "", one) for one in re.findall("<p>(.*)</p>", body)]
        for at, body in zip(range(1, len(parts), 2), parts[2::2], strict=True)
    }


def test_every_month_has_its_notice(made):
    names = [name for name in made if name.startswith("library/month/notice-")]

    assert len(names) == 15
    assert "library/month/notice-2024-10.md" in names
    assert "library/month/notice-2025-12.md" in names


def test_who_reported_zero_and_who_did_not_is_named(made):
    told = sections(made["library/month/notice-2025-03.md"])["报送情况"]

    assert told[0] == "应报送2家，已报送1家，其中报有数据的0家、零报告1家；未报送1家。"
    assert told[1] == "零报告的单位：甲组。"
    assert told[2].startswith("未报送的单位：乙组。零报告不等于不报告")


def test_who_was_late_and_who_left_something_out_is_named(made):
    late = sections(made["library/month/notice-2025-07.md"])["报送情况"]
    partial = sections(made["library/month/notice-2025-05.md"])["报送情况"]

    assert "迟报1家。" in late[0]
    assert late[1] == "迟报的单位：甲组（2025年8月9日报送）。报送期限是次月5日。"
    assert partial[-1].startswith("缺项的单位：乙组（缺处置线索）。")


def test_who_still_has_time_is_not_called_missing(made):
    told = sections(made["library/month/notice-2025-12.md"])["报送情况"]

    assert told[0].endswith("未报送0家；还没有到报送期限的2家。")
    assert not any("未报送的单位" in one for one in told)


def test_the_figures_are_summed_and_compared_with_the_month_before(made):
    told = sections(made["library/month/notice-2025-02.md"])["数据情况"]

    assert told[0] == (
        "当月共发现问题5个，立案1件，处置线索3件，第一种形态4人次。"
        "与上月相比，发现问题增加1个，立案增加1件，处置线索增加1件，第一种形态增加4人次。"
    )
    assert told[1] == "发现问题较多的单位：甲组（3个）、乙组（2个）。"
    assert told[2] == "当月发现的问题，列入整改台账1项，见各单位月报。"


def test_a_streak_is_told_from_the_month_on_in_which_it_is_long_enough(made):
    def doubts(month):
        return sections(made[f"library/month/notice-2025-0{month}.md"]).get("需要关注的情况")

    assert doubts(4) is None
    assert doubts(5)[0].startswith("甲组连续3个月零报告：2025年3月至5月。建议去看一看")
    assert doubts(6)[0].startswith("甲组连续4个月零报告：2025年3月至6月。")
    assert doubts(7) is None


def test_the_table_holds_every_unit_and_leads_to_its_report(made, see):
    page = see(made["library/month/notice-2025-02.md"])
    row = next(
        one for one in page.source.splitlines() if one.startswith("<tr><th") and "甲组" in one
    )

    assert re.findall(r">([^<>]+)<", row) == ["甲组", "3", "1", "2", "4", "3月4日", "列入整改1项"]
    assert 'href="jia-2025.html#m-jia-2025-02"' in row
    assert "丁组" not in page.text
