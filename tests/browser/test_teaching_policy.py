"""Under the Content-Security-Policy of a server, what is made for classes works as from a disk."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from generator.bundle.content_policy import content_policy, inline_scripts
from tests.browser.kinds import PAGES
from tests.browser.test_slips import READER, slips

pytestmark = pytest.mark.browser

DECK = "library/lesson/ja-2/slides.html"


@pytest.fixture(scope="module")
def guarded(lecturers) -> Iterator[str]:
    """The lecturer's site as a server sends it."""
    scripts = {
        script
        for path in lecturers.rglob("*.html")
        for script in inline_scripts(path.read_text("utf-8"))
    }
    policy = content_policy(scripts)

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(lecturers)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_slides_and_the_window_of_the_speaker(guarded, watched):
    page = watched(offline=False)
    page.goto(f"{guarded}/{DECK}")
    page.locator(".deck[data-ready]").wait_for()
    while "slide--step" not in page.locator("section.slide.present").get_attribute("class"):
        page.keyboard.press("ArrowRight")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator(".speaker__notes")).to_contain_text("先请三位报数")
    ground = "getComputedStyle(document.querySelector('.speaker__side')).backgroundColor"
    speaker.wait_for_function(f"() => {ground} === 'rgb(247, 244, 240)'")


def test_the_code_of_a_slip_and_the_bars_of_a_class(guarded, watched):
    page = watched(offline=False)
    page.goto(f"{guarded}/{PAGES['quiz']}")
    (text,) = slips(page, [["B", "BC", "错", ["两", "时间坐标"], "", "BA", "BCA"]])
    page.get_by_role("button", name="结束，看成绩").click()
    page.get_by_role("button", name="仍然交卷").click()
    page.get_by_role("button", name="显示二维码").click()
    page.locator("canvas").wait_for()
    page.goto(f"{guarded}/{READER}")
    page.get_by_label("答题单（可以一次贴多份）").fill(text)
    page.get_by_role("button", name="看答题情况").click()
    row = page.locator(".aj-asked").first.locator(".aj-bar-row--right")
    track = row.locator(".aj-bar-row__track").bounding_box()["width"]
    assert row.locator(".aj-bar-row__fill").bounding_box()["width"] == pytest.approx(track, abs=3)


def test_a_scenario(guarded, watched):
    page = watched(offline=False)
    page.goto(f"{guarded}/{PAGES['scenario']}")
    page.locator(".aj-choose:visible").first.click()
    page.get_by_role("button", name="继续").click()
    assert "到了现场" in page.locator(".aj-card:visible").inner_text()


def test_the_charts_of_the_dashboard(guarded, watched):
    page = watched(offline=False)
    page.goto(f"{guarded}/{PAGES['dashboard']}")
    page.locator(".aj-chart[data-drawn]").last.wait_for()
    page.locator(".aj-chart").first.hover()
    assert page.locator("canvas").count() == page.locator(".aj-figure").count() > 0
