"""A ledger: found in, chosen from, sorted by key, printed as it is shown, whole without script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TABLE = "table.aj-ledger"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def ledger(visit):
    return visit("ledger of a unit")


def rows(page) -> list[str]:
    shown = page.locator(f"{TABLE} tbody tr").filter(visible=True)
    return shown.evaluate_all("all => all.map((one) => one.id)")


def test_text_finds_rows_and_the_count_is_said(ledger):
    status = ledger.get_by_role("status").filter(has_text="项")
    assert status.inner_text() == "共 7 项"
    ledger.get_by_label("在表里找").fill("空白 章")
    assert rows(ledger) == ["xz-1-5"]
    assert status.inner_text() == "含“空白 章”：7 项里有 1 项"
    ledger.get_by_label("在表里找").fill("没有这样的字")
    assert rows(ledger) == []
    assert "7 项里没有" in status.inner_text()
    ledger.get_by_role("button", name="显示全部").click()
    assert len(rows(ledger)) == 7
    expect(ledger.get_by_label("在表里找")).to_be_focused()


def test_choices_come_from_the_columns_and_go_together(ledger):
    stage = ledger.get_by_label("进展", exact=True)
    offered = stage.locator("option").all_inner_texts()
    assert offered[:5] == ["进展：全部", "未启动", "整改中", "待回访", "已销号"]
    stage.select_option("整改中")
    assert rows(ledger) == ["xz-1-1", "xz-1-5", "xz-1-6", "xz-1-7"]
    ledger.get_by_label("漏洞类型").select_option("招标评审")
    assert rows(ledger) == ["xz-1-7"]


def test_headers_sort_by_key_and_say_so(ledger):
    due = ledger.get_by_role("columnheader", name="责任与期限")
    assert due.get_attribute("aria-sort") == "none"
    due.get_by_role("button").focus()
    ledger.keyboard.press("Enter")
    assert due.get_attribute("aria-sort") == "ascending"
    assert rows(ledger) == ["xz-1-7", "xz-1-3", "xz-1-5", "xz-1-2", "xz-1-1", "xz-1-6", "xz-1-4"]
    ledger.keyboard.press("Space")
    assert due.get_attribute("aria-sort") == "descending"
    assert rows(ledger)[0] == "xz-1-4"
    ledger.keyboard.press("Enter")
    assert due.get_attribute("aria-sort") == "none"
    assert rows(ledger) == [f"xz-1-{n}" for n in range(1, 8)]
    assert ledger.get_by_role("columnheader", name="措施").get_by_role("button").count() == 0


def test_who_comes_back_finds_what_was_chosen(ledger):
    ledger.get_by_label("进展", exact=True).select_option("待回访")
    ledger.locator(f"{TABLE} a").filter(visible=True).first.click()
    ledger.go_back()
    ledger.wait_for_load_state()
    assert rows(ledger) == ["xz-1-2"]


def test_a_link_to_a_row_shows_it_though_it_was_filtered_away(ledger):
    ledger.get_by_label("进展", exact=True).select_option("待回访")
    ledger.evaluate("window.location.hash = 'xz-1-7'")
    expect(ledger.locator("#xz-1-7")).to_be_visible()


def test_an_address_that_is_no_text_leaves_the_table_as_it_is(ledger):
    ledger.evaluate("window.location.hash = '%E5%'")
    ledger.reload()

    assert ledger.get_by_label("在表里找").is_visible()


def test_paper_holds_what_is_shown_and_says_what_that_is(ledger):
    ledger.get_by_label("进展", exact=True).select_option("待回访")
    ledger.emulate_media(media="print")
    assert rows(ledger) == ["xz-1-2"]
    assert ledger.get_by_text("进展为“待回访”：7 项里有 1 项").is_visible()
    assert not ledger.get_by_label("在表里找").is_visible()


def test_rows_are_blocks_with_names_on_a_narrow_screen(visit):
    page = visit("ledger of a unit", 390)
    cell = page.locator("#xz-1-1 td").nth(1)
    label = "one => getComputedStyle(one, '::before').content"
    assert cell.evaluate(label) == '"措施"'
    first = page.locator("#xz-1-1 td").first.bounding_box()
    assert cell.bounding_box()["y"] >= first["y"] + first["height"] - 1
    assert page.evaluate(SIDEWAYS) == 0
    page.get_by_label("排序").select_option(label="责任与期限：从大到小")
    assert rows(page)[0] == "xz-1-4"


def test_the_table_is_whole_without_script(visit):
    page = visit("ledger of a unit", java_script_enabled=False)
    assert len(rows(page)) == 7
    assert page.get_by_text("责任与期限").is_visible()
    assert page.get_by_label("在表里找").count() == 0


@pytest.mark.parametrize(("width", "columns"), [(1280, 4), (390, 1)])
def test_the_board_stands_in_columns_or_below_each_other(width, columns, visit):
    page = visit("board", width)
    lefts = {round(one.bounding_box()["x"]) for one in page.locator(".aj-lane").all()}
    assert len(lefts) == columns
    assert page.evaluate(SIDEWAYS) == 0
