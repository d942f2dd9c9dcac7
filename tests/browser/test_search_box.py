"""The search box of every page: by keyboard, by input method, by screen reader, on a narrow one."""

import re

import pytest

from tests.browser.answers import answer, hit
from tests.browser.conftest import HERE
from tests.browser.test_accessibility import STATES, serious

pytestmark = pytest.mark.browser

STATE = """([scheme, large]) => {
  document.body.setAttribute("data-md-color-scheme", scheme);
  anjianReading.setLarge(large);
}"""
HOSTILE = "<img src=x onerror=alert(1)>\"'</script>"


def box(page):
    return page.get_by_role("combobox", name="搜索全站")


def options(page):
    return page.get_by_role("option")


def said(page) -> str:
    return page.locator(".aj-find [role=status]").inner_text()


def active(page):
    return page.get_by_role("option", selected=True)


def is_focused(locator) -> bool:
    return locator.evaluate("one => one === document.activeElement")


def test_the_way_by_keyboard(visit):
    page = visit("home")
    page.keyboard.press("/")
    assert is_focused(box(page))
    assert box(page).input_value() == ""
    box(page).fill("签证")
    options(page).first.wait_for()
    assert box(page).get_attribute("aria-expanded") == "true"
    assert page.locator(f"#{box(page).get_attribute('aria-controls')}[role=listbox]").is_visible()
    assert re.search(r"完整包含“签证”的页面（约? ?\d+ 个）", said(page))
    assert active(page).count() == 0

    page.keyboard.press("ArrowDown")
    assert active(page).get_attribute("id") == box(page).get_attribute("aria-activedescendant")
    assert active(page).evaluate("one => one === document.querySelector('.aj-find__hit')")
    page.keyboard.press("End")
    assert active(page).inner_text() == "查看全部结果"
    page.keyboard.press("ArrowDown")
    assert active(page).count() == 0
    page.keyboard.press("ArrowUp")
    assert active(page).inner_text() == "查看全部结果"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert active(page).count() == 0
    assert is_focused(box(page))

    page.keyboard.press("Escape")
    assert box(page).get_attribute("aria-expanded") == "false"
    assert options(page).filter(visible=True).count() == 0
    assert box(page).input_value() == "签证"
    page.keyboard.press("ArrowDown")
    options(page).first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert box(page).input_value() == ""


def test_enter_opens_the_active_result_and_marks_there(visit, search):
    page = visit("home")
    search(page, "一百二十条之一")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html?h=*")
    assert page.locator("mark.aj-found").count() > 0


def test_enter_opens_all_results(visit):
    page = visit("case")
    box(page).fill("签证 收方")
    page.keyboard.press("Enter")
    page.wait_for_url("**/library/search.html#q=*")
    field = page.get_by_role("textbox", name="搜索全站")
    assert field.input_value() == "签证 收方"
    assert box(page).count() == 0, "one box is enough"


def test_results_are_links_of_the_usual_kind(visit, search):
    page = visit("home")
    search(page, "签证")
    with page.context.expect_page() as opened:
        page.locator(".aj-find__hit").first.click(modifiers=["Control"])
    assert "?h=" in opened.value.url
    assert options(page).first.is_visible()


def test_a_result_says_what_it_is(visit):
    page = visit("home")
    other = hit(2, tier="loose", reasons=["同义词：以案促治", "繁体"], title=[["另一件", False]])
    answer(
        page,
        hits=[hit(1), other],
        strict={"count": 1, "exact": False},
        loose={"count": 7},
        synonyms=[["以案促改", "以案促治"]],
    )
    box(page).fill("以案促改")
    options(page).first.wait_for()
    groups = page.locator(".aj-find [role=group]")
    assert [one.get_attribute("aria-label") for one in groups.all()] == [
        "完整包含“以案促改”的页面（约 1 个）",
        "只包含部分文字的页面（7 个）",
    ]
    text = groups.first.inner_text()
    for part in ("第签证1件", "案例 · 教育 · 2022年 · 匹配 标题", "基本案情", "甲签证乙1"):
        assert part in text
    assert groups.first.locator("mark").all_inner_texts() == ["签证", "签证"]
    assert "匹配 同义词：以案促治；繁体" in groups.last.inner_text()
    assert page.locator(".aj-find").get_by_text("同时查找了：以案促治").is_visible()


def test_pages_of_one_record_stand_together(visit):
    page = visit("home")
    answer(page, hits=[hit(1), hit(2), hit(3, group="case/1")])
    box(page).fill("签证")
    options(page).first.wait_for()
    titles = page.locator(".aj-find .aj-hit__title").all_inner_texts()
    assert titles == ["第签证1件", "第签证3件", "第签证2件"]
    assert page.locator(".aj-find__hit--more").count() == 1


def test_at_most_six_are_asked_for(visit):
    page = visit("home")
    answer(page, hits=[hit(number) for number in range(20)])
    box(page).fill("签证")
    options(page).first.wait_for()
    assert options(page).count() == 7
    assert page.evaluate("window.asked") == [
        {"text": "签证", "limit": 6, "facets": {}, "within": []}
    ]


def test_typing_asks_once(visit):
    page = visit("home")
    answer(page, hits=[hit(1)])
    box(page).evaluate(
        """one => Array.from("变更签证").forEach((sign) => {
          one.focus();
          one.value += sign;
          one.dispatchEvent(new InputEvent("input", { bubbles: true }));
        })"""
    )
    options(page).first.wait_for()
    assert [one["text"] for one in page.evaluate("window.asked")] == ["变更签证"]


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ("unsearchable", "只有标点符号，没有可以查找的文字。"),
        ("nothing", "没有找到“签正”。"),
        ("broken", "索引读不出来。"),
    ],
)
def test_every_state_is_said(state, message, visit):
    page = visit("home")
    answer(page, state=state, message=message, problems=["有 1 个索引文件读不出来，结果可能不全。"])
    box(page).fill("签正")
    page.get_by_text(message).wait_for()
    assert said(page) == message
    assert options(page).count() == 0
    assert box(page).get_attribute("aria-expanded") == "true"
    assert page.locator(".aj-find").get_by_text("有 1 个索引文件读不出来").is_visible()


def test_near_words_are_offered(visit):
    page = visit("home")
    answer(page, state="nothing", message="没有找到。", suggestions=["签证", "收方"])
    box(page).fill("签正")
    page.get_by_text("是不是要找：").wait_for()
    answer(page, hits=[hit(1)])
    page.keyboard.press("Tab")
    for _ in range(3):
        if page.evaluate("document.activeElement.textContent") == "签证":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    options(page).first.wait_for()
    assert box(page).input_value() == "签证"


def test_while_it_works_it_says_so(visit):
    page = visit("home")
    answer(page, hits=[hit(1)])
    page.evaluate(
        "() => { const run = anjianSearch.run; anjianSearch.run = (...all) =>"
        " new Promise((resolve) => { window.finish = () => resolve(run(...all)); }); }"
    )
    box(page).fill("签证")
    page.wait_for_function("Boolean(window.finish)")
    assert said(page) == "正在查找…"
    assert page.locator(".aj-find [role=listbox]").get_attribute("aria-busy") == "true"
    page.evaluate("window.finish()")
    options(page).first.wait_for()
    assert page.locator(".aj-find [aria-busy]").count() == 0


def test_an_older_answer_comes_too_late(visit):
    page = visit("home")
    page.evaluate(
        "() => { window.answers = []; anjianSearch.run = () =>"
        " new Promise((resolve) => window.answers.push(resolve)); }"
    )
    box(page).fill("签")
    page.wait_for_function("window.answers.length === 1")
    box(page).fill("签证")
    page.wait_for_function("window.answers.length === 2")
    page.evaluate("window.answers[0](null)")
    assert said(page) == "正在查找…"


@pytest.mark.parametrize("storage", [True, False])
def test_recent_searches(storage, browser, site, address):
    context = browser.new_context()  # not watched: Material itself complains without storage
    page = context.new_page()
    if not storage:
        page.add_init_script(
            "for (const name of ['getItem', 'setItem'])"
            " Storage.prototype[name] = () => { throw new Error('blocked'); };"
        )
    page.goto(address(site, "home"))
    answer(page, hits=[hit(1)])
    box(page).focus()
    assert options(page).count() == 0
    assert box(page).get_attribute("aria-expanded") == "false"
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    for word in ("签证", "收方", "签证"):
        box(page).fill(word)
        page.wait_for_function("word => window.asked.some(one => one.text === word)", arg=word)
        options(page).first.click()
    box(page).fill("")
    page.get_by_text("最近搜过").wait_for()
    assert options(page).all_inner_texts() == ["签证", "收方"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert box(page).input_value() == "收方"
    box(page).fill("")
    page.get_by_text("最近搜过").wait_for()
    page.locator(".aj-find").get_by_role("button", name="清除记录").click()
    assert options(page).count() == 0
    context.close()


def test_no_more_than_eight_are_kept(visit):
    page = visit("home")
    kept = "JSON.parse(localStorage.getItem('anjian-recent'))"
    page.evaluate("localStorage.setItem('anjian-recent', JSON.stringify([...'一二三四五六七八']))")
    box(page).fill("签证")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html#q=*")
    assert page.evaluate(kept) == ["签证", *"一二三四五六七"]


@pytest.mark.parametrize("foreign", ["{", "{}", "3", "[1, null, {}]", "null"])
def test_what_others_left_in_the_storage_does_no_harm(foreign, visit):
    page = visit("home")
    page.evaluate("text => localStorage.setItem('anjian-recent', text)", foreign)
    box(page).focus()
    box(page).fill("签证")
    options(page).first.wait_for()


def test_an_input_method_is_left_alone(visit):
    page = visit("home")
    answer(page, hits=[hit(1)])
    box(page).focus()
    method = page.context.new_cdp_session(page)
    for text in ("q", "qian", "qian zheng"):
        method.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    page.wait_for_timeout(300)
    assert box(page).input_value() == "qian zheng"
    assert page.evaluate("window.asked") == []
    method.send("Input.insertText", {"text": "签证"})
    options(page).first.wait_for()
    assert [one["text"] for one in page.evaluate("window.asked")] == ["签证"]
    for key in ("ArrowDown", "Escape", "Enter"):
        box(page).evaluate(
            "(one, key) => one.dispatchEvent("
            "new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }))",
            key,
        )
    assert active(page).count() == 0
    assert options(page).first.is_visible()


def test_a_slash_is_typed_where_one_types(visit):
    page = visit("case")
    page.get_by_role("button", name="纠错").click()
    field = page.locator("#aj-report textarea")
    field.focus()
    page.keyboard.press("End")
    page.keyboard.press("/")
    assert is_focused(field)
    assert "/" in field.input_value().splitlines()[-1] + field.input_value()
    box(page).focus()
    page.keyboard.press("/")
    assert box(page).input_value() == "/"


def test_leaving_closes_it(visit, search):
    page = visit("home")
    search(page, "签证")
    page.mouse.click(4, 880)  # beside everything that leads away
    assert options(page).filter(visible=True).count() == 0
    box(page).focus()
    options(page).first.wait_for()


@pytest.mark.parametrize(("large", "least"), [(False, 44), (True, 60)])
def test_on_a_narrow_page_a_button_opens_it(large, least, visit):
    page = visit("home", 390)
    page.evaluate(STATE, ["default", large])
    opener = page.get_by_role("button", name="搜索", exact=True)
    assert box(page).is_hidden()
    assert opener.get_attribute("aria-expanded") == "false"
    sizes = [opener.bounding_box()]
    opener.focus()
    page.keyboard.press("Enter")
    assert is_focused(box(page))
    box(page).fill("签证")
    options(page).first.wait_for()
    close = page.locator(".aj-find").get_by_role("button", name="关闭")
    panel = page.locator(".aj-find__panel").bounding_box()
    assert (panel["x"], panel["width"]) == (0, 390)
    assert panel["y"] + panel["height"] <= 900
    sizes += [close.bounding_box(), box(page).bounding_box()]
    sizes += [one.bounding_box() for one in options(page).all()]
    assert min(min(one["width"], one["height"]) for one in sizes) >= least
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert box(page).is_visible()
    page.keyboard.press("Escape")
    assert box(page).is_hidden()
    assert is_focused(opener)
    opener.click()
    close.click()
    assert is_focused(opener)


def test_texts_stay_texts(visit):
    page = visit("home")
    pieces = [[HOSTILE, True]]
    section = {"anchor": "", "heading": pieces, "snippet": pieces}
    texts = {"title": pieces, "kind": HOSTILE, "about": HOSTILE, "reasons": [HOSTILE]}
    answer(
        page,
        hits=[hit(1, **texts, sections=[section], words=[HOSTILE])],
        synonyms=[[HOSTILE, HOSTILE]],
        suggestions=[HOSTILE],
        problems=[HOSTILE],
    )
    box(page).fill(HOSTILE)
    options(page).first.wait_for()
    assert options(page).first.inner_text().count("<img src=x onerror=alert(1)>") == 6
    assert page.locator(".aj-find img").count() == 0
    page.locator(".aj-find__hit").click()
    page.wait_for_url("**/gc-1.html*")
    assert page.locator(".md-content img").count() == 0


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, "，。！", "😀", "\u202e\u200f", "(.*)[", "constructor", "__proto__", HOSTILE],
)
def test_whatever_is_typed_gets_a_sentence(query, visit):
    page = visit("home")
    box(page).fill(query)
    page.wait_for_function(
        "/^(?!正在查找).{4,}/.test(document.querySelector('.aj-find [role=status]').textContent)"
    )


def test_no_serious_finding_in_any_state(root, visit):
    page = visit("home")
    page.evaluate((root / "tests/vendor/axe.min.js").read_text("utf-8"))
    hits = [hit(1), hit(2, group="case/1"), hit(3, tier="loose")]
    given = {
        "results": {"hits": hits, "loose": {"count": 1}, "synonyms": [["甲", "乙"]]},
        "nothing": {"state": "nothing", "message": "没有找到。", "suggestions": ["签证"]},
    }
    found = []
    for name, values in given.items():
        answer(page, **values)
        for width, scheme, large in STATES:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(STATE, ["slate" if scheme == "dark" else "default", large])
            if box(page).is_hidden():
                page.get_by_role("button", name="搜索", exact=True).click()
            box(page).fill("")
            box(page).fill("签证")
            page.locator(".aj-find .aj-hit__title, .aj-find .aj-choices").first.wait_for()
            if name == "results":
                page.keyboard.press("ArrowDown")
            found += serious(page, f"{name} {width} {scheme} {large}")
    assert found == []


def test_under_another_theme_it_stands_before_the_page(build, browser):
    def plain(settings: str) -> str:
        theme = "theme:\n  name: mkdocs\n  highlightjs: false\n\nplugins:"
        return re.sub(r"theme:\n.*?\nplugins:", theme, settings, flags=re.DOTALL)

    context = browser.new_context(offline=True)  # not watched: that theme itself complains
    page = context.new_page()
    page.goto((build(HERE / "library", plain) / "index.html").as_uri())
    box(page).fill("签证")
    options(page).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html?h=*")
    assert page.locator("mark.aj-found").count() > 0
    context.close()
