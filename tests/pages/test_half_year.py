"""The summary for the half-year meeting adds the months up, and what became of the problems."""

import re

import pytest

from tests.month_library import FILES


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


@pytest.fixture(scope="module")
def first(made):
    return made["library/month/half-2025-1.md"].decode()


def table(page, heading):
    """The rows of the table below a heading, as texts."""
    body = page.partition(f"、{heading}</h2>")[2].partition("</table>")[0]
    rows = re.findall("<tr>(.*)</tr>", body)
    return [
        [re.sub("<[^>]*>", "", one) for one in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in rows
    ]


def test_every_half_year_with_reports_has_a_page(made):
    names = [name for name in made if name.startswith("library/month/half-")]

    assert names == [f"library/month/half-{one}.md" for one in ("2024-2", "2025-1", "2025-2")]


def test_units_add_up(first):
    heads, *rest = table(first, "分单位情况")
    rows = {row[0]: row[1:] for row in rest}

    assert heads[1:] == [
        *("发现问题", "立案", "处置线索", "第一种形态"),
        *("零报告", "未报", "新列整改", "销号"),
    ]
    assert rows["甲组"] == ["5", "1", "3", "4", "4", "0", "1", "0"]
    assert rows["乙组"] == ["7", "0", "3", "0", "1", "1", "1", "1"]
    assert rows["丙组"] == ["2", "0", "1", "0", "0", "0", "0", "0"]
    assert rows["合计"] == ["14", "1", "7", "4", "5", "1", "2", "1"]


def test_areas_add_up_and_units_in_none_are_told(first):
    rows = {row[0]: row[1:] for row in table(first, "分协作区情况")}

    assert rows["第一协作区"] == ["12", "1", "6", "4", "5", "1", "2", "1"]
    assert rows["未编入协作区"] == ["2", "0", "1", "0", "0", "0", "0", "0"]
    assert rows["合计"] == ["14", "1", "7", "4", "5", "1", "2", "1"]


def test_reports_are_counted(first):
    assert "3家单位应报月报13份，已报12份，其中零报告5份；未报1份，迟报0份。" in first


def test_streaks_and_gaps_are_named(first, see, made):
    text = see(made["library/month/half-2025-1.md"]).text

    assert "甲组连续4个月零报告：2025年3月至6月" in text
    assert "未报：乙组（2025年3月）。" in text
    assert "迟报：甲组（2025年7月）。" in see(made["library/month/half-2025-2.md"]).text


def test_what_was_closed_and_what_is_overdue_is_named(made, see):
    text = see(made["library/month/half-2025-1.md"]).text

    assert "新列入整改2项，销号1项。" in text
    assert "销号的：没有核对。" in text
    assert "截至2026年1月1日逾期没有完成的1项" in text
    assert "无人到场" in text.partition("逾期没有完成")[2]
    assert "185天" in text
    assert "逾期没有完成" not in see(made["library/month/half-2024-2.md"]).text


def test_cases_that_were_used_are_named_without_a_note_on_each(made, see):
    page = see(made["library/month/half-2025-1.md"])

    assert "当期立案、列为案例的：采购案。" in page.text
    assert "按订单授课1次，用到案例2件。" in page.text
    assert "用到的案例：验收案；采购案。" in page.text
    assert "../case/b.html" in page.addresses


def test_half_years_of_like_length_are_compared(made, see):
    assert "与2025年上半年相比" in see(made["library/month/half-2025-2.md"]).text
    assert "与2024年下半年相比" not in see(made["library/month/half-2025-1.md"]).text


def test_a_half_year_of_fewer_months_says_so(made, see):
    assert "2024年10月至12月的月报；不满半年" in see(made["library/month/half-2024-2.md"]).text
