"""What was sought is marked in the page that was found: in the text, not in the markup."""

from urllib.parse import quote

import pytest

from tests.browser.test_accessibility import STATES, serious
from tests.browser.test_search_box import HOSTILE, STATE

pytestmark = pytest.mark.browser

CASE = "library/case/gc-1.html"
GUIDE = "guide/clauses.html"
TEXT = "document.querySelector('.md-content').textContent"
IN_SIGHT = """one => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= document.querySelector(".md-header").offsetHeight &&
    bottom <= document.querySelector(".aj-marks").getBoundingClientRect().top;
}"""


@pytest.fixture
def opened(site, watched):
    """Open a page that the search led to."""

    def go(path: str, words: str, anchor: str = "", width: int = 1280, **options):
        page = watched(width, **options)
        page.goto((site / path).as_uri() + f"?h={quote(words)}" + (f"#{anchor}" if anchor else ""))
        page.wait_for_load_state()
        page.locator(".aj-found--here").first.wait_for()
        return page

    return go


def marks(page):
    return page.locator("mark.aj-found")


def bar(page):
    return page.get_by_role("region", name="要找的词在本页的位置")


def test_marks_are_counted_and_stepped_through(opened):
    page = opened(CASE, "签证")
    count = marks(page).count()
    assert count > 5
    assert set(marks(page).all_inner_texts()) == {"签证"}
    status = bar(page).get_by_role("status")
    assert status.inner_text() == f"“签证”在本页 {count} 处，第 1 处"
    following = bar(page).get_by_role("button", name="下一处")
    following.focus()
    page.keyboard.press("Enter")
    assert status.inner_text() == f"“签证”在本页 {count} 处，第 2 处"
    assert page.locator(".aj-found--here").count() == 1
    assert page.locator(".aj-found--here").evaluate(IN_SIGHT)
    before = bar(page).get_by_role("button", name="上一处")
    before.click()
    before.click()
    assert status.inner_text().endswith(f"第 {count} 处")
    assert marks(page).last.evaluate("one => one.classList.contains('aj-found--here')")


def test_it_opens_at_the_place_in_the_section(opened):
    page = opened(CASE, "签证", "L1")
    place = page.locator(".aj-found--here")
    assert page.locator("#L1").evaluate("(one, mark) => one.contains(mark)", place.element_handle())
    assert place.evaluate(IN_SIGHT)


def test_cancelling_leaves_the_page_as_it_was(opened, site):
    page = opened(CASE, "签证 河道")
    assert {"签证", "河道"} == set(marks(page).all_inner_texts())
    marked = page.evaluate(TEXT)
    bar(page).get_by_role("button", name="取消标记").click()
    assert marks(page).count() == 0
    assert bar(page).count() == 0
    assert page.evaluate(TEXT) == marked
    page.goto((site / CASE).as_uri())
    assert marks(page).count() == 0
    assert page.evaluate(TEXT) == marked


def test_across_links_punctuation_and_width(opened):
    words = "处分规定》（２０１８）第八十八条、第一百二十条之一的规定"
    page = opened(GUIDE, f'"{words}"')
    place = page.locator(".aj-found--here")
    assert place.count() > 2, "the links in it are marked from the inside"
    joined = "".join(place.all_inner_texts())
    assert joined.startswith("处分规定")
    assert joined.endswith("第一百二十条之一的规定")
    assert page.locator("a.aj-cite mark").count() > 0
    page.locator("a.aj-cite", has=page.locator("mark")).last.click()
    assert page.locator(".aj-clause-panel").is_visible()


def test_a_phrase_is_one_and_words_are_several(opened):
    page = opened(CASE, '"现场负责人" 收方')
    assert {"现场负责人", "收方"} == set(marks(page).all_inner_texts())
    assert "“现场负责人 收方”" in bar(page).inner_text()


def test_what_is_folded_is_opened(opened):
    page = opened(CASE, "收受可能影响公正执行公务的礼品")
    assert page.locator("details", has=marks(page)).first.evaluate("one => one.open")
    assert page.locator(".aj-found--here").is_visible()


def test_the_place_of_the_page_is_not_marked(opened):
    page = opened(CASE, "案例")
    assert page.locator(".aj-crumbs mark").count() == 0


@pytest.mark.parametrize("words", ["没有这样的一句话啊", HOSTILE, "constructor", '"', "  ", "，。"])
def test_where_nothing_is_found_nothing_changes(words, visit):
    page = visit("case")
    page.goto(page.url + f"?h={quote(words)}")
    assert page.locator("h1").is_visible()
    assert marks(page).count() == 0
    assert page.locator(".aj-marks").count() == 0


@pytest.mark.parametrize(("large", "least"), [(False, 44), (True, 60)])
def test_narrow(large, least, opened):
    page = opened(CASE, "签证", width=390)
    page.evaluate(STATE, ["default", large])
    box = page.locator(".aj-marks").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] == 900
    sizes = [one.bounding_box() for one in bar(page).get_by_role("button").all()]
    assert min(min(one["width"], one["height"]) for one in sizes) >= least
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = page.locator(".aj-foot").bounding_box()
    assert last["y"] + last["height"] <= page.locator(".aj-marks").bounding_box()["y"]


def test_on_paper_there_are_no_marks(opened):
    page = opened(CASE, "签证")
    page.emulate_media(media="print")
    assert page.locator(".aj-marks").is_hidden()
    style = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).outlineStyle]"
    assert marks(page).first.evaluate(style) == ["rgba(0, 0, 0, 0)", "none"]


def test_no_serious_finding(root, opened):
    page = opened(CASE, "签证")
    page.evaluate((root / "tests/vendor/axe.min.js").read_text("utf-8"))
    found = []
    for width, scheme, large in STATES:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(STATE, ["slate" if scheme == "dark" else "default", large])
        found += serious(page, f"{width} {scheme} {large}")
    assert found == []
