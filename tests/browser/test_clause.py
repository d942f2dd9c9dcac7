"""A citation opens the text of its clause in place, on paper it carries the clause's number."""

import pytest

from tests.browser.test_accessibility import STATES, serious

pytestmark = pytest.mark.browser

PAGE = "guide/clauses.html"
REGULATION = "library/regulation/chufen-guiding/2018.html"
NAME = "《某某纪律处分规定》（2018年版）第八十八条"
LONG = "《某某纪律处分规定》（2018年版）第九十条"
WHY = "文中写明2018年的版本"
STATE = """([scheme, large, size]) => {
  document.body.setAttribute("data-md-color-scheme", scheme);
  anjianReading.setLarge(large);
  anjianReading.setSize(size);
}"""
BOXES = """() => {
  const box = (one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    return { top, bottom, left, right };
  };
  return {
    panel: box(document.querySelector(".aj-clause-panel")),
    link: box(document.querySelector(".aj-cite[aria-expanded=true]")),
    column: box(document.querySelector(".md-content__inner")),
    header: box(document.querySelector(".md-header")),
    height: innerHeight,
    width: document.documentElement.clientWidth,
  };
}"""


def cite(page, text="第八十八条"):
    """The first citation in the text that reads so."""
    return page.locator(".md-content a.aj-cite").get_by_text(text, exact=True).first


def panel(page, name=NAME):
    return page.get_by_role("dialog", name=name, exact=True)


def any_panel(page):
    return page.locator(".aj-clause-panel")


def focused(page) -> str:
    return page.evaluate("document.activeElement.textContent")


def is_focused(locator) -> bool:
    return locator.evaluate("one => one === document.activeElement")


@pytest.mark.parametrize("where", ["disk", "server"])
def test_a_click_opens_the_clause_and_asks_for_nothing(where, site, request, watched, address):
    place = site if where == "disk" else request.getfixturevalue("served")
    page = watched(offline=where == "disk")
    page.goto(address(place, PAGE))
    page.wait_for_load_state("networkidle")
    asked = []

    def ask(request):
        # The browser fetches the icon of the tab when it likes.
        if not request.url.endswith("/favicon.png"):
            asked.append(request.url)

    page.on("request", ask)
    before = page.url
    cite(page).click()
    assert is_focused(panel(page))
    text = panel(page).inner_text()
    assert "收受可能影响公正执行公务的礼品、礼金" in text
    assert "归纳，不是原文" in text
    assert WHY in text
    assert cite(page).get_attribute("aria-expanded") == "true"
    assert cite(page).get_attribute("title") == WHY
    assert page.url == before
    assert asked == []


def test_the_way_by_keyboard(visit):
    page = visit(PAGE)
    link = cite(page)
    link.focus()
    page.keyboard.press("Enter")
    assert is_focused(panel(page))
    for expected in ("第八十八条", "打开法规全文", "关闭"):
        page.keyboard.press("Tab")
        assert focused(page) == expected
    page.keyboard.press("Tab")
    assert panel(page).count() == 0
    assert focused(page) == "第一百二十条之一", "what follows the link in the text"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert panel(page).count() == 0
    assert is_focused(link)


@pytest.mark.parametrize("way", ["escape", "button", "outside", "again"])
def test_what_closes_it_gives_the_focus_back(way, visit):
    page = visit(PAGE)
    link = cite(page)
    link.click()
    if way == "escape":
        page.keyboard.press("Escape")
    elif way == "button":
        panel(page).get_by_role("button", name="关闭").click()
    elif way == "outside":
        page.locator("h1").click()
    else:
        link.click()
    assert any_panel(page).count() == 0
    assert link.get_attribute("aria-expanded") == "false"
    assert is_focused(link)


def test_who_goes_elsewhere_is_left_there(visit):
    page = visit(PAGE)
    cite(page).click()
    tool = page.get_by_role("button", name="适老版")
    tool.click()
    assert panel(page).count() == 0
    assert is_focused(tool)
    cite(page).click()
    # The panel may lie over this link: what counts is the click, however it comes.
    cite(page, "第九十条").evaluate("link => link.click()")
    assert any_panel(page).count() == 1
    assert is_focused(panel(page, LONG))


def test_marking_words_does_not_close_it(visit):
    page = visit(PAGE)
    cite(page).click()
    words = panel(page).get_by_text("收受可能").bounding_box()
    page.mouse.move(words["x"] + 40, words["y"] + 10)
    page.mouse.down()
    page.mouse.move(words["x"] + 300, words["y"] + 400)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()")
    assert panel(page).is_visible()


@pytest.mark.parametrize("name", [PAGE, "case", REGULATION])
def test_no_id_stands_twice(name, visit):
    page = visit(name)
    page.locator("a.aj-cite[aria-haspopup]").first.click()
    assert any_panel(page).is_visible()
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), one => one.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "options", [{"modifiers": ["Control"]}, {"button": "middle"}], ids=["ctrl", "middle"]
)
def test_a_tab_of_its_own(options, visit):
    page = visit(PAGE)
    with page.context.expect_page() as opened:
        cite(page).click(**options)
    assert opened.value.url.endswith("/library/regulation/chufen-guiding/2018.html#a88")
    assert any_panel(page).count() == 0


def test_without_scripts_the_link_leads_to_the_clause(visit):
    page = visit(PAGE, java_script_enabled=False)
    assert page.locator("[aria-haspopup]").count() == 0
    cite(page).click()
    assert page.locator(".aj-article:target").inner_text().startswith("第八十八条")


def test_what_is_not_on_the_page_is_followed(visit):
    page = visit(PAGE)
    name = cite(page, "《某某纪律处分规定》")
    style = "one => getComputedStyle(one).textDecorationStyle"
    assert (name.evaluate(style), cite(page).evaluate(style)) == ("solid", "dotted")
    name.click()
    page.wait_for_url(f"**/{REGULATION}")


def test_from_the_panel_to_the_whole_regulation(visit):
    page = visit(PAGE)
    cite(page).click()
    panel(page).get_by_role("link", name="打开法规全文").click()
    assert page.locator(".aj-article:target").inner_text().startswith("第八十八条")


def test_articles_of_one_page_open_each_other(visit):
    page = visit(REGULATION)
    link = cite(page, "第九十条")
    link.click()
    text = panel(page, "第九十条").inner_text()
    assert "（十）其他弄虚作假的行为" in text
    assert "引用本条" not in text
    panel(page, "第九十条").get_by_role("link", name="第八十八条").click()
    assert is_focused(panel(page, "第八十八条"))
    assert "对比" not in panel(page, "第八十八条").inner_text()
    page.keyboard.press("Escape")
    assert is_focused(link)
    link.click()
    any_panel(page).get_by_role("link", name="转到本条").click()
    assert any_panel(page).count() == 0
    assert page.locator(".aj-article:target").get_attribute("id") == "a90"


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1280, 560), (390, 844)])
def test_the_panel_is_seen_whole_and_never_covers_its_link(width, height, visit):
    page = visit(PAGE, width)
    page.set_viewport_size({"width": width, "height": height})
    links = page.locator("a.aj-cite[data-clause]")
    assert links.count() > 5
    for large, size in ((False, "18"), (False, "30"), (True, "30")):
        page.evaluate(STATE, ["default", large, size])
        for link in links.all():
            link.click()
            found = page.evaluate(BOXES)
            box, line = found["panel"], found["link"]
            assert box["bottom"] <= line["top"] or box["top"] >= line["bottom"], (large, size)
            assert box["bottom"] <= height
            assert box["top"] >= found["header"]["bottom"]
            assert line["top"] >= found["header"]["bottom"]
            if width > 600:
                assert box["left"] >= found["column"]["left"]
                assert box["right"] <= found["column"]["right"]
            else:
                assert (box["left"], box["right"]) == (0, found["width"])
                assert box["bottom"] == height
                assert box["bottom"] - box["top"] <= 0.6 * height
            page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_long_clause_scrolls_inside(width, visit):
    page = visit(PAGE, width)
    page.evaluate(STATE, ["default", True, "22"])
    cite(page, "第九十条").click()
    box = panel(page, LONG)
    assert box.evaluate("one => one.scrollHeight > one.clientHeight")
    assert box.evaluate("one => one.scrollWidth <= one.clientWidth")
    page.keyboard.press("End")
    page.wait_for_function("document.querySelector('.aj-clause-panel').scrollTop > 0")
    close = box.get_by_role("button", name="关闭").bounding_box()
    assert close["y"] + close["height"] <= 900


@pytest.mark.parametrize(("large", "least"), [(False, 44), (True, 60)])
def test_what_is_pressed_in_it_is_large_enough(large, least, visit):
    page = visit(PAGE, 390)
    page.evaluate(STATE, ["default", large, "18"])
    cite(page).click()
    boxes = [one.bounding_box() for one in panel(page).locator(".aj-tool").all()]
    boxes.append(page.locator(".aj-clauses > summary").bounding_box())
    assert len(boxes) == 3
    assert min(min(box["height"], box["width"]) for box in boxes) >= least


def test_no_serious_finding_with_the_panel_open(root, visit):
    page = visit(PAGE)
    page.evaluate((root / "tests/vendor/axe.min.js").read_text("utf-8"))
    page.locator(".aj-clauses > summary").click()
    cite(page, "第九十条").click()
    found = []
    for width, scheme, large in STATES:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(STATE, ["slate" if scheme == "dark" else "default", large, "18"])
        assert panel(page, LONG).is_visible()
        found += serious(page, f"{width} {scheme} {large}")
    assert found == []


@pytest.mark.parametrize(("name", "notes"), [(PAGE, "1234"), ("case", "12")])
def test_on_paper_every_citation_has_the_number_of_its_clause(name, notes, visit):
    page = visit(name)
    cite(page).click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert any_panel(page).is_hidden()
    numbers = page.evaluate(
        """() => Array.from(document.querySelectorAll(".aj-cite[data-clause]"), one => {
          const list = document.querySelector(".aj-clauses[open] ol");
          const place = document.getElementById(one.dataset.clause);
          return [one.dataset.note, String(Array.from(list.children).indexOf(place) + 1),
                  getComputedStyle(one, "::after").content];
        })"""
    )
    assert {note for note, _, _ in numbers} == set(notes)
    for note, place, content in numbers:
        assert note == place
        # Newer browsers say what it comes to, older ones how it is written.
        assert content in {f'"〔{note}〕"', '"〔" attr(data-note) "〕"'}
    after = "all => all.map(one => getComputedStyle(one, '::after').content)"
    others = page.locator(".md-content a:not([data-note])").evaluate_all(after)
    assert set(others) == {"none"}, "no address after a link"


def test_on_paper_clauses_stay_whole_and_stand_before_the_source(visit):
    page = visit("case")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    clause = page.locator(".aj-clause").first
    assert "counter" in clause.evaluate("one => getComputedStyle(one, '::before').content")
    assert clause.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    end = page.locator("details.aj-clauses").bounding_box()
    assert end["y"] + end["height"] <= page.locator(".aj-foot").bounding_box()["y"]


def test_on_screen_no_number_stands_in_the_text(visit):
    page = visit(PAGE)
    content = cite(page).evaluate("one => getComputedStyle(one, '::after').content")
    assert content == "none"
