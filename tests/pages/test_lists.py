"""Home, indexes, matrix: numbers that are true and lead to what they count."""

import re

import pytest

FILES = {
    "cases/a.yaml": (
        "标题: 甲案\n范围: 公开\n领域: 教育\n层级: 乡科级\n处理时间: 2021\n"
        "关键词: [采购, 食堂]\n岗位: [出纳]\n违反纪律: [廉洁, 工作]\n"
    ),
    "cases/b.yaml": (
        "标题: 乙案\n范围: 公开\n领域: 教育\n层级: 乡科级\n处理时间: 2023\n"
        "关键词: [采购]\n岗位: [出纳]\n"
    ),
    "cases/c.yaml": "标题: 丙案\n范围: 公开\n领域: 司法\n层级: 厅局级\n处理时间: 2022\n",
    "cases/d.yaml": "标题: 丁案\n范围: 公开\n",
    "materials/lessons/l.yaml": "标题: 一课\n范围: 公开\n",
}
CONFIGURATION = (
    "site_name: 库\nextra:\n  anjian:\n    领域: [教育, 司法, 其他]\n    首页导语: 导语文字\n"
)


@pytest.fixture(scope="module")
def made(site):
    return site(FILES, configuration=CONFIGURATION)


def numbers(page: str) -> dict[str, int]:
    """Every tile of a page: what it leads to and how many it says are there."""
    tiles = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', page)
    counted = {}
    for address, inner in tiles:
        found = re.search(r">(\d+)(?: 件)?<", inner)
        if found:
            counted[address] = int(found[1])
    return counted


def rows(made, name: str) -> int:
    """How many records a list page holds."""
    return len(re.findall(r"^<li><a ", made[name].decode(), re.MULTILINE))


def test_every_number_of_the_home_page_is_what_its_list_holds(made):
    counted = numbers(made["index.md"].decode())

    assert len(counted) >= 5
    for address, number in counted.items():
        assert rows(made, address.replace(".html", ".md")) == number, address


@pytest.mark.parametrize("facet", ["industry", "discipline", "level", "year", "post"])
def test_every_number_of_an_index_is_what_its_list_holds(made, facet):
    counted = numbers(made[f"library/by-{facet}/index.md"].decode())

    assert counted
    for address, number in counted.items():
        assert rows(made, f"library/by-{facet}/{address}".replace(".html", ".md")) == number


def test_the_newest_come_first_and_those_without_a_date_last(made, see):
    text = see(made["library/case/index.md"]).text
    places = [text.index(title) for title in ("乙案", "丙案", "甲案", "丁案")]

    assert places == sorted(places)


def test_years_count_backwards_and_levels_upwards(made, see):
    years = see(made["library/by-year/index.md"]).text
    levels = see(made["library/by-level/index.md"]).text

    assert years.index("2023") < years.index("2022") < years.index("2021")
    assert levels.index("乡科级") < levels.index("厅局级")


def test_the_matrix_shows_gaps_as_gaps(made, see):
    page = see(made["library/matrix.md"])

    assert page.text.count("缺") == 3 * 5 - 2 + 1
    assert "共 13 格" in page.text
    assert "另有 1 件案例没有填写领域或层级" in page.text
    assert "甲案" in page.text


def test_every_keyword_leads_to_its_cases(made, see):
    page = see(made["library/by-keyword/index.md"])

    assert page.addresses.count("../case/a.html") == 2
    assert page.text.index("采购") < page.text.index("食堂")


def test_every_kind_has_a_list_also_an_empty_one(made, see):
    assert "一课" in see(made["library/lesson/index.md"]).text
    assert "还没有" in see(made["library/practice/index.md"]).text


def test_the_home_page_greets_in_the_words_of_the_project(made, see):
    assert "导语文字" in see(made["index.md"]).text


def test_an_empty_library_has_pages_too(site, see):
    made = site({})

    assert see(made["index.md"]).text
    assert "library/case/index.md" in made
    assert all(see(made[name]).text for name in made if name.endswith(".md"))
