"""A decision scenario: every ending is reached by keyboard, and nothing is told before its time."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def choose(page, letter):
    """Take a choice by keyboard; what follows from it gets the keyboard."""
    page.locator(".aj-choose:visible").filter(has_text=letter).focus()
    page.keyboard.press("Enter")
    follows = page.locator(".aj-choice--taken .aj-choice__follows")
    expect(follows).to_be_focused()
    assert follows.inner_text() == f"你选了 {letter}，接下来："


def go_on(page):
    """Go on to the next card by keyboard; its title gets the keyboard."""
    page.keyboard.press("Tab")
    while page.locator(":focus").inner_text() != "继续":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".aj-card:visible .aj-card__head")).to_be_focused()


@pytest.mark.parametrize(
    ("way", "ending", "title"),
    [("AA", "守住", "年底"), ("AB", "失守", "审计来了"), ("B", "失守", "审计来了")],
)
def test_every_ending_is_played_to(way, ending, title, visit):
    page = visit("scenario")
    for letter in way:
        assert not page.get_by_text("原案里的人先签了字").is_visible()
        choose(page, letter)
        go_on(page)
    card = page.locator(".aj-card:visible")
    assert card.count() == 1
    assert title in card.inner_text()
    assert f"结局：{ending}" in card.inner_text()
    assert page.locator(".aj-choose:visible").count() == 0
    assert page.get_by_text("原案里的人先签了字").is_visible()
    assert page.get_by_text("你会在哪一步停下来").is_visible()
    trail = page.get_by_role("list", name="走过的路").get_by_role("listitem").all_inner_texts()
    assert [one[-1] for one in trail] == [*way, ending[-1]]
    touched = page.locator(".aj-play .aj-citations li")
    assert touched.count() == (1 if way == "B" else 0)


def test_what_follows_stands_before_the_next_card(visit):
    page = visit("scenario")
    assert page.locator(".aj-card:visible").count() == 1
    assert not page.get_by_text("单子当天就送走了").is_visible()
    choose(page, "B")
    assert page.get_by_text("单子当天就送走了").is_visible()
    assert page.locator(".aj-choice--taken").get_by_text("第八十八条").is_visible()
    assert not page.get_by_text("多付的钱被查了出来").is_visible()
    assert not page.get_by_text("先到现场看一看").first.is_visible()


def test_one_step_back_and_all_over_again(visit):
    page = visit("scenario")
    choose(page, "A")
    go_on(page)
    choose(page, "B")
    page.get_by_role("button", name="退回一步").click()
    expect(page.locator(".aj-card:visible .aj-card__head")).to_be_focused()
    assert "到了现场" in page.locator(".aj-card:visible").inner_text()
    assert page.locator(".aj-choose:visible").count() == 2
    page.get_by_role("button", name="从头再来").click()
    assert "一个电话" in page.locator(".aj-card:visible").inner_text()
    assert not page.get_by_role("button", name="退回一步").is_visible()


def test_all_cards_for_who_would_rather_read(visit):
    page = visit("scenario")
    page.get_by_role("button", name="看全部卡片").click()
    assert page.locator(".aj-card:visible").count() == 4
    assert page.get_by_text("对方收回了单子").is_visible()
    assert page.get_by_text("原案里的人先签了字").is_visible()
    page.get_by_role("button", name="看全部卡片").click()
    assert page.locator(".aj-card:visible").count() == 1


def test_the_list_of_contents_does_not_tell_the_titles(visit):
    page = visit("scenario")
    assert "审计来了" not in page.locator(".md-sidebar--secondary").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_all_of_it_stands(scripts, visit):
    page = visit("scenario", java_script_enabled=scripts)
    page.emulate_media(media="print")
    assert page.locator(".aj-card").filter(visible=True).count() == 4
    for text in ("先到现场看一看", "对方沉默了一会儿", "原案里的人先签了字", "结局：守住"):
        assert page.get_by_text(text).filter(visible=True).count() == 1, text
    assert page.get_by_role("button").filter(visible=True).count() == 0


def test_paper_cards_stay_whole(visit):
    page = visit("cards")
    page.emulate_media(media="print")
    cards = page.locator(".aj-paper-card")
    assert cards.count() == 6
    style = "all => all.map(one => getComputedStyle(one).breakInside)"
    assert set(cards.evaluate_all(style)) == {"avoid"}
    assert page.get_by_text("→ 翻到第").count() == 4
