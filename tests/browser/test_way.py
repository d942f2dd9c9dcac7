"""The way through the site that every reader takes, from a disk and from a server."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("where", ["disk", "server"])
def test_from_home_to_the_clause_and_by_search(where, site, request, watched, address, search):
    place = site if where == "disk" else request.getfixturevalue("served")
    page = watched(offline=where == "disk")
    page.goto(address(place, "home"))

    page.get_by_role("link", name="领域与层级对照表").click()
    cell = page.locator(".aj-matrix details", has_text="河道工程")
    cell.locator("summary").click()
    cell.get_by_role("link").click()
    assert "某县河道工程虚假签证套取工程款案" in page.locator("h1").inner_text()

    page.get_by_role("link", name="第一百二十条之一").click()
    page.get_by_role("dialog").get_by_role("link", name="打开法规全文").click()
    article = page.locator(".aj-article:target")
    assert article.locator(".aj-article__number").inner_text() == "第一百二十条之一"
    header = page.locator(".md-header").bounding_box()
    assert article.bounding_box()["y"] >= header["height"]
    assert "2018" in page.locator("h1").inner_text()

    titles = search(page, "返点")
    assert any("学校食堂" in title for title in titles)
    page.locator(".aj-find__hit", has_text="学校食堂").first.click()
    page.wait_for_url("**/jy-1.html*")
    assert "学校食堂" in page.locator("h1").inner_text()
    assert "返点" in page.locator("mark.aj-found").all_inner_texts()


def test_search_without_what_newer_browsers_have(site, watched, address, search):
    page = watched()
    page.add_init_script(
        "delete window.structuredClone; delete window.DecompressionStream;"
        " delete Array.prototype.at; delete Object.hasOwn;"
    )
    page.goto(address(site, "home"))
    assert search(page, "签证")


def test_menu_marks_the_place_of_a_record(visit):
    page = visit("case")
    assert page.locator(".md-nav--primary .aj-here").inner_text().strip() == "案例"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_narrow_menu_opens_by_keyboard(key, visit):
    page = visit("case", 390)
    opener = page.get_by_role("button", name="打开或关闭菜单")
    opener.focus()
    page.keyboard.press(key)
    page.locator(".md-nav--primary").get_by_role("link", name="法规").first.wait_for(
        state="visible"
    )
    assert page.locator("#__drawer").is_checked()
