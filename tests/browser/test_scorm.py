"""The SCORM package in a learning platform that others wrote, by keyboard, and without any."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from generator.build import view
from generator.exports import documents
from tests.exports.quiz_library import FILES

pytestmark = pytest.mark.browser

HOME = "http://platform.invalid/"
PLATFORM = """<!DOCTYPE html><html lang="zh-CN"><title>学习平台</title>
<script src="scorm12.min.js"></script>
<script>
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = sessionStorage.getItem("kept");
  if (kept) window.API.loadFromJSON(JSON.parse(kept), "");
  window.API.on("LMSFinish", () => {
    sessionStorage.setItem("kept", JSON.stringify(window.API.renderCMIToJSONObject().cmi));
  });
</script>
<iframe src="index.html" title="课件" style="width:100%;height:900px"></iframe></html>"""
RIGHT = {
    "input[name=q1][value=D]": True,
    **{f"input[name=q2][value={one}]": True for one in "ABD"},
    "input[name=q3][value=错]": True,
    "input[name=q4-0]": "四 百",
    "input[name=q4-1]": "公开招标。",
    "input[name=q5-0]": "％甲方",
    "textarea[name=q6-0]": "没有比价\n没有验收",
    "select[name=q7-0]": "B",
    "select[name=q7-1]": "A",
    **{f"select[name=q8-{place}]": letter for place, letter in enumerate("BDAC")},
}


@pytest.fixture(scope="module")
def package(checked):
    edition = view(checked(FILES), "lecturer")
    made = {one.path: one for one in documents("scorm")(edition, ())}
    with zipfile.ZipFile(io.BytesIO(made["scorm/ja-yi-scorm12.zip"].make())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    made = context.new_page()
    problems = []
    made.on("pageerror", lambda error: problems.append(str(error)))
    made.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    yield made
    context.close()
    assert problems == []


@pytest.fixture
def platform(page, package, root):
    """Open the package in the platform; anything else that is asked for fails."""
    served = {
        **package,
        "": PLATFORM.encode(),
        "scorm12.min.js": (root / "tests/vendor/scorm12.min.js").read_bytes(),
        "favicon.ico": b"",
    }

    def answer(route):
        name = route.request.url.removeprefix(HOME)
        if name not in served:
            route.abort()
            return
        kind = {"js": "text/javascript", "css": "text/css"}.get(
            name.rpartition(".")[2], "text/html"
        )
        route.fulfill(body=served[name], content_type=f"{kind}; charset=utf-8")

    page.route("**/*", answer)
    page.goto(HOME)
    return page


@pytest.fixture
def local(page, package, tmp_path):
    """Open the package from the disk, with no platform anywhere."""
    for name, content in package.items():
        (tmp_path / name).write_bytes(content)
    page.goto((tmp_path / "index.html").as_uri())
    return page


def quiz(page):
    return page.frame_locator("iframe")


def fill(place, answers):
    for selector, value in answers.items():
        field = place.locator(selector)
        if value is True:
            field.check()
        elif selector.startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)


def value(page, name):
    return page.evaluate("(name) => String(window.API.LMSGetValue(name))", name)


def hand_in(place):
    place.get_by_role("button", name="交卷").click()


def interactions(page):
    count = int(value(page, "cmi.interactions._count"))
    return page.evaluate(
        """(count) => {
          const found = window.API.cmi.interactions.childArray;
          return found.slice(0, count).map((one) => {
            const said = JSON.parse(JSON.stringify(one));
            return [said.id, said.type, said.student_response, said.result];
          });
        }""",
        count,
    )


def test_right_answers_pass_and_every_question_is_told(platform):
    place = quiz(platform)
    expect(place.get_by_text("已经连到学习平台")).to_be_visible()
    assert value(platform, "cmi.core.lesson_status") == "incomplete"

    fill(place, RIGHT)
    hand_in(place)

    expect(place.get_by_text("得 14 分，满分 14 分，合 100%：合格。")).to_be_visible()
    expect(place.get_by_text("结果已经报给学习平台。")).to_be_visible()
    assert value(platform, "cmi.core.lesson_status") == "passed"
    assert [value(platform, f"cmi.core.score.{one}") for one in ("raw", "min", "max")] == [
        *("100", "0", "100"),
    ]
    told = interactions(platform)
    assert [(kind, said, result) for _, kind, said, result in told] == [
        ("choice", "d", "correct"),
        ("choice", "a,b,d", "correct"),
        ("true-false", "f", "correct"),
        ("fill-in", "四 百，公开招标。", "correct"),
        ("fill-in", "％甲方", "correct"),
        ("fill-in", "没有比价 没有验收", "neutral"),
        ("matching", "1.b,2.a", "correct"),
        ("sequencing", "b,d,a,c", "correct"),
    ]
    assert told[0][0] == "q-danxuan"


def test_wrong_answers_fail_and_may_be_put_right(platform):
    place = quiz(platform)
    wrong = RIGHT | {"input[name=q1][value=D]": False, "select[name=q8-0]": "A"}
    wrong = {name: given for name, given in wrong.items() if given is not False}
    fill(place, wrong)
    place.locator("input[name=q1][value=A]").check()
    place.locator("input[name=q2][value=C]").check()
    place.locator("input[name=q3][value=对]").check()
    hand_in(place)

    expect(place.get_by_text("得 4 分，满分 14 分，合 28%：没有合格。")).to_be_visible()
    assert value(platform, "cmi.core.lesson_status") == "failed"
    assert value(platform, "cmi.core.score.raw") == "28"
    assert [result for *_, result in interactions(platform)][:3] == ["wrong"] * 3

    place.get_by_role("button", name="再做一次").click()
    fill(place, RIGHT)
    hand_in(place)
    expect(place.get_by_text("合格。", exact=False).last).to_be_visible()
    assert value(platform, "cmi.core.lesson_status") == "passed"
    assert value(platform, "cmi.core.score.raw") == "100"
    assert value(platform, "cmi.interactions._count") == "16"


def test_a_worse_second_try_takes_nothing_away(platform):
    place = quiz(platform)
    fill(place, RIGHT)
    hand_in(place)
    place.get_by_role("button", name="再做一次").click()
    hand_in(place)
    hand_in(place)

    expect(place.get_by_text("得 0 分", exact=False)).to_be_visible()
    assert value(platform, "cmi.core.lesson_status") == "passed"
    assert value(platform, "cmi.core.score.raw") == "100"


def test_who_leaves_goes_on_where_they_were(platform):
    place = quiz(platform)
    half = dict(list(RIGHT.items())[:7])
    fill(place, half)
    place.locator("textarea").fill("半句")
    place.locator("textarea").blur()
    platform.reload()

    place = quiz(platform)
    expect(place.locator("input[name=q4-0]")).to_have_value("四 百")
    expect(place.locator("input[name=q2][value=D]")).to_be_checked()
    expect(place.locator("input[name=q2][value=C]")).not_to_be_checked()
    expect(place.locator("textarea")).to_have_value("半句")
    assert value(platform, "cmi.core.lesson_status") == "incomplete"


def test_what_is_not_answered_is_said_once(platform):
    place = quiz(platform)
    fill(place, {name: given for name, given in RIGHT.items() if "q5" not in name})
    hand_in(place)

    expect(place.get_by_role("alert")).to_have_text(
        "第 5 题还没有答完。补上再交；不补，就再按一次“交卷”。"
    )
    assert value(platform, "cmi.core.lesson_status") == "incomplete"
    expect(place.locator("#q5-head")).to_be_focused()
    hand_in(place)
    expect(place.get_by_text("得 13 分", exact=False)).to_be_visible()


def test_it_can_be_done_by_keyboard_alone(platform):
    place = quiz(platform)
    place.locator("#q1-head").focus()

    def press(*keys):
        for key in keys:
            platform.keyboard.press(key)

    press("Tab", "ArrowDown", "ArrowDown", "ArrowDown")
    expect(place.locator("input[name=q1][value=D]")).to_be_checked()
    press("Tab", "Space", "Tab", "Space", "Tab", "Tab", "Space")
    press("Tab", "Space", "ArrowDown")
    expect(place.locator("input[name=q3][value=错]")).to_be_checked()
    for text in ("400", "公开招标", "%甲方", "没有"):
        press("Tab")
        platform.keyboard.insert_text(text)
    for letter in "BABDAC":
        press("Tab", letter)
    press("Tab", "Enter")
    expect(place.get_by_text("得 14 分", exact=False)).to_be_visible()
    expect(place.locator("#result")).to_be_focused()


def test_from_the_disk_it_works_and_says_that_nothing_is_recorded(local):
    expect(local.get_by_text("没有连到学习平台：可以照常做题")).to_be_visible()
    fill(local, RIGHT)
    hand_in(local)

    expect(local.get_by_text("得 14 分，满分 14 分，合 100%：合格。")).to_be_visible()
    expect(local.get_by_text("没有报给学习平台，结果只显示在这里")).to_be_visible()
    expect(local.get_by_text("由教员评阅。")).to_be_visible()


def test_an_explanation_comes_after_the_answer(local):
    explanation = local.get_by_text("因为如此。")
    expect(explanation).to_be_hidden()
    hand_in(local)
    hand_in(local)
    expect(explanation).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window_and_everybody_can_use_it(local, width, root):
    local.set_viewport_size({"width": width, "height": 900})
    assert local.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    local.evaluate((root / "tests/vendor/axe.min.js").read_text("utf-8"))
    run = "axe.run({ preload: false }).then((all) => all.violations.map((one) => one.id))"
    assert local.evaluate(run) == []
    hand_in(local)
    hand_in(local)
    assert local.evaluate(run) == []
    assert local.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
