"""字号、适老版、打印、当前位置: on every page, kept from page to page, reached by keyboard."""

import pytest

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.browser

BUTTONS = ["字号：标准", "字号：大", "字号：特大", "适老版", "打印", "纠错"]
SIZES = {"标准": 18, "大": 22, "特大": 30}
TEXT = "parseFloat(getComputedStyle(document.querySelector('.md-content p')).fontSize)"


def tool(page, name):
    return page.locator(".aj-bar").get_by_role("button", name=name, exact=True)


def test_every_page_has_the_bar(watched, site, address):
    page = watched()
    for name in PAGES:
        page.goto(address(site, name))
        bar = page.get_by_role("region", name="当前位置与阅读工具")
        small = bar.get_by_role("button").evaluate_all(
            "all => all.map(one => [one.getAttribute('aria-label') || one.textContent.trim(),"
            " Math.min(one.offsetHeight, one.offsetWidth)])"
        )
        assert [label for label, _ in small] == BUTTONS, name
        assert min(least for _, least in small) >= 44, name
        place = bar.get_by_role("navigation", name="当前位置")
        assert place.inner_text().startswith("首页"), name
        assert place.locator("[aria-current=page]").count() == 1, name
        assert page.locator(".aj-crumbs").count() == 1, name
        header = page.locator(".md-header").bounding_box()
        box, text = bar.bounding_box(), page.locator(".md-content").bounding_box()
        assert header["y"] + header["height"] <= box["y"], name
        assert box["y"] + box["height"] <= text["y"], name


def test_place_of_a_hand_written_page(visit):
    page = visit("guide")
    assert page.locator(".aj-crumbs").inner_text() == "首页 › 读者使用说明"
    page.locator(".aj-crumbs a").click()
    page.wait_for_url("**/index.html")


def test_sizes_change_the_text_and_are_remembered(visit, site, address):
    page = visit("case")
    assert page.evaluate(TEXT) == 18
    for name, pixels in SIZES.items():
        tool(page, f"字号：{name}").click()
        assert page.evaluate(TEXT) == pixels
        assert tool(page, f"字号：{name}").get_attribute("aria-pressed") == "true"
        assert page.locator(".aj-sizes [aria-pressed=true]").count() == 1
    for other in ("guide", "matrix"):
        page.goto(address(site, other))
        assert page.evaluate(TEXT) == 30
    keys = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('anjian'))")
    assert set(keys) <= {"anjian-text", "anjian-large"}


@pytest.mark.parametrize("width", [1280, 390])
def test_large_version(width, visit, site, address):
    page = visit("home", width)
    before = page.evaluate(TEXT)
    tool(page, "适老版").click()
    assert tool(page, "适老版").get_attribute("aria-pressed") == "true"
    assert page.evaluate(TEXT) > before
    for name in ("home", "cases", "case", "matrix", "lesson"):
        page.goto(address(site, name))
        small = page.evaluate(SMALL_TARGETS, 60)
        assert small == [], name
    tool(page, "适老版").click()
    page.goto(address(site, "home"))
    assert page.evaluate(TEXT) == before


SMALL_TARGETS = """least => Array.from(document.querySelectorAll(
  ".aj-bar button, .aj-bar a, .aj-tiles a, .aj-numbers a, .aj-list > li > a," +
  ".aj-related > li > a, " +
  ".aj-strip a, .aj-matrix summary, .aj-matrix th a, .aj-ways a, .aj-selfcheck label," +
  ".aj-selfcheck-box button, .md-nav--primary a.md-nav__link, .md-header__button, " +
  ".aj-find input, .aj-find button"))
  .filter(one => one.offsetParent !== null && getComputedStyle(one).visibility !== "hidden")
  .map(one => [one.textContent.trim() || one.className, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < least || box.width < least))
  .map(([text, box]) => `${text} ${box.width} × ${box.height}`)"""


def test_targets_of_the_usual_version(watched, site, address):
    page = watched(390)
    standing = (
        "button, .aj-bar a, .aj-tiles a, .aj-numbers a, .aj-matrix summary, .aj-selfcheck label"
    )
    for name in ("home", "case", "matrix"):
        page.goto(address(site, name))
        boxes = page.locator(".md-content, .aj-bar").locator(standing).filter(visible=True).all()
        assert boxes, name
        assert min(one.bounding_box()["height"] for one in boxes) >= 44, name


def test_tools_are_reached_by_keyboard(visit):
    page = visit("case")
    tool(page, "字号：标准").focus()
    names = []
    for _ in range(6):
        names.append(page.evaluate("document.activeElement.textContent"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        page.keyboard.press("Tab")
    assert names == ["标准", "大", "特大", "适老版", "打印", "纠错"]
    assert outline == "solid"
    tool(page, "适老版").focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.hasAttribute('data-aj-large')")


def test_print_button_prints(visit):
    page = visit("case")
    page.evaluate("window.print = () => { window.printed = true; }")
    tool(page, "打印").click()
    assert page.evaluate("window.printed")


def test_choices_hold_without_storage(site, browser, address):
    context = browser.new_context()  # not watched: Material itself complains here
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    page.goto(address(site, "case"))
    tool(page, "字号：大").click()
    assert page.evaluate(TEXT) == 22
    tool(page, "适老版").click()
    assert page.evaluate(TEXT) == 26
    context.close()
