"""The assessment: the formula in words, and no number without its way back to the records."""

import re
from html import unescape

import pytest

from tests.month_library import FILES

SETTINGS = """site_name: 库
extra:
  anjian:
    台账:
      考核基础分: 50
      考核:
        - {指标: 按时报送, 每个: 1, 最多: 10}
        - {指标: 迟报, 每个: -0.5}
        - {指标: 漏报, 每个: -3}
        - {指标: 发现问题, 每个: 0.5, 最多: 6}
        - {指标: 销号, 每个: 2}
        - {指标: 逾期, 每个: -2, 最多: 4}
        - {指标: 回访, 每个: 1}
        - {指标: 授课, 每个: 2}
"""


@pytest.fixture(scope="module")
def made(site):
    return site(FILES, configuration=SETTINGS)


@pytest.fixture(scope="module")
def page(made):
    return unescape(made["library/assessment/2025.md"].decode())


def row(page, unit):
    """The cells of a unit after its name, as HTML."""
    line = next(
        one for one in page.splitlines() if one.startswith("<tr><th") and f">{unit}<" in one
    )
    return re.findall(r"<td[^>]*>(.*?)</td>", line)


def numbers(page, unit):
    """How many and how many points, by measure."""
    labels = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', page)[3:]
    cells = [
        re.search(r"(?:<summary>|aj-none\">)(.*?)<.*points\">(.*?) 分", one)
        for one in row(page, unit)[2:]
    ]
    return {label: (cell[1], cell[2]) for label, cell in zip(labels, cells, strict=True)}


def test_the_formula_is_told_in_words(page, made, see):
    for name in ("2025", "index"):
        text = see(made[f"library/assessment/{name}.md"]).text
        assert "基础分 50 分" in text
        assert "按时报送每个加 1 分，最多加 10 分" in text
        assert "迟报每个扣 0.5 分" in text
        assert "逾期每个扣 2 分，最多扣 4 分" in text


def test_counts_points_and_their_limits(page):
    assert numbers(page, "甲组") == {
        "按时报送": ("11", "+10"),
        "迟报": ("1", "−0.5"),
        "漏报": ("0", "0"),
        "发现问题": ("17", "+6"),
        "销号": ("0", "0"),
        "逾期": ("1", "−2"),
        "回访": ("0", "0"),
        "授课": ("1", "+2"),
    }
    assert numbers(page, "乙组")["漏报"] == ("1", "−3")
    assert numbers(page, "乙组")["销号"] == ("1", "+2")


def test_the_total_is_the_sum_of_what_is_shown(page):
    for unit in ("甲组", "乙组", "丙组", "丁组"):
        total, base, *_ = row(page, unit)
        points = sum(float(one[1].replace("−", "-")) for one in numbers(page, unit).values())
        assert float(total) == float(base) + points
    assert row(page, "甲组")[0] == "65.5"


def test_every_number_opens_to_the_records_that_make_it_up(page):
    for unit in ("甲组", "乙组", "丙组"):
        for cell, (count, _) in zip(row(page, unit)[2:], numbers(page, unit).values(), strict=True):
            assert ("<details>" in cell) == (count != "0")

    figures = row(page, "甲组")[5]
    assert sum(int(one) for one in re.findall(r"月：(\d+)<", figures)) == 17
    assert 'href="../month/jia-2025.html#m-jia-2025-02"' in figures
    assert 'href="../rectification/jia.html#z1"' in row(page, "甲组")[7]
    assert 'href="../order/d1.html"' in row(page, "甲组")[9]


def test_a_missing_report_leads_to_where_it_is_missing(page, made, see):
    address = re.search('href="([^"]*)"', row(page, "乙组")[4])[1]

    assert address == "../month/yi-2025.html#_2025-03"
    assert "_2025-03" in see(made["library/month/yi-2025.md"]).ids


def test_the_highest_comes_first(page):
    names = re.findall(r'<tr><th scope="row"[^>]*><a[^>]*>(.*?)</a>', page)
    totals = [float(row(page, name)[0]) for name in names]

    assert totals == sorted(totals, reverse=True)
    assert len(names) == 4


def test_the_list_shows_every_year(made, page):
    text = made["library/assessment/index.md"].decode()
    line = next(one for one in text.splitlines() if one.startswith("<tr><th") and "甲组" in one)

    assert re.findall(r"<td>(.*?)</td>", line) == [row(page, "甲组")[0], "56"]
    assert '<a href="2025.html">2025年</a>' in text
