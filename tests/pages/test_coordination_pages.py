"""Units, areas, inspections, lists of supervision, notices, people: what is late is said."""

import pytest

from tests.coordination_library import FILES, NOTICES, UNITS


@pytest.fixture(scope="module")
def public(site):
    return site(FILES)


@pytest.fixture(scope="module")
def internal(site):
    return site(FILES, "internal")


@pytest.fixture(scope="module")
def unit(public, see):
    return see(public["library/unit/jia.md"])


def test_a_unit_shows_its_area_branch_and_the_office_behind_it(unit):
    assert "协作区第一协作区，牵头单位 甲组" in unit.text
    assert "党支部甲组党支部联系监督检查室：第三监督检查室" in unit.text
    assert {"../area/a.html", "../branch/zb-jia.html"} <= set(unit.addresses)


def test_a_unit_shows_its_rectifications_by_stage_and_what_is_late(unit):
    assert "整改中，逾期 185 天" in unit.text
    assert "../rectification/jia.html#z1" in unit.addresses
    assert "../rectification/overdue.html" in unit.addresses


def test_a_month_says_in_words_how_it_was_reported(unit):
    assert "2025年3月000零通报，迟报" in unit.text
    assert "2025年5月10—已报，缺数" in unit.text
    assert "../month/jia-2025.html#m-jia-2025-03" in unit.addresses


def test_a_unit_shows_what_it_was_given_to_do(unit, public, see):
    assert "报送方案巡后，逾期 1 天，期限 2025年12月31日" in unit.text
    assert "到场看验收督办中，逾期 2 天" in unit.text
    assert "监督责任，每季一次，1 期没有按期通报" in unit.text
    other = see(public["library/unit/yi.md"]).text
    assert "列出数据目录第一协作区，2025年9月10日；整改中，逾期 10 天" in other
    assert "一月的课" in other


def test_an_area_tracks_its_resolutions_and_adds_up_its_units(public, see):
    page = see(public["library/area/a.md"])

    assert "会议决议2 项，逾期 1 项" in page.text
    assert "J1 列出数据目录乙组2025年12月22日整改中，逾期 10 天" in page.text
    assert "甲组313211" in page.text.replace("\n", "")
    assert "联络员甲组工作人员" in page.text


def test_an_inspection_stands_in_three_phases_with_its_ledger(public, see):
    page = see(public["library/inspection/x.md"])

    assert "3 项，完成 1 项，逾期 1 项" in page.text
    assert (
        page.text.index("巡前 1 项") < page.text.index("巡中 0 项") < page.text.index("巡后 2 项")
    )
    assert "迟了 3 天" in page.text
    assert "../rectification/jia.html#z2" in page.addresses


def test_a_list_of_supervision_says_how_far_each_item_is(public, see):
    page = see(public["library/checklist/q.md"])

    assert "共 2 项，已办结 1 项，逾期没有办结 1 项" in page.text
    assert "2 项，已销号 1 项" in page.text
    assert "没有台账" in page.text


def test_notices_that_are_late_or_missing_come_first(public, see):
    text = see(public["library/notice/index.md"]).text

    assert "乙组上半年通报逾期 154 天" in text
    assert "甲组，监督责任，2025年9月这一期没有这一期" in text
    assert "迟了通报，5 天" in text


def test_a_notice_of_a_unit_that_the_edition_does_not_hold_is_in_no_series(site):
    units = UNITS.replace("  范围: 公开\n", "")
    made = site({"ledgers/units/u.yaml": units, "ledgers/notices/n.yaml": NOTICES})

    assert "本版还没有两个责任通报" in made["library/notice/index.md"].decode()


def test_branches_stand_under_the_office_behind_them(public, see):
    text = see(public["library/branch/index.md"]).text

    assert text.index("第二监督检查室") < text.index("乙组党支部") < text.index("第三监督检查室")


def test_people_of_the_pool_are_found_by_skill_and_who_is_free_comes_first(internal, public, see):
    text = see(internal["library/talent/index.md"]).text

    assert text.index("可抽调 1 人") < text.index("需协调 1 人")
    assert "财务审计另一位（可抽调）；某老师（需协调）" in text.replace("\n", "")
    assert "本版没有人才库" in see(public["library/talent/index.md"]).text
    assert not [name for name in public if name.startswith("library/talent/rc")]
