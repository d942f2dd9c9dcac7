"""The page of the search: its address, its facets, its way back, by keyboard, on paper, narrow."""

import re
from urllib.parse import quote, unquote

import pytest

from tests.browser.answers import answer, hit
from tests.browser.kinds import PAGES
from tests.browser.test_accessibility import STATES, serious
from tests.browser.test_layout import SIDEWAYS
from tests.browser.test_search_box import HOSTILE, STATE

pytestmark = pytest.mark.browser


def posts(chosen: int = -1) -> list[dict]:
    """A facet of twelve values."""
    values = [
        {"value": f"岗位{number}", "count": number + 1, "chosen": number == chosen}
        for number in range(12)
    ]
    return [{"label": "岗位", "values": values}]


def field(page):
    return page.get_by_role("textbox", name="搜索全站")


def results(page):
    return page.locator(".aj-search__results")


def entries(page):
    return results(page).locator("li")


def said(page) -> str:
    return page.locator(".aj-search [role=status]").inner_text()


def state(page) -> str:
    return unquote(page.evaluate("location.hash"))


def settled(page) -> None:
    page.wait_for_function("!document.querySelector('.aj-search[aria-busy]')")


def wait_for(page, hash_) -> None:
    page.wait_for_function("hash => decodeURIComponent(location.hash) === hash", arg=hash_)
    settled(page)


@pytest.fixture
def opened(site, watched, address):
    """Open the page of the search for what stands behind the #."""

    def go(asked: str = "", width: int = 1280, **options):
        page = watched(width, **options)
        page.goto(address(site, "search") + asked)
        settled(page)
        return page

    return go


def test_an_address_is_a_search(opened):
    page = opened("#q=" + quote("签证"))
    assert field(page).input_value() == "签证"
    heading = results(page).locator("h2").first.inner_text()
    assert re.fullmatch(r"完整包含“签证”的页面（约? ?\d+ 个）", heading)
    assert heading in said(page)
    assert page.title().startswith("签证 - 搜索")
    titles = results(page).locator(".aj-hit__title").all_inner_texts()
    assert "某县河道工程虚假签证套取工程款案（虚构教学案例）" in titles
    marks = entries(page).first.locator("mark").all_inner_texts()
    assert set(marks) == {"签证"}
    first = entries(page).first
    assert first.locator(".aj-hit__about").inner_text()
    sections = first.locator(".aj-hit__text")
    assert 1 <= sections.count() <= 3


def test_strict_results_before_loose_ones(opened):
    page = opened()
    loose = hit(2, tier="loose", group="case/1")
    answer(page, hits=[hit(1), loose], strict={"count": 120, "exact": False}, loose={"count": 3})
    field(page).fill("签证")
    entries(page).first.wait_for()
    assert results(page).locator("h2").all_inner_texts() == [
        "完整包含“签证”的页面（约 120 个）",
        "只包含部分文字的页面（3 个）",
    ]
    assert results(page).locator("> ol").count() == 2
    answer(page, hits=[loose], loose={"count": 3}, strict={"count": 0, "exact": True})
    field(page).fill("签证签证")
    page.get_by_role("heading", name="没有页面完整包含“签证签证”").wait_for()
    assert entries(page).count() == 1
    answer(page, hits=[hit(1)])
    field(page).fill("标题:签证")
    page.get_by_role("heading", name="符合“标题:签证”的页面（1 个）").wait_for()


def test_a_result_leads_to_its_sections(opened):
    page = opened("#q=" + quote("现场负责人"))
    section = entries(page).first.locator("a.aj-hit__heading").filter(has_text="基本案情").first
    assert "?h=" in section.get_attribute("href")
    assert section.get_attribute("href").endswith("#facts")
    section.click()
    page.wait_for_url("**/gc-1.html?h=*#facts")
    mark = page.locator("mark.aj-found--here")
    mark.wait_for()
    assert page.locator("#facts").evaluate(
        "(one, mark) => Boolean(one.compareDocumentPosition(mark) & 4)", mark.element_handle()
    )


def test_pages_of_one_record_stand_under_the_first(opened):
    page = opened()
    section = hit(1)["sections"][0]
    answer(
        page,
        hits=[hit(1), hit(2), hit(3, group="case/1", sections=[section, section])],
    )
    field(page).fill("签证")
    entries(page).first.wait_for()
    top = results(page).locator("> ol > li")
    assert top.count() == 2
    assert top.first.locator("ol .aj-hit__title").all_inner_texts() == ["第签证3件"]
    assert top.last.locator("li").count() == 0


def test_versions_of_a_regulation_are_one_result(opened):
    page = opened("#q=" + quote("收受可能影响公正执行公务的礼品"))
    top = results(page).locator("> ol").first.locator("> li")
    regulation = top.filter(has_text="某某纪律处分规定")
    assert regulation.count() == 1
    assert regulation.locator("li").count() >= 1


def test_facets_narrow_and_are_taken_back(opened):
    page = opened("#q=" + quote("签证"))
    group = page.locator("fieldset", has=page.get_by_text("种类", exact=True))
    before = entries(page).count()
    box = group.get_by_role("checkbox", name="案例")
    group.get_by_text("还有").click()  # kinds of one page each
    count = int(group.locator("label", has_text="案例").locator(".aj-count").inner_text())
    assert 0 < count < before
    box.focus()
    page.keyboard.press("Space")
    wait_for(page, "#q=签证&种类=案例")
    assert box.is_checked()
    assert box.evaluate("one => one === document.activeElement")
    assert entries(page).count() == count
    about = entries(page).locator("> .aj-hit__about").all_inner_texts()
    assert all(one.startswith("案例") for one in about)

    other = group.get_by_role("checkbox", name="教案")
    other.check()
    wait_for(page, "#q=签证&种类=案例&种类=教案")
    assert count < entries(page).count() <= before
    page.get_by_role("button", name="去掉“种类：案例”").click()
    wait_for(page, "#q=签证&种类=教案")
    other.uncheck()
    wait_for(page, "#q=签证")
    assert entries(page).count() == before


def test_a_long_facet_is_folded_unless_something_in_it_was_chosen(opened):
    page = opened()
    answer(page, hits=[hit(1)], facets=posts())
    field(page).fill("签证")
    shown = page.get_by_role("group", name="岗位").locator("label").filter(visible=True)
    shown.first.wait_for()
    assert shown.count() == 8
    assert shown.first.inner_text().split() == ["岗位11", "12"], "the most frequent"
    page.get_by_text("还有 4 项").click()
    assert shown.count() == 12
    answer(page, hits=[hit(2)], facets=posts(chosen=0))
    field(page).fill("收方")
    wait_for(page, "#q=收方")
    assert shown.count() == 12
    assert shown.last.get_by_role("checkbox").is_checked()


def test_searching_in_the_results(opened):
    page = opened("#q=" + quote("签证"))
    before = entries(page).count()
    inner = page.get_by_role("textbox", name="在结果中搜索")
    inner.fill("现场负责人")
    inner.press("Enter")
    wait_for(page, "#q=签证&within=现场负责人")
    assert inner.input_value() == ""
    assert 1 <= entries(page).count() < before
    page.get_by_role("button", name="去掉“结果中有：现场负责人”").click()
    wait_for(page, "#q=签证")
    assert entries(page).count() == before


def test_the_way_back_goes_from_search_to_search(opened):
    page = opened("#q=" + quote("签证"))
    start = page.evaluate("history.length")
    field(page).fill("")
    field(page).press_sequentially("收方", delay=200)
    wait_for(page, "#q=收方")
    assert page.evaluate("history.length") == start + 1, "one step, however slowly it is typed"
    field(page).press("Enter")
    assert page.evaluate("history.length") == start + 1
    field(page).fill("食堂")
    field(page).press("Enter")
    wait_for(page, "#q=食堂")
    assert page.evaluate("history.length") == start + 2
    page.go_back()
    wait_for(page, "#q=收方")
    assert field(page).input_value() == "收方"
    assert "“收方”" in said(page)
    page.go_back()
    wait_for(page, "#q=签证")
    assert field(page).input_value() == "签证"
    page.go_forward()
    wait_for(page, "#q=收方")
    page.evaluate("location.hash = '#q=' + encodeURIComponent('返点')")
    wait_for(page, "#q=返点")
    assert field(page).input_value() == "返点"


def test_back_from_a_result_one_stands_where_one_stood(opened):
    page = opened("#q=" + quote("处分"))
    page.set_viewport_size({"width": 1280, "height": 400})
    link = results(page).locator("a:visible").last
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 300
    link.click()
    page.wait_for_url("**?h=*")
    page.go_back()
    page.wait_for_function("before => Math.abs(scrollY - before) < 3", arg=before)
    assert entries(page).count() > 0


def test_ten_more_without_losing_the_place(opened):
    page = opened()
    answer(page, hits=[hit(number) for number in range(25)])
    field(page).fill("签证")
    entries(page).first.wait_for()
    more = page.get_by_role("button", name="再显示 10 条")
    assert entries(page).count() == 10
    page.evaluate("window.first = document.querySelector('.aj-hits > li')")
    more.click()
    page.wait_for_function("document.querySelectorAll('.aj-hits > li').length === 20")
    assert page.evaluate("window.first === document.querySelector('.aj-hits > li')")
    assert page.evaluate("document.activeElement.textContent") == "第签证10件"
    more.click()
    page.wait_for_function("document.querySelectorAll('.aj-hits > li').length === 25")
    assert more.is_hidden()
    assert [one["limit"] for one in page.evaluate("window.asked")] == [10, 20, 30]


def test_the_first_five_stay_when_the_rest_comes(opened):
    page = opened()
    answer(page, hits=[hit(number) for number in range(9)], early=True)
    field(page).fill("签证")
    page.wait_for_function("document.querySelectorAll('.aj-hits > li').length === 5")
    assert page.locator(".aj-search[aria-busy=true]").count() == 1
    link = results(page).locator("a").first
    link.focus()
    page.evaluate("window.scrollTo(0, 200)")
    before = page.evaluate("[scrollY, window.finish()][0]")
    page.wait_for_function("document.querySelectorAll('.aj-hits > li').length === 9")
    settled(page)
    assert page.evaluate("scrollY") == before
    assert link.evaluate("one => one === document.activeElement")


@pytest.mark.parametrize("state_", ["unsearchable", "nothing", "broken"])
def test_every_state_is_said(state_, opened):
    page = opened()
    answer(
        page,
        state=state_,
        message="一句话。",
        suggestions=["签证"] if state_ == "nothing" else [],
        problems=["有 1 个索引文件读不出来，结果可能不全。"],
    )
    field(page).fill("签正")
    page.locator(".aj-search").get_by_text("一句话。").wait_for()
    assert said(page) == "一句话。"
    assert entries(page).count() == 0
    assert page.get_by_text("有 1 个索引文件读不出来").is_visible()
    assert page.get_by_role("textbox", name="在结果中搜索").is_hidden()
    indexes = page.locator(".aj-search-all")
    assert indexes.is_visible() == (state_ == "broken")
    assert page.get_by_text("没有启用脚本").is_hidden()
    if state_ == "nothing":
        answer(page, hits=[hit(1)])
        page.get_by_role("button", name="签证", exact=True).click()
        wait_for(page, "#q=签证")
        assert field(page).input_value() == "签证"


def test_synonyms_are_named(opened):
    page = opened()
    answer(page, hits=[hit(1)], synonyms=[["以案促改", "以案促治"]])
    field(page).fill("以案促改")
    page.get_by_text("同时查找了：以案促治").wait_for()


def test_a_blank_page_says_what_to_do(opened):
    page = opened()
    assert said(page)
    page.get_by_text("怎样搜得更准").click()
    for word in ("标题:", "领域:", "年份:", "依据:", "空格", "引号"):
        assert page.locator(".aj-search__help").get_by_text(word).first.is_visible()
    field(page).fill("签证")
    field(page).press("Enter")
    wait_for(page, "#q=签证")
    field(page).fill("")
    page.get_by_text("最近搜过").wait_for()
    page.locator(".aj-search").get_by_role("button", name="签证", exact=True).click()
    wait_for(page, "#q=签证")
    field(page).fill("")
    page.get_by_role("button", name="清除记录").click()
    assert page.get_by_text("最近搜过").count() == 0


def test_slash_and_an_input_method(opened):
    page = opened()
    answer(page, hits=[hit(1)])
    page.keyboard.press("/")
    assert field(page).evaluate("one => one === document.activeElement")
    method = page.context.new_cdp_session(page)
    text = "qian zheng"
    composed = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
    method.send("Input.imeSetComposition", composed)
    page.wait_for_timeout(300)
    assert page.evaluate("window.asked") == []
    assert state(page) == ""
    method.send("Input.insertText", {"text": "签证"})
    wait_for(page, "#q=签证")
    assert entries(page).count() == 1


def test_without_scripts_all_index_pages_are_listed(opened):
    page = opened(java_script_enabled=False)
    assert page.get_by_text("搜索要用到脚本，这个浏览器没有启用脚本。").is_visible()
    links = page.locator(".aj-search-all a")
    targets = {one.get_attribute("href") for one in links.all()}
    for name in ("cases", "index", "keywords", "matrix", "citations", "review", "units", "rules"):
        assert PAGES[name].removeprefix("library/") in targets
    assert "../guide/readers.html" in targets
    assert page.locator(".aj-search").is_hidden()
    links.first.click()
    assert page.locator("h1").is_visible()


def test_with_scripts_they_are_not(opened):
    assert opened().locator(".aj-search-all").is_hidden()


@pytest.mark.parametrize(("large", "least"), [(False, 44), (True, 60)])
def test_narrow(large, least, opened):
    page = opened("#q=" + quote("签证") + "&" + quote("种类") + "=" + quote("案例"), 390)
    page.evaluate(STATE, ["default", large])
    assert page.evaluate(SIDEWAYS) == 0
    summary = page.locator(".aj-search__facets > summary")
    assert page.get_by_role("checkbox").filter(visible=True).count() == 0
    summary.click()
    assert page.get_by_role("checkbox", name="案例").is_visible()
    assert page.evaluate(SIDEWAYS) == 0
    pressed = page.locator(".aj-search").locator("button, summary, label, form input")
    boxes = [one.bounding_box() for one in pressed.filter(visible=True).all()]
    assert len(boxes) > 8
    assert min(box["height"] for box in boxes) >= least


@pytest.mark.parametrize(
    "asked",
    [
        f"#q={quote(HOSTILE)}&{quote(HOSTILE)}={quote(HOSTILE)}&within={quote(HOSTILE)}",
        "#q=%E0%A4%A",
        "#q=%ED%A0%80",
        "#__proto__=x&constructor=y&q=" + quote("签证"),
        "#" + "q=x&" * 500,
        "#q=" + "x" * 10_000,
        "#&&&=&==q",
    ],
)
def test_whatever_stands_in_the_address_stays_text(asked, opened):
    page = opened(asked)
    assert page.locator(".aj-search").is_visible()
    assert said(page)
    assert page.locator(".aj-search img").count() == 0
    field(page).fill("签证\ud83d")
    page.wait_for_function("location.hash.startsWith('#q=%E7%AD%BE')")


def test_texts_of_results_stay_texts(opened):
    page = opened()
    pieces = [[HOSTILE, True]]
    section = {"anchor": "", "heading": pieces, "snippet": pieces}
    texts = {"title": pieces, "kind": HOSTILE, "about": HOSTILE, "reasons": [HOSTILE]}
    value = {"value": HOSTILE, "count": 1, "chosen": False}
    answer(
        page,
        hits=[hit(1, **texts, group=HOSTILE, sections=[section], words=[HOSTILE])],
        facets=[{"label": HOSTILE, "values": [value]}],
        synonyms=[[HOSTILE, HOSTILE]],
        suggestions=[HOSTILE],
        problems=[HOSTILE],
    )
    field(page).fill(HOSTILE)
    entries(page).first.wait_for()
    page.get_by_role("checkbox").click()
    page.get_by_role("button", name="去掉").wait_for()
    assert page.locator(".aj-search img").count() == 0
    assert entries(page).first.inner_text().count("<img src=x onerror=alert(1)>") == 6
    results(page).locator("a").first.click()
    page.wait_for_url("**/gc-1.html?h=*")
    assert page.locator(".md-content img").count() == 0


def test_on_paper_only_the_results_are_left(opened):
    page = opened("#q=" + quote("签证"))
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for part in ("form", "button", "input", "summary", "fieldset"):
        assert page.locator(".aj-search").locator(part).filter(visible=True).count() == 0, part
    assert entries(page).first.is_visible()
    assert results(page).locator("h2").first.is_visible()


def test_no_serious_finding_in_any_state(root, opened):
    page = opened()
    page.evaluate((root / "tests/vendor/axe.min.js").read_text("utf-8"))
    hits = [hit(1), hit(2, group="case/1"), hit(3, tier="loose")]
    found = []
    for name, values in {
        "results": {"hits": hits, "loose": {"count": 1}, "facets": posts(0)},
        "nothing": {"state": "nothing", "message": "没有找到。", "suggestions": ["签证"]},
    }.items():
        answer(page, **values)
        field(page).fill(name)
        wait_for(page, f"#q={name}")
        for width, scheme, large in STATES:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(STATE, ["slate" if scheme == "dark" else "default", large])
            page.locator(".aj-search__facets").evaluate("one => { one.open = true; }")
            found += serious(page, f"{name} {width} {scheme} {large}")
    assert found == []
