"""The page of a post: from its risks to the list that is signed."""

import pytest

from tests.coordination_library import FILES

PAGE = "library/post/招标采购.md"


@pytest.fixture(scope="module")
def made(site):
    return site(FILES)


@pytest.fixture(scope="module")
def page(made, see):
    return see(made[PAGE])


def test_it_leads_from_risks_over_cases_and_clauses_to_the_list(page):
    assert page.headings == ["岗位风险", "典型案例", "相关条款", "对照自查清单"]
    assert "2 个风险点，1 件典型案例，2 处条款，3 条对照自查" in page.text


def test_a_risk_stands_under_its_step_with_its_grade_signs_and_controls(page):
    text = page.text.replace("\n", "")

    assert "权力环节：采购方式确定" in text
    assert "拆分项目 高风险" in text
    assert "合同都略低于限额" in text
    assert "../risk/fx-2.html" in page.addresses


def test_clauses_stand_under_the_version_that_counts(page):
    assert "《采购办法》（2020年版）第一条第二条" in page.text.replace("\n", "")
    assert "../regulation/banfa/2020.html#a2" in page.addresses


def test_there_is_a_line_for_name_unit_and_date_before_the_questions(made, page):
    source = made[PAGE].decode()

    assert source.index("aj-name-line") < source.index('class="aj-selfcheck"')
    assert page.text.count("是否按项目看总额") == 1


def test_the_ways_to_it(made, see):
    assert "post/招标采购.html" in " ".join(see(made["index.md"]).addresses)
    assert "../post/招标采购.html" in see(made["library/by-post/招标采购.md"]).addresses
    assert "../post/招标采购.html" in see(made["library/risk/fx-1.md"]).addresses


def test_a_post_without_risks_says_so(made, see):
    assert "这个岗位还没有登记风险点" in see(made["library/post/出纳.md"]).text


def test_what_an_edition_does_not_hold_is_on_no_page(site, see):
    files = FILES | {"cases/caigou.yaml": FILES["cases/caigou.yaml"].replace("公开\n", "内部\n", 1)}
    made = site(files)

    assert "拆分采购案" not in see(made[PAGE]).text
    assert "是否公示采购计划" not in see(made[PAGE]).text
    assert "library/post/出纳.md" not in made
