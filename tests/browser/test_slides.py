"""Slides: projected from a disk and from a server, by keyboard, with the speaker's window."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import serious

pytestmark = pytest.mark.browser

DECK = "library/lesson/ja-2/slides.html"
FALLEN_OUT = """async () => {
  const found = [];
  const slides = Array.from(document.querySelectorAll("section.slide"));
  for (let index = 0; index < slides.length; index += 1) {
    const changed = new Promise((done) => {
      const look = () =>
        slides[index].classList.contains("present") ? done() : requestAnimationFrame(look);
      look();
    });
    location.hash = `#/${index}`;
    await changed;
    const parts = Array.from(slides[index].children).filter((part) => !part.matches("aside"));
    const end = Math.max(...parts.map((part) => part.offsetTop + part.offsetHeight));
    if (end > 700) {
      found.push(`${index + 1}: ${end}`);
    }
  }
  return found;
}"""


@pytest.fixture(params=["disk", "http"])
def deck(request, site, watched, address):
    """The deck of a learner."""
    if request.param == "disk":
        page = watched()
        page.goto(address(site, DECK))
    else:
        page = watched(offline=False)
        page.goto(address(request.getfixturevalue("served"), DECK))
    page.locator(".deck[data-ready]").wait_for()
    return page


@pytest.fixture
def lecturer_deck(lecturers, watched, address):
    page = watched()
    page.goto(address(lecturers, DECK))
    page.locator(".deck[data-ready]").wait_for()
    return page


def present(page):
    return page.locator("section.slide.present")


def test_it_is_gone_through_by_keyboard(deck):
    assert "签字以前看什么" in present(deck).inner_text()
    deck.keyboard.press("ArrowRight")
    assert "说出签字以前要看的三样东西" in present(deck).inner_text()
    deck.keyboard.press("End")
    assert present(deck).get_by_role("link", name="回到教案").is_visible()
    deck.keyboard.press("Home")
    assert present(deck).get_by_role("heading").inner_text() == "签字以前看什么"
    assert deck.evaluate("document.querySelectorAll('section.slide.present').length") == 1


def test_it_leads_back_to_the_lesson(deck):
    deck.get_by_role("link", name="返回教案").click()
    deck.wait_for_url("**/lesson/ja-2.html")


def test_what_is_said_to_those_who_cannot_see_is_chinese(deck):
    deck.keyboard.press("ArrowRight")
    names = deck.locator("button").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label') || one.textContent)"
    )
    assert names
    assert not [name for name in names if name.isascii()]


def test_no_slide_is_fuller_than_the_screen(lecturer_deck):
    assert lecturer_deck.evaluate(FALLEN_OUT) == []


def test_the_speaker_has_the_notes_the_next_slide_and_the_time_from_a_disk(lecturer_deck):
    page = lecturer_deck
    while "slide--step" not in present(page).get_attribute("class"):
        page.keyboard.press("ArrowRight")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator(".speaker__now")).to_contain_text("导入")
    notes = speaker.locator(".speaker__notes").inner_text()
    for text in ("先请三位报数", "看了多久", "改为举手"):
        assert text in notes
    assert "分组研讨" in speaker.locator(".speaker__next").inner_text()
    assert "这一步 5 分钟" in speaker.locator(".speaker__step").inner_text()
    assert speaker.locator(".speaker__time").inner_text().startswith("已讲 0")
    speaker.keyboard.press("ArrowRight")
    expect(speaker.locator(".speaker__now")).to_contain_text("分组研讨")
    assert "分组研讨" in present(page).inner_text()
    page.keyboard.press("ArrowLeft")
    expect(speaker.locator(".speaker__now")).to_contain_text("导入")
    speaker.get_by_role("button", name="下一页").click()
    expect(speaker.locator(".speaker__now")).to_contain_text("分组研讨")
    page.keyboard.press("s")
    assert len(page.context.pages) == 2, "one window is enough"


def test_what_is_right_comes_a_step_later(lecturer_deck):
    page = lecturer_deck
    while "最能印证" not in present(page).inner_text():
        page.keyboard.press("ArrowRight")
    answer = present(page).get_by_text("答案：B. 水文站的水位记录")
    expect(answer).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(answer).to_be_visible()


def test_notes_are_never_projected(lecturer_deck):
    while not present(lecturer_deck).get_by_role("link", name="回到教案").count():
        assert lecturer_deck.locator("aside.notes").filter(visible=True).count() == 0
        lecturer_deck.keyboard.press("ArrowRight")


def test_on_paper_each_slide_has_a_sheet_and_no_notes(lecturer_deck):
    page = lecturer_deck
    page.emulate_media(media="print")
    slides = page.locator("section.slide")
    assert slides.filter(visible=True).count() == slides.count()
    assert page.locator("aside.notes").filter(visible=True).count() == 0
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == slides.count()


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {"width": 390}])
def test_without_scripts_and_on_a_phone_it_is_a_page(options, site, watched, address):
    page = watched(**options)
    page.goto(address(site, DECK))
    assert page.locator("section.slide").filter(visible=True).count() > 10
    assert page.get_by_role("link", name="返回教案").is_visible()
    if "width" in options:
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding(scheme, lecturers, watched, address, axe):
    page = watched(scheme=scheme)
    page.goto(address(lecturers, DECK))
    page.locator(".deck[data-ready]").wait_for()
    page.evaluate(axe)
    found = serious(page, "cover")
    page.evaluate("location.hash = '#/3'")
    found += serious(page, "fourth")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    opened.value.locator(".speaker__now").wait_for()
    opened.value.evaluate(axe)
    assert found + serious(opened.value, "speaker") == []
