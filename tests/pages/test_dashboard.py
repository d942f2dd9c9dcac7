"""The dashboard: findings that are true, and tables whose numbers lead to what they count."""

import posixpath
import re

import pytest

from tests.ledger_library import FILES as LEDGERS

PAGE = "library/dashboard.md"
CONFIGURATION = (
    "site_name: 库\nextra:\n  anjian:\n    领域: [教育, 司法, 交通]\n    岗位: [出纳, 文书]\n"
)
CASES = {
    "cases/a.yaml": (
        "标题: 甲案\n范围: 公开\n领域: 教育\n层级: 乡科级\n处理时间: 2021\n岗位: [出纳]\n"
        "处理结果: {党纪处分: 警告, 形态: 2}\n"
    ),
    "cases/b.yaml": (
        "标题: 乙案\n范围: 公开\n领域: 教育\n层级: 乡科级\n处理时间: 2023\n"
        "处理结果: {党纪处分: 警告, 政务处分: 记过, 形态: 1}\n"
    ),
    "cases/c.yaml": "标题: 丙案\n范围: 公开\n领域: 司法\n层级: 厅局级\n",
    "cases/d.yaml": "标题: 丁案\n领域: 司法\n层级: 其他\n处理时间: 2024\n",
}


@pytest.fixture(scope="module")
def made(site):
    return site(CASES | LEDGERS, configuration=CONFIGURATION)


def figure(made, name: str) -> str:
    """One figure of the page, from its heading to the end of its table."""
    text = made[PAGE].decode()
    start = text.index(f'id="{name}"')
    return text[start : text.index("</table>", start)]


def table(made, name: str) -> dict[str, list[str]]:
    """The rows of the table of a figure, as they read."""
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", figure(made, name))
    return {
        shown(head): [shown(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", rest)]
        for head, rest in rows
    }


def shown(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def headings(made) -> str:
    return " ".join(re.findall(r"<h[23][^>]*>(.*?)</h[23]>", made[PAGE].decode()))


def test_every_heading_says_what_was_found(made):
    text = headings(made)

    assert "案例最多的领域：教育，2 件" in text
    assert "党纪处分：警告最多，2 件" in text
    assert "四种形态：第一种形态、第二种形态最多，各 1 件" in text
    assert "3 项整改，1 项已销号，1 项逾期" in text
    assert "1 个单位漏报 3 次" in text
    assert "领域与层级的 15 格里有 13 格是缺口，1 个领域完全没有案例" in text


def test_cases_are_counted_by_trade_and_year(made):
    assert table(made, "trades") == {"教育": ["1", "1", "0"], "司法": ["0", "0", "1"]}
    heads = re.findall(r'data-column="([^"]*)"', figure(made, "trades"))
    assert heads == ["2021", "2023", ""]
    assert "未注明" in figure(made, "trades")


def test_years_before_the_last_are_taken_together_where_there_are_many(site):
    cases = {
        f"cases/c{year}.yaml": f"标题: 案\n范围: 公开\n领域: 教育\n处理时间: {year}\n"
        for year in range(2010, 2020)
    }
    made = site(cases, configuration=CONFIGURATION)

    assert table(made, "trades") == {"教育": ["4", *["1"] * 6]}
    assert "更早" in figure(made, "trades")


def test_outcomes_lead_to_lists_of_as_many_cases(made):
    for name in ("outcome-party", "outcome-official", "outcome-form"):
        counted = re.findall(r'<td[^>]*><a href="([^"]+)">(\d+)</a></td>', figure(made, name))
        assert counted
        for address, number in counted:
            target = posixpath.normpath(posixpath.join("library", address.replace(".html", ".md")))
            listed = re.findall(r"^<li><a ", made[target].decode(), re.MULTILINE)
            assert len(listed) == int(number), address


def test_every_link_leads_to_a_page_that_is_there(made):
    addresses = set(re.findall(r'href="([^"#]+)', made[PAGE].decode()))

    assert len(addresses) > 20
    for address in addresses:
        target = posixpath.normpath(posixpath.join("library", address.replace(".html", ".md")))
        assert target in made, address


def test_zero_missing_and_a_number_differ_by_word_and_state(made):
    text = figure(made, "months")
    states = dict(re.findall(r'<td data-state="(\w+)"[^>]*>(?:<a[^>]*>)?([^<]+)', text))

    assert states["missing"] == "未报"
    assert states["zero"] == "零"
    assert states["some"].isdigit()
    assert table(made, "months")["甲组"] == ["6", "零", "零", "零", "1"]


def test_a_month_leads_to_its_report_and_its_notice(made):
    text = figure(made, "months")

    assert 'href="month/jia-2025.html#m-jia-2025-01"' in text
    assert 'href="month/notice-2025-01.html"' in text


def test_the_loop_is_told_step_by_step(made):
    found = table(made, "loop")

    assert found["整改任务"] == ["3"]
    assert found["已完成"] == ["2"]
    assert found["已销号"] == ["1"]


def test_gaps_are_said_in_words_and_shown_as_gaps(made):
    text = shown(made[PAGE].decode())

    assert "完全没有案例的领域：交通。" in text
    assert "2 个岗位里有 1 个没有案例：文书。" in text
    assert table(made, "coverage")["交通"][:5] == ["缺"] * 5
    assert table(made, "coverage")["教育"][5] == "出纳 1"


def test_an_edition_counts_its_own_records(site, made):
    internal = site(CASES | LEDGERS, "internal", CONFIGURATION)

    assert table(made, "trades")["司法"] == ["0", "0", "1"]
    assert table(internal, "trades")["司法"] == ["0", "0", "1", "1"]
    assert "<strong>4</strong><span>案例</span>" in made[PAGE].decode()
    assert "<strong>5</strong><span>案例</span>" in internal[PAGE].decode()


def test_what_an_edition_does_not_hold_is_not_spoken_of(site):
    made = site(CASES, configuration=CONFIGURATION)
    text = made[PAGE].decode()

    assert 'id="trades"' in text
    for word in ("整改", "月报", "逾期", "漏报"):
        assert word not in text


def test_an_empty_library_has_a_page_too(site):
    assert "还没有填写领域的案例" in site({})[PAGE].decode()


def test_only_the_units_that_lack_most_are_drawn_where_there_are_many(site):
    units = "".join(f"- {{编号: u-{n:02d}, 名称: 单位{n:02d}, 范围: 公开}}\n" for n in range(50))
    months = "".join(
        f"- {{编号: m-{n}-{month}, 单位: u-{n:02d}, 月份: 2025-0{month}, 发现问题: 1, 立案: 0,"
        " 处置线索: 0, 范围: 公开}\n"
        for n in range(50)
        for month in ((1, 3) if n == 49 else (1, 2, 3))
    )
    files = {"ledgers/units/u.yaml": units, "ledgers/months/m.yaml": months}
    made = site(files, "internal")
    found = table(made, "months")

    assert len(found) == 40
    assert found["单位49"] == ["1", "未报", "1"]
    assert "只列漏报最多的 40 个单位" in figure(made, "months")
