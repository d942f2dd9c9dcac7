"""纠错: whom to tell, and which page; by mouse, by keyboard, by screen reader."""

import pytest

pytestmark = pytest.mark.browser


def opener(page):
    return page.get_by_role("button", name="纠错")


def test_keyboard_path(visit):
    page = visit("case")
    opener(page).focus()
    assert opener(page).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="报告这一页的错误")
    assert panel.is_visible()
    assert opener(page).get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "aj-report-title"
    for expected in ("textarea", "复制", "关闭"):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.matches('textarea') ? 'textarea'"
            " : document.activeElement.textContent"
        )
        assert focused == expected
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert opener(page).get_attribute("aria-expanded") == "false"
    assert opener(page).evaluate("one => one === document.activeElement")


def test_says_whom_to_tell_and_which_page(visit):
    page = visit("case")
    opener(page).click()
    panel = page.locator("#aj-report")
    assert "案鉴项目组" in panel.inner_text()
    text = panel.get_by_label("写下错误之处").input_value()
    assert "页面：某县河道工程虚假签证套取工程款案（虚构教学案例）" in text
    assert "地址：library/case/gc-1.html" in text
    # The folders of the reader's own machine are nobody else's business.
    assert "file:" not in text
    assert "案例库/site" not in text
    panel.get_by_role("button", name="关闭").click()
    assert panel.is_hidden()


def test_address_on_a_server_is_whole(served, watched, address):
    page = watched(offline=False)
    page.goto(address(served, "case") + "?x=1#facts")
    opener(page).click()
    text = page.locator("#aj-report textarea").input_value()
    assert f"地址：{served}/library/case/gc-1.html\n" in text


@pytest.mark.parametrize(("works", "said"), [(True, "已复制"), (False, "Ctrl+C")])
def test_copying(works, said, visit):
    page = visit("case")
    page.evaluate("works => { document.execCommand = () => works; }", works)
    opener(page).click()
    page.get_by_role("button", name="复制").click()
    assert said in page.locator("#aj-report [role=status]").inner_text()
    selected = page.locator("#aj-report textarea").evaluate(
        "one => one.value.slice(one.selectionStart, one.selectionEnd)"
    )
    assert selected.startswith("页面：")
