"""对照自查: ticked on the screen, printed empty, kept nowhere."""

import pytest

pytestmark = pytest.mark.browser


def test_ticks_are_counted_and_not_kept(visit):
    page = visit("case")
    boxes = page.locator(".aj-selfcheck").get_by_role("checkbox")
    assert boxes.count() == 3
    page.get_by_text("是否存在同一部位").click()
    assert boxes.nth(1).is_checked()
    boxes.nth(0).focus()
    page.keyboard.press("Space")
    assert "已核对 2 项，共 3 项" in page.locator(".aj-selfcheck-box [role=status]").inner_text()
    stored = page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    assert "check" not in stored
    page.reload()
    assert page.locator(".aj-selfcheck input:checked").count() == 0


def test_the_list_is_printed_alone_and_empty(visit):
    page = visit("case")
    page.locator(".aj-selfcheck input").first.check()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印清单").click()
    page.emulate_media(media="print")
    sheet = page.locator(".aj-sheet")
    assert sheet.get_by_text("对照自查清单：某县河道工程").is_visible()
    assert sheet.get_by_text("签名：").is_visible()
    assert sheet.get_by_text("日期：").is_visible()
    assert sheet.locator("li").count() == 3
    assert not page.locator("h1").is_visible()
    assert not page.locator("#facts").is_visible()
    assert page.locator(".aj-selfcheck input").first.is_hidden()
    box = "getComputedStyle(document.querySelector('.aj-selfcheck li'), '::before').borderTopStyle"
    assert page.evaluate(box) == "solid"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible()


def test_the_list_of_a_post_is_printed_with_a_line_for_name_unit_and_date(visit):
    page = visit("post")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印清单").click()
    page.emulate_media(media="print")
    sheet = page.locator(".aj-sheet")
    assert sheet.get_by_text("对照自查清单：").is_visible()
    assert sheet.get_by_text("姓名单位日期").is_visible()
    assert sheet.get_by_text("签名：").is_visible()
    assert sheet.get_by_text("日期：").count() == 0
    assert not page.locator("#risks").is_visible()
