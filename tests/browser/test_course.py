"""A course: what was ticked is still ticked, wherever the site is opened from."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_ticks_are_kept_under_a_name_without_a_path_and_can_be_cleared(visit):
    page = visit("course")
    status = page.locator(".aj-course__status")
    assert "学完 0 课，一共 2 课" in status.inner_text()
    first = page.get_by_label("学完了：看签字不如看事实")
    first.focus()
    page.keyboard.press("Space")
    assert "学完 1 课，一共 2 课" in status.inner_text()
    page.reload()
    assert first.is_checked()
    keys = json.loads(page.evaluate("JSON.stringify(Object.keys(localStorage))"))
    (key,) = [one for one in keys if one.startswith("anjian-course")]
    assert key.endswith("/kc-1")
    assert not any(part in key for part in page.url.split("/")[3:-3] if part)
    page.get_by_role("button", name="清除进度").click()
    expect(first).to_be_focused()
    page.reload()
    assert not first.is_checked()


def test_it_is_whole_without_scripts(visit):
    page = visit("course", java_script_enabled=False)
    assert page.get_by_text("合计 60 分钟").is_visible()
    assert page.get_by_role("link", name="签字以前看什么").first.is_visible()
    assert page.get_by_role("checkbox").count() == 0
