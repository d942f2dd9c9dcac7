"""The quiz in the page: every type by keyboard, one by one or all at once, kept and cleared."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from generator.answers import digest, folded

pytestmark = pytest.mark.browser

TYPED = {
    "tk-1": ["Tab", "ArrowDown"],
    "tk-2": ["Tab", "Tab", "Space", "Tab", "Space"],
    "tk-3": ["Tab", "ArrowUp"],
    "tk-6": ["Tab", "单", "Tab", "同"],
    "tk-7": ["Tab", "B", "Tab", "C", "Tab", "A"],
}
"""The keys that answer a question rightly, from the place just before its fields."""
WRITTEN = {"tk-4": ["两", "“时间、坐标”"], "tk-5": ["看过磅单，第三人能核对"]}
ALL = ["tk-1", "tk-2", "tk-3", "tk-4", "tk-5", "tk-6", "tk-7"]
SCORE = "得 13 分，满分 13 分（100%），合格"


@pytest.fixture(params=["disk", "http"])
def quiz(request, site, watched, address):
    """The quiz of a lesson, from a disk without a network and from a plain server."""
    if request.param == "disk":
        page = watched()
        page.goto(address(site, "quiz"))
    else:
        page = watched(offline=False)
        page.goto(address(request.getfixturevalue("served"), "quiz"))
    return page


def item(page, name):
    return page.locator(f"[data-question={name}]")


def answer(page, name):
    """Answer a question rightly without a mouse."""
    first = item(page, name).locator("input, select, textarea").first
    if name in WRITTEN:
        first.focus()
        for text in WRITTEN[name]:
            page.keyboard.insert_text(text)
            page.keyboard.press("Tab")
        return
    before(page, name)
    for key in TYPED[name]:
        page.keyboard.press(key) if len(key) > 1 else choose(page, key)


def before(page, name):
    """Put the keyboard just before the fields of a question."""
    first = item(page, name).locator("input, select, textarea").first
    first.focus()
    page.keyboard.press("Shift+Tab")


def choose(page, key):
    """Choose in a list by what an option begins with or contains."""
    field = page.locator(":focus")
    labels = field.locator("option").all_inner_texts()
    wanted = next(at for at, label in enumerate(labels) if key in label)
    for _ in range(wanted):
        page.keyboard.press("ArrowDown")


@pytest.mark.parametrize("name", ALL)
def test_each_type_is_answered_and_told_by_keyboard(name, quiz):
    answer(quiz, name)
    button = item(quiz, name).get_by_role("button", name="看对错")
    button.focus()
    quiz.keyboard.press("Enter")
    told = item(quiz, name).locator(".aj-feedback")
    expect(told).to_be_focused()
    expect(told).to_contain_text("由教员评阅" if name == "tk-5" else "✓ 答对了")
    assert item(quiz, name).locator("fieldset").get_attribute("aria-describedby") == (
        told.get_attribute("id")
    )


def test_a_wrong_answer_is_told_and_can_be_tried_again(visit):
    page = visit("quiz")
    question = item(page, "tk-1")
    question.get_by_label("施工单位的日志").check()
    question.get_by_role("button", name="看对错").click()
    expect(question.locator(".aj-feedback")).to_have_text("✗ 答错了。")
    assert question.get_by_text("水文站与当事人没有利害关系").is_visible()
    assert question.locator("input").first.is_disabled()
    question.get_by_role("button", name="再答一次").click()
    expect(question.locator("input").first).to_be_focused()
    assert question.locator(".aj-feedback").inner_text() == ""
    assert not question.get_by_text("水文站与当事人没有利害关系").is_visible()


def test_nothing_is_told_before_it_is_answered(visit):
    page = visit("quiz")
    assert not page.get_by_text("水文站与当事人没有利害关系").is_visible()
    assert not page.get_by_text("解析（答完再看）").first.is_visible()
    item(page, "tk-6").get_by_role("button", name="看对错").click()
    expect(page.locator(".aj-quiz__status")).to_have_text("第 6 题还没有答完。")
    expect(item(page, "tk-6").locator("select").first).to_be_focused()
    assert item(page, "tk-6").locator(".aj-feedback").inner_text() == ""


def test_an_exam_tells_nothing_until_it_is_handed_in(quiz):
    quiz.get_by_label("全部答完再交卷").check()
    assert quiz.get_by_role("button", name="看对错").filter(visible=True).count() == 0
    for name in ALL[:-1]:
        answer(quiz, name)
    quiz.get_by_role("button", name="交卷", exact=True).click()
    asked = quiz.locator(".aj-quiz__asked")
    expect(asked).to_be_focused()
    expect(asked).to_contain_text("还有 1 题没有答完：第 7 题")
    assert quiz.locator(".aj-feedback--right, .aj-feedback--wrong").count() == 0
    quiz.get_by_role("button", name="接着答").click()
    answer(quiz, "tk-7")
    quiz.get_by_role("button", name="交卷", exact=True).click()
    result = quiz.get_by_role("heading", name="得 13 分")
    expect(result).to_be_focused()
    assert result.inner_text() == SCORE
    assert quiz.locator(".aj-feedback--right").count() == 6
    assert quiz.get_by_text("另有 1 道简答题由教员评阅").is_visible()
    assert quiz.get_by_text("水文站与当事人没有利害关系").is_visible()
    assert quiz.locator("fieldset:enabled").count() == 1, "only the way to answer stays, locked"
    assert quiz.get_by_label("答一题看一题").is_disabled()


def test_what_was_missed_is_named_and_led_to(visit):
    page = visit("quiz")
    page.get_by_label("全部答完再交卷").check()
    item(page, "tk-1").get_by_label("预盖空白章的签证单").check()
    page.get_by_role("button", name="交卷", exact=True).click()
    page.get_by_role("button", name="仍然交卷").click()
    assert "没有合格" in page.locator("#result").inner_text()
    page.locator(".aj-quiz__result").get_by_role("link", name="第 3 题").click()
    assert page.url.endswith("#q3")
    assert "没有作答" in item(page, "tk-3").locator(".aj-feedback").inner_text()


def test_answers_outlast_a_reload_and_a_move_to_another_folder_and_are_cleared(quiz):
    for name in ("tk-1", "tk-4", "tk-6"):
        answer(quiz, name)
    item(quiz, "tk-1").get_by_role("button", name="看对错").click()
    quiz.reload()
    assert item(quiz, "tk-1").locator(".aj-feedback").inner_text() == "✓ 答对了，得 2 分。"
    assert item(quiz, "tk-4").locator("input").first.input_value() == "两"
    assert item(quiz, "tk-6").locator("select").nth(1).input_value() == "A"
    keys = json.loads(quiz.evaluate("JSON.stringify(Object.keys(localStorage))"))
    (key,) = [one for one in keys if one.startswith("anjian-quiz")]
    assert key.endswith("/lesson/ja-2")
    folder = quiz.url.partition("library")[0]
    assert not any(part in key for part in folder.split("/") if part)
    quiz.get_by_role("button", name="清空重答").click()
    expect(quiz.get_by_label("答一题看一题")).to_be_focused()
    quiz.reload()
    assert quiz.locator("[data-question] input:checked").count() == 0
    assert quiz.locator(".aj-blank").first.input_value() == ""


def test_answers_to_other_questions_are_not_taken_for_answers_to_these(visit):
    page = visit("quiz")
    answer(page, "tk-1")
    key = "anjian-quiz/案鉴 · 以案促改案例库/lesson/ja-2"
    page.evaluate(
        "key => { const kept = JSON.parse(localStorage[key]); kept.version = 'other';"
        " localStorage[key] = JSON.stringify(kept); }",
        key,
    )
    page.reload()
    assert page.locator("[data-question] input:checked").count() == 0


def test_it_works_where_nothing_can_be_kept(visit):
    page = visit("quiz")
    # The theme's own scripts read the storage too and break without it; only ours is denied.
    page.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem']) {"
        " const own = Storage.prototype[name]; Storage.prototype[name] = function (key, ...rest) {"
        " if (key.startsWith('anjian-quiz')) { throw new Error('no'); }"
        " return own.call(this, key, ...rest); }; }"
    )
    page.reload()
    answer(page, "tk-1")
    item(page, "tk-1").get_by_role("button", name="看对错").click()
    assert item(page, "tk-1").locator(".aj-feedback").inner_text() == "✓ 答对了，得 2 分。"


def test_one_question_on_its_own_page(visit):
    page = visit("question")
    assert page.get_by_text("怎么答").count() == 0
    page.get_by_label("水文站的水位记录").check()
    page.get_by_role("button", name="看对错").click()
    expect(page.locator(".aj-feedback")).to_have_text("✓ 答对了，得 2 分。")
    assert page.get_by_text("水文站与当事人没有利害关系").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_it_is_an_empty_test(scripts, visit):
    page = visit("quiz", java_script_enabled=scripts)
    if scripts:
        answer(page, "tk-1")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for text in ("水文站的水位记录", "（　）对", "预盖空白章", "同部位累计报告", "提出变更"):
        assert page.get_by_text(text).first.is_visible(), text
    assert page.get_by_role("button").filter(visible=True).count() == 0
    assert page.locator("[data-question] input, select, textarea").filter(visible=True).count() == (
        2 if scripts else 0
    ), "the blanks alone"
    assert page.get_by_text("水文站与当事人没有利害关系").filter(visible=True).count() == 0


def test_a_lecturer_prints_it_without_what_is_right(lecturers, watched, address):
    page = watched()
    page.goto(address(lecturers, "quiz"))
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印试卷（不带答案）").click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("[data-lecturer]").filter(visible=True).count() == 0
    assert page.get_by_text("水文站的水位记录").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[data-lecturer]").filter(visible=True).count() == 7


def test_no_answer_is_in_any_byte_that_a_learner_gets(site):
    secrets = ["只给教员看的解析", "能由第三人检查即可", "先投票再往下走"]
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".js", ".json", ".xml", ".txt", ".csv"}:
            raw = path.read_bytes()
            for secret in secrets:
                assert secret.encode() not in raw, path
            assert b"data-lecturer" not in raw or path.suffix == ".js", path
    page = (site / "library/lesson/ja-2/quiz.html").read_text("utf-8")
    values = set(re.findall(r'\sdata-[a-z-]+="([^"]*)"', page))
    assert not values & {"B", "BC", "BA", "BCA", "错", "两", "时间坐标"}


SIGNS = st.one_of(
    st.text(max_size=30),
    st.text(
        alphabet="ＡＢａｂ１２ ①㎡ﾊﾟ\u3000\x85\x1c\ufeff\u200b、，。“”‘’—·_-[]【】İßΣς甲Ⅳ",
        max_size=20,
    ),
)


@given(st.lists(SIGNS, min_size=1, max_size=40))
@settings(max_examples=25)
def compare(page, texts):
    texts = [text.encode("utf-8", "ignore").decode() for text in texts]
    given = page.evaluate(
        "texts => texts.map((text) => { const { folded, digestOf } = anjianDigest;"
        " return [folded(text), digestOf('a1b2', 3, folded(text))]; })",
        texts,
    )
    assert given == [[folded(text), digest("a1b2", 3, folded(text))] for text in texts]


def test_browser_and_generator_fold_and_digest_alike(visit):
    compare(visit("quiz"))
