"""Charts: drawn from the tables of the page, which say the same wherever no chart can be seen."""

import pytest

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.browser

CHARTS = "#loop, #months, #trades, #outcome-party, #outcome-official, #outcome-form, #coverage"
OPTION = "box => echarts.getInstanceByDom(box).getOption()"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PLACE = """([box, row, share]) => {
  const chart = echarts.getInstanceByDom(box);
  const { left, top } = box.getBoundingClientRect();
  const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [share, row]);
  return [left + x, top + y];
}"""


@pytest.fixture
def drawn(visit):
    """Open the dashboard and wait for its charts."""

    def go(width: int = 1280, **options):
        page = visit("dashboard", width, **options)
        page.locator(".aj-chart[data-drawn]").last.wait_for()
        return page

    return go


def chart(page, name: str):
    """The box of a chart by the name of its heading."""
    return page.locator(f".aj-figure[data-head={name}] .aj-chart")


def click(page, box, row: int, share: float) -> None:
    """Click on a bar: which row, and how far along the axis."""
    box.scroll_into_view_if_needed()
    x, y = page.evaluate(PLACE, [box.element_handle(), row, share])
    page.mouse.click(x, y)


def numbers(page, table) -> list[str]:
    return table.locator("tbody td:not(.aj-figure__more)").all_inner_texts()


def test_every_finding_has_a_chart_with_its_words_and_a_table(drawn):
    page = drawn()
    names = [one.get_attribute("id") for one in page.locator(CHARTS).all()]

    assert len(names) == page.locator("canvas").count() == page.locator(".aj-figure table").count()
    for name in names:
        box = chart(page, name)
        heading = page.locator(f"#{name}").inner_text().replace("¶", "").strip()
        assert box.get_attribute("role") == "img"
        assert box.get_attribute("aria-label").startswith(heading)


def test_the_table_opens_by_keyboard_and_says_what_the_chart_shows(drawn):
    page = drawn()
    opener = page.locator(".aj-figure").first.get_by_role("button")
    table = page.locator(".aj-figure table").first
    assert not table.is_visible()
    opener.focus()
    page.keyboard.press("Enter")

    assert table.is_visible()
    assert opener.get_attribute("aria-expanded") == "true"
    (series,) = chart(page, "loop").evaluate(OPTION)["series"]
    assert [str(one["value"]) for one in series["data"]] == numbers(page, table)
    page.keyboard.press("Enter")
    assert not table.is_visible()


def test_without_scripts_the_tables_are_there(visit):
    page = visit("dashboard", java_script_enabled=False)

    assert page.locator("canvas").count() == 0
    for table in page.locator(".aj-figure table").all():
        assert table.is_visible()


def test_without_the_library_the_tables_stay(browser, site, address):
    page = browser.new_context().new_page()
    page.route("**/vendor/echarts.js", lambda route: route.abort())
    page.goto(address(site, "dashboard"))
    page.wait_for_load_state()

    assert page.locator("canvas").count() == 0
    assert page.locator(".aj-figure table").first.is_visible()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_there_are_tables_and_no_charts(scheme, drawn):
    page = drawn(scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)

    assert page.locator("canvas").filter(visible=True).count() == 0
    assert page.locator(".aj-figure button").filter(visible=True).count() == 0
    tables = page.locator(".aj-figure table")
    assert all(one.is_visible() for one in tables.all())
    sheet = page.locator(".md-content").bounding_box()
    for one in tables.all():
        box = one.bounding_box()
        assert box["x"] + box["width"] <= sheet["x"] + sheet["width"] + 1


def test_what_was_not_reported_is_told_by_pattern_and_word(drawn):
    option = chart(drawn(), "months").evaluate(OPTION)
    cells = [one["data"][0] for one in option["series"]]
    words = [one["label"]["formatter"] for one in cells]
    hatched = [one["itemStyle"]["decal"]["color"] != "transparent" for one in cells]

    assert words == ["6", "零", "未报", "6"]
    assert hatched == [False, False, True, False]


def test_pieces_of_a_bar_differ_by_pattern(drawn):
    option = chart(drawn(), "trades").evaluate(OPTION)
    patterns = [str(one["itemStyle"]["decal"]) for one in option["series"]]

    assert len(patterns) > 1
    assert len(set(patterns)) == len(patterns)
    assert option["aria"]["decal"]["show"]
    assert option["animation"] is False


def test_a_chart_follows_the_scheme_and_the_size_of_the_text(drawn):
    page = drawn()
    box = chart(page, "loop")
    picture = "box => box.querySelector('canvas').toDataURL()"
    light, height = box.evaluate(picture), box.bounding_box()["height"]
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.locator(".aj-figure[data-head=loop] .aj-chart[data-drawn=slate]").wait_for()
    assert box.evaluate(picture) != light
    page.evaluate("anjianReading.setSize('30')")
    page.wait_for_function(
        "([box, height]) => box.getBoundingClientRect().height > height * 1.3",
        arg=[box.element_handle(), height],
    )


def test_a_chart_follows_the_width(drawn):
    page = drawn()
    box = chart(page, "trades")
    page.set_viewport_size({"width": 390, "height": 900})
    page.wait_for_function(
        "box => box.getBoundingClientRect().width < 390", arg=box.element_handle()
    )

    assert page.evaluate(SIDEWAYS) == 0
    assert box.evaluate("box => box.querySelector('canvas').getBoundingClientRect().width < 390")


def test_a_wide_grid_scrolls_in_its_own_box_by_keyboard_too(drawn):
    page = drawn(320)
    page.evaluate("anjianReading.setSize('30')")
    scroll = page.locator(".aj-figure[data-head=coverage] .aj-chart__scroll")
    page.wait_for_function("box => box.scrollWidth > box.clientWidth", arg=scroll.element_handle())

    assert page.evaluate(SIDEWAYS) == 0
    assert scroll.get_attribute("tabindex") == "0"


def test_a_bar_leads_to_the_list_it_counts(drawn):
    page = drawn()
    labels = chart(page, "outcome-party").evaluate(OPTION)["yAxis"][0]["data"]
    with page.expect_navigation():
        click(page, chart(page, "outcome-party"), labels.index("开除党籍"), 0.5)

    assert "党纪处分-开除党籍" in page.locator("h1").inner_text() or "开除党籍" in page.title()
    assert page.locator(".md-content .aj-list a").count() == 1


def test_a_piece_leads_to_the_search_that_finds_as_many(drawn):
    page = drawn()
    labels = chart(page, "trades").evaluate(OPTION)["yAxis"][0]["data"]
    (row,) = [nth for nth, label in enumerate(labels) if label.startswith("工程建设")]
    with page.expect_navigation():
        click(page, chart(page, "trades"), row, 0.5)
    page.locator(".aj-search .aj-hit__title").first.wait_for()

    assert page.locator(".aj-search .aj-hit__title").count() == 1
    assert "河道工程" in page.locator(".aj-search .aj-hit__title").inner_text()


def test_a_month_leads_to_its_report(drawn):
    page = drawn()
    with page.expect_navigation():
        click(page, chart(page, "months"), 0, 0.5)

    assert page.url.endswith("library/month/pz-1-2025.html#y-1")


def test_other_pages_do_not_load_the_library(visit):
    for name in ("home", "matrix", "case"):
        page = visit(name)
        page.wait_for_load_state()
        assert page.evaluate("typeof window.echarts") == "undefined"
        assert page.locator("script[src*=echarts]").count() == 0


def test_it_works_from_a_server_too(served, watched):
    page = watched(offline=False)
    page.goto(f"{served}/{PAGES['dashboard']}")
    page.locator(".aj-chart[data-drawn]").last.wait_for()

    assert page.locator("canvas").count() == page.locator(".aj-figure").count()
