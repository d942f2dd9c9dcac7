"""Result slips: forty of them from learners' pages come back as figures on a lecturer's page."""

import csv
import io
import random

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

READER = "library/slips.html"
POINTS = {"B": 2, "BC": 3, "错": 1, "BA": 3, "BCA": 2}
RIGHT = {0: "B", 1: "BC", 2: "错", 5: "BA", 6: "BCA"}


@pytest.fixture
def learner(visit):
    """Answer the quiz of a lesson and take the slip."""
    page = visit("quiz")

    def hand_in(name: str, first: str = "B") -> str:
        if page.get_by_role("button", name="清空重答").is_visible():
            page.get_by_role("button", name="清空重答").click()
        page.get_by_label("全部答完再交卷").check()
        page.locator(f"#q1 input[value={first}]").check()
        page.locator(".aj-blank").first.fill("两")
        page.locator(".aj-blank").nth(1).fill("时间；坐标|,%")
        page.locator("#q5 textarea").fill("过磅单，\n第三人 能核对。")
        page.get_by_role("button", name="交卷", exact=True).click()
        page.get_by_role("button", name="仍然交卷").click()
        page.get_by_label("姓名或座号").fill(name)
        return page.locator("#aj-slip-text").input_value()

    hand_in.page = page
    return hand_in


@pytest.fixture
def reader(lecturers, watched, address):
    """The lecturer's page; read a text with slips in it."""
    page = watched()
    page.goto(address(lecturers, READER))

    def read(text: str, roster: str = ""):
        page.get_by_label("答题单（可以一次贴多份）").fill(text)
        page.get_by_label("名单").fill(roster)
        page.get_by_role("button", name="看答题情况").click()
        return page

    return read


def slips(page, answers: list[list], start: int = 1) -> list[str]:
    """Slips as the page writes them, for seats in a row."""
    script = """([version, rows]) => rows.map(([seat, answers, got]) => anjianSlip.write({
      quiz: "lesson/ja-2", version, mode: "whole", name: String(seat), serial: "s" + seat,
      answers, got, all: 13 }))"""
    version = page.locator(".aj-quiz").get_attribute("data-version")
    rows = [[seat, given, score(given)] for seat, given in enumerate(answers, start)]
    return page.evaluate(script, [version, rows])


def score(given: list) -> int:
    found = sum(POINTS[right] for at, right in RIGHT.items() if given[at] == right)
    return found + (2 if given[3] and given[3][0] == "两" and given[3][1] == "时间坐标" else 0)


def test_a_slip_is_copied_and_drawn_as_a_code_that_others_can_read(learner, root):
    page = learner.page
    text = learner("张三 =1+1")
    assert text.startswith("案鉴答题v1|lesson/ja-2|")
    assert text.endswith("|完")
    assert " " not in text
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.locator(".aj-slip__status")).to_contain_text("复制")
    assert page.evaluate("document.activeElement.selectionEnd") == len(text)
    assert not page.locator("script[src$='qrcode.js']").count(), "asked for only when wanted"
    page.get_by_role("button", name="显示二维码").click()
    page.locator("canvas").wait_for()
    page.evaluate((root / "tests/vendor/jsQR.js").read_text("utf-8"))
    read = page.evaluate(
        """() => { const canvas = document.querySelector("canvas");
        const { width, height } = canvas;
        const image = canvas.getContext("2d").getImageData(0, 0, width, height);
        return new TextDecoder().decode(new Uint8Array(jsQR(image.data, width, height).binaryData));
        }"""
    )
    assert read == text


def test_a_slip_that_is_too_long_for_a_code_says_so(learner):
    learner("张三")
    page = learner.page
    page.evaluate("document.getElementById('aj-slip-text').value = '案'.repeat(900)")
    page.get_by_role("button", name="显示二维码").click()
    expect(page.locator(".aj-slip__status")).to_contain_text("二维码装不下")
    assert page.locator("canvas").is_hidden()


def test_what_a_learner_wrote_comes_back_as_it_was(learner, reader):
    page = reader(learner("张三 甲"))
    assert page.get_by_role("status").filter(has_text="有效 1 份").is_visible()
    page.get_by_text("各人得分").click()
    assert page.get_by_text("张三 甲：2 分（测验）").is_visible()
    assert page.get_by_text("两；时间；坐标|,%").is_visible()
    assert page.get_by_text("过磅单， 第三人 能核对。").is_visible()


def test_forty_slips_with_a_chat_between_them_give_the_figures(learner, reader):
    luck = random.Random(7)
    answers = [
        [
            luck.choice("ABBC"),
            luck.choice(["BC", "B", "ABC"]),
            luck.choice(["对", "错"]),
            [luck.choice(["两", "3"]), "时间坐标"],
            "看过磅单" if seat % 4 == 0 else "",
            luck.choice(["BA", "BC", ""]),
            luck.choice(["BCA", "CBA"]),
        ]
        for seat in range(40)
    ]
    texts = slips(learner.page, answers)
    chat = "\n李老师 10:32\r\n收到，谢谢！\n\n".join(
        f"{text[:25]}\n　{text[25:60]}\u200b \n{text[60:]}" for text in texts
    )
    page = reader(chat)
    expect(page.get_by_role("status")).to_have_text(
        "读到 40 份：有效 40 份，重复 0 份，读不了 0 份。"
    )
    average = sum(map(score, answers)) / 40
    assert page.get_by_text(f"平均 {average:.1f} 分（满分 13 分）").is_visible()
    passed = sum(score(one) >= 8 for one in answers)
    assert page.get_by_text(f"合格 {passed} 人").is_visible()
    first = page.locator(".aj-asked").first
    for letter, option in zip(
        "ABC", ["施工单位的日志", "水文站的水位记录", "预盖空白章的签证单"], strict=True
    ):
        count = sum(one[0] == letter for one in answers)
        row = first.locator(".aj-bar-row").filter(has_text=option)
        assert f"{count} 人，{int(count / 40 * 100 + 0.5)}%" in row.inner_text()
        assert ("✓" in row.inner_text()) == (letter == "B")
    several = page.locator(".aj-asked").nth(1).locator(".aj-bar-row").filter(has_text="四方确认")
    assert f"{sum('C' in one[1] for one in answers)} 人" in several.inner_text()
    unanswered = sum(not one[5] for one in answers)
    assert page.locator(".aj-asked").nth(5).get_by_text(f"没有作答 {unanswered} 人").is_visible()
    rights = {
        number: sum(one[at] == right for one in answers)
        for number, (at, right) in zip((1, 2, 3, 6, 7), RIGHT.items(), strict=True)
    }
    rights[4] = sum(one[3][0] == "两" for one in answers)
    hardest = min(rights, key=rights.get)
    assert f"最难的题：第 {hardest} 题" in page.locator(".aj-class").first.inner_text()


def test_who_is_missing_who_came_twice_and_what_is_broken(learner, reader):
    row = ["B", "BC", "错", ["两", "时间坐标"], "", "BA", "BCA"]
    texts = slips(learner.page, [row] * 6)
    again = slips(learner.page, [["A", *row[1:]]], start=2)[0]
    broken = [
        texts[2][:40],
        texts[3].replace("|BC", "|C").replace(",BC,", ",B,"),
        texts[4].replace("案鉴答题v1", "案鉴答题v9"),
    ]
    other = learner.page.evaluate(
        "anjianSlip.write({ quiz: 'lesson/nowhere', version: 'x', mode: 'each', name: '王',"
        " serial: 'a', answers: ['B'], got: 2, all: 2 })"
    )
    older = learner.page.evaluate(
        "anjianSlip.write({ quiz: 'lesson/ja-2', version: 'x', mode: 'each', name: '赵',"
        " serial: 'a', answers: ['B'], got: 2, all: 2 })"
    )
    cheat = slips(learner.page, [row], start=9)[0]
    cheat = learner.page.evaluate(
        "([v]) => anjianSlip.write({ quiz: 'lesson/ja-2', version: v, mode: 'each', name: '钱',"
        " serial: 'a', answers: ['A', '', '', '', '', '', ''], got: 13, all: 13 })",
        [cheat.split("|")[2]],
    )
    page = reader("\n".join([texts[0], texts[1], *broken, texts[5], again, other, older, cheat]))
    expect(page.get_by_role("status")).to_have_text(
        "读到 10 份：有效 3 份，重复 1 份，读不了 6 份。"
    )
    shown = page.locator(".aj-slips-form").inner_text()
    assert "没有交的：3 号、4 号、5 号" in shown
    assert "第 7 份：2" in shown
    for reason in (
        "没有复制到结尾的「完」字",
        "校验码对不上",
        "另一种版本的答题单",
        "不是这个网站里的测验",
        "题目后来改过",
        "写的是 13 分，按答案算是 0 分",
    ):
        assert reason in shown
    named = reader(texts[0], "1、张三 李四，王五")
    assert "没有交的：张三、李四、王五" in named.locator(".aj-class").first.inner_text()
    assert "没有找到答题单" in reader("随便说两句").get_by_role("status").inner_text()


def test_the_table_holds_nothing_that_a_table_program_would_run(learner, reader):
    row = ["B", "", "", ["=cmd|' /C calc'!A0", "+1"], "@SUM(1)", "", ""]
    learner("=HYPERLINK(1)")
    text = learner.page.evaluate(
        "([v, row]) => anjianSlip.write({ quiz: 'lesson/ja-2', version: v, mode: 'each',"
        " name: '＝HYPERLINK(\"x\")', serial: 'a', answers: row, got: 2, all: 13 })",
        [learner.page.locator(".aj-quiz").get_attribute("data-version"), row],
    )
    page = reader(text)
    with page.expect_download() as got:
        page.get_by_role("button", name="下载表格（CSV）").click()
    assert got.value.suggested_filename == "答题情况-lesson-ja-2.csv"
    raw = got.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0][:4] == ["姓名或座号", "方式", "得分", "满分"]
    assert rows[1][0] == '\'＝HYPERLINK("x")'
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@＝＋－＠\t\r")]


def test_nothing_of_a_class_is_kept(learner, reader):
    page = reader(learner("张三"))
    page.get_by_role("button", name="清空").click()
    assert page.locator(".aj-class").count() == 0
    kept = page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    assert "张三" not in kept
    assert "案鉴答题" not in kept
