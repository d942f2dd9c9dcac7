"""The grid of units and months: three states, sums, streaks, a way from each cell to its row."""

import re

import pytest

from tests.month_library import FILES, Z, month


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


@pytest.fixture(scope="module")
def grid_page(made):
    return made["library/month/index.md"].decode()


def rows(page):
    """The cells of each unit as texts, by the name of the unit."""
    found = {}
    for one in re.findall(r"<tr>(<th scope=\"row\".*?)</tr>", page):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", one)
        name, *rest = (re.sub(r"<[^>]*>", "", cell) for cell in cells)
        found[name] = rest
    return found


def cell(page, unit, at):
    """The HTML of one cell of a unit."""
    row = next(one for one in page.splitlines() if one.startswith("<tr>") and f">{unit}<" in one)
    return re.findall(r"<td[^>]*>.*?</td>", row)[at]


def test_the_newest_twelve_months_are_shown_and_older_ones_have_a_year(made, grid_page):
    assert grid_page.count('<th scope="col"><a') == 12
    assert re.search('colspan="12">2025年', grid_page)
    assert "library/month/2025.md" in made
    assert made["library/month/2024.md"].decode().count('<th scope="col"><a') == 3


def test_three_states_differ_by_sign_and_word(grid_page):
    cells = rows(grid_page)

    assert cells["甲组"][:4] == ["2/0/1", "3/1/2", "零", "零"]
    assert cells["乙组"][:5] == ["2/0/1", "2/0/1", "未报", "零", "1/0/—"]
    assert 'class="aj-zero"' in cell(grid_page, "甲组", 2)
    assert "aj-unreported" in cell(grid_page, "乙组", 2)


def test_what_is_not_due_yet_or_not_yet_begun_is_neither_zero_nor_missing(grid_page):
    cells = rows(grid_page)

    assert cells["乙组"][11] == "待报"
    assert cells["丙组"][:6] == ["不计"] * 5 + ["2/0/1"]


def test_the_sums_of_units_months_and_all(grid_page):
    cells = rows(grid_page)

    assert cells["甲组"][12:15] == [str(7 * 2 + 3), "1", str(7 + 2)]
    assert cells["问题合计"][:2] == ["4", "5"]
    assert cells["问题合计"][12] == str(7 * 2 + 3 + 8 * 2 + 1 + 6 * 2)
    assert cells["立案合计"][13] == "1"


def test_how_many_have_reported_of_those_that_should(grid_page):
    line = grid_page.partition("已报/应报</th>")[2]

    assert re.findall(r"<td>(.*?)</td>", line)[:6] == ["2/2", "2/2", "1/2", "2/2", "2/2", "3/3"]


def test_the_trend_is_told_in_numbers_too(grid_page):
    bars = re.findall(r"aj-bar-(.)", cell(grid_page, "乙组", -1))

    assert rows(grid_page)["乙组"][-1].split() == ["4", "3", "6", "4"]
    assert bars[:4] == ["8", "8", "x", "0"]


def test_a_late_report_says_so_in_its_cell_and_in_words(grid_page):
    assert "迟报" in cell(grid_page, "甲组", 6)
    assert "2025年7月（2025年8月9日报送）" in grid_page


def test_streaks_missing_and_incomplete_reports_are_told_in_words(grid_page, see, made):
    text = see(made["library/month/index.md"]).text

    assert "甲组　连续4个月零报告：2025年3月至6月，建议去看一看" in text
    assert "乙组　2025年3月\n" in text
    assert "从来没有月报的单位：丁组" in text
    assert "乙组　2025年5月（缺处置线索）" in text


def test_the_streak_that_is_flagged_is_that_of_the_settings(site):
    settings = "site_name: 库\nextra: {anjian: {台账: {零通报提醒: 5}}}\n"
    page = site(FILES, configuration=settings)["library/month/index.md"].decode()

    assert "连续 5 个月以上零报告" in page
    assert "连续4个月零报告" not in page


def test_every_cell_leads_to_the_row_of_its_report(grid_page, made, see):
    row = made["library/month/jia-2025.md"]
    address = re.search(r'href="([^"]*)"', cell(grid_page, "甲组", 1))[1]

    assert address == "jia-2025.html#m-jia-2025-02"
    assert "m-jia-2025-02" in see(row).ids
    assert '<a href="notice-2025-02.html">2月</a>' in grid_page


def test_the_page_of_a_unit_and_year_has_a_row_for_every_month(made, see):
    page = see(made["library/month/jia-2025.md"])
    text = page.text

    assert sum(one.startswith("m-jia-2025-") for one in page.ids) == 12
    assert "应报 12 个月，已报 12 个月，其中零报告 4 个月，迟报 1 个月" in text
    assert "连续4个月零报告：2025年3月至6月" in text
    assert "案例：采购案" in text
    assert "整改：无人到场" in text
    assert "抽查三家" in text
    assert "../case/a.html" in page.addresses
    assert "../rectification/jia.html#z1" in page.addresses


def test_a_month_that_was_not_reported_is_in_its_place(made, see):
    page = see(made["library/month/yi-2025.md"])
    line = next(one for one in page.source.splitlines() if "3月</a>" in one)

    assert "未报" in line
    assert 'id="_2025-03"' in line


def test_figures_on_the_page_of_a_unit_add_up(made):
    line = made["library/month/jia-2025.md"].decode().partition("<tfoot>")[2]

    assert re.findall(r"<td>(.*?)</td>", line)[:4] == ["17", "1", "9", "4"]


@pytest.fixture(scope="module")
def hidden(site):
    """The same library, in which the public edition must not show one unit and one month."""
    extra = {
        "ledgers/months/jia-2025-12.yaml": month("jia", "2025-12", (77, 55, 66), {"范围": "内部"}),
        "ledgers/months/mi-2025.yaml": month("mi", "2025-05", (88, 0, 0), {"范围": "内部"})
        + month("mi", "2025-06", Z, {"范围": "内部"}),
        "ledgers/units/mi.yaml": "- {编号: mi, 名称: 密组, 范围: 内部}\n",
    }
    kept, _, _ = FILES["ledgers/months/jia-2025.yaml"].partition("- 编号: m-jia-2025-12")
    files = FILES | {"ledgers/months/jia-2025.yaml": kept}
    return site(files | extra), site(files), site(files | extra, "internal")


def test_internal_rows_leave_no_trace_in_the_public_edition(hidden):
    public, bare, _ = hidden
    pages = [path for path in public if path.startswith(("library/month", "library/assess"))]

    assert pages == [path for path in bare if path.startswith(("library/month", "library/assess"))]
    for path in pages:
        assert public[path] == bare[path], path


def test_the_internal_edition_holds_them(hidden):
    _, _, internal = hidden
    page = internal["library/month/index.md"].decode()

    assert "密组" in page
    assert rows(page)["甲组"][11] == "77/55/66"


def test_without_reports_there_is_a_page_that_says_so(site, see):
    made = site({"ledgers/units/u.yaml": "- {编号: jia, 名称: 甲组, 范围: 公开}\n"})

    assert "还没有月报" in see(made["library/month/index.md"]).text
    assert "没有可以考核的" in see(made["library/assessment/index.md"]).text
