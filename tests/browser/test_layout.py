"""What a reader sees at both widths, in every size, without scripts, and on paper."""

import pytest

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.browser

SMALL_TEXT = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const box = parent.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (walker.currentNode.textContent.trim() && box.width > 1 && size < 17.9 &&
        !parent.closest("script, style, code, [hidden]")) {
      found.push(size + " " + walker.currentNode.textContent.trim().slice(0, 20));
    }
  }
  return found;
}"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_nothing_scrolls_sideways_and_no_text_is_small(watched, site, address):
    page = watched(390)
    for name in PAGES:
        page.goto(address(site, name))
        for large in (False, True):
            for size in ("30", "22", "18"):
                page.evaluate(
                    "([large, size]) => {"
                    " anjianReading.setLarge(large); anjianReading.setSize(size); }",
                    [large, size],
                )
                assert page.evaluate(SIDEWAYS) == 0, (name, large, size)
            assert page.evaluate(SMALL_TEXT) == [], name


def test_lines_are_short_enough_to_read(visit):
    page = visit("case", 1600)
    widest = page.evaluate(
        """() => Math.max(...Array.from(
          document.querySelectorAll(".md-content p:not(.aj-banner)")
        ).map(one =>
          one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert 30 < widest <= 42


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_measures_stand_beside_their_loophole(width, beside, visit):
    page = visit("case", width)
    row = page.locator("#L1")
    gap = row.locator(".aj-loophole__gap").bounding_box()
    measures = row.locator(".aj-loophole__measures").bounding_box()
    if beside:
        assert gap["y"] == measures["y"]
        assert gap["x"] + gap["width"] <= measures["x"]
    else:
        assert gap["y"] + gap["height"] <= measures["y"]
        assert gap["x"] == measures["x"]


def test_dates_of_the_timeline_form_a_column(visit):
    times = visit("case").locator(".aj-timeline time")
    rights = [box["x"] + box["width"] for box in (one.bounding_box() for one in times.all())]
    assert len(rights) == 4
    assert max(rights) - min(rights) < 1
    events = visit("case").locator(".aj-timeline li > span")
    assert all(one.bounding_box()["x"] >= rights[0] for one in events.all())


def test_wide_tables_scroll_in_their_own_box(visit):
    page = visit("case", 390)
    box = page.locator(".md-typeset__scrollwrap").first
    assert box.evaluate("one => one.scrollWidth > one.clientWidth")
    assert page.evaluate(SIDEWAYS) == 0
    matrix = visit("matrix", 390).locator(".aj-scroll")
    assert matrix.evaluate("one => one.scrollWidth > one.clientWidth")
    assert matrix.get_attribute("tabindex") == "0"


def test_gaps_of_the_matrix_do_not_rest_on_colour(visit):
    empty = visit("matrix").locator(".aj-empty")
    assert empty.count() > 10
    assert set(empty.all_inner_texts()) == {"缺"}
    assert "gradient" in empty.first.evaluate("one => getComputedStyle(one).backgroundImage")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_links_in_text_are_underlined(scheme, visit):
    page = visit("case", scheme=scheme)
    lines = page.locator(".md-content p a, .md-content li a, .md-content dd a").evaluate_all(
        "all => all.map(one => getComputedStyle(one).textDecorationLine)"
    )
    assert lines
    assert set(lines) == {"underline"}


@pytest.mark.parametrize("name", ["home", "case", "matrix", "version"])
def test_pages_are_whole_without_scripts(name, visit):
    page = visit(name, java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert page.locator(".md-content a").first.is_visible()
    assert page.locator(".aj-bar").count() == 0
    if name != "home":
        assert page.locator("nav.aj-crumbs").is_visible()
    if name == "matrix":
        page.locator(".aj-matrix summary").first.click()
        assert page.locator(".aj-matrix details a").first.is_visible()


@pytest.mark.parametrize("name", ["case", "matrix", "guide"])
def test_on_paper_only_the_page_is_left(name, visit):
    page = visit(name, scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".aj-bar", ".aj-crumbs", ".md-header", ".md-sidebar", ".md-footer nav", ".md-top"):
        assert page.locator(part).filter(visible=True).count() == 0, part
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    colour = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(colour) == "rgb(0, 0, 0)"
    assert page.locator(".md-content details:not([open])").count() == 0
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".md-content details[open]").count() == 0


def test_loopholes_stay_whole_and_headings_stay_with_their_text(visit):
    page = visit("case")
    page.emulate_media(media="print")
    style = "one => { const s = getComputedStyle(one); return [s.breakInside, s.breakAfter]; }"
    assert page.locator("#L1").evaluate(style)[0] == "avoid"
    assert page.locator("#facts").evaluate(style)[1] == "avoid"
    gap = page.locator("#L1 .aj-loophole__gap").bounding_box()
    assert gap["y"] == page.locator("#L1 .aj-loophole__measures").bounding_box()["y"]


def test_an_old_browser_gets_one_plain_sentence(site, watched, address):
    page = watched()
    line = page.get_by_role("note").filter(has_text="这个浏览器版本较旧")
    page.goto(address(site, "guide"))
    assert line.count() == 0
    page.add_init_script("delete String.prototype.replaceAll")
    page.reload()
    assert line.count() == 1
    assert page.locator("h1").is_visible()
