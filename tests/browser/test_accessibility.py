"""axe-core on every kind of page, in both widths, both schemes, the usual and the 适老版."""

import pytest

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.browser

STATES = [(1280, "light", False), (390, "dark", False), (390, "light", True), (1280, "dark", True)]
"""Each width with each scheme, each version with both."""

RUN = """(seen) => axe.run(document, {
  resultTypes: ["violations"],
  preload: false,
  ...(seen && { runOnly: { type: "rule", values: ["target-size"] } }),
})"""
"""All rules, or the one that the same page in larger letters can break anew."""


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_finding(name, visit, axe):
    page = visit(name)
    page.evaluate(axe)
    found = []
    for width, scheme, large in STATES:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(
            "([scheme, large]) => { document.body.setAttribute('data-md-color-scheme', scheme);"
            " window.anjianReading.setLarge(large); }",
            ["slate" if scheme == "dark" else "default", large],
        )
        state = f"{width} {scheme} {'large' if large else 'usual'}"
        found += serious(page, state, seen=large)
    assert found == []


def test_no_serious_finding_in_what_opens(visit, axe, search):
    page = visit("case", 390)
    page.evaluate(axe)
    page.get_by_role("button", name="纠错").click()
    found = serious(page, "report")
    page.keyboard.press("Escape")
    search(page, "签证")
    found += serious(page, "search")
    page.reload()
    page.evaluate(axe)
    page.get_by_role("button", name="打开或关闭菜单").click()
    found += serious(page, "menu")
    assert found == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_serious_finding_in_a_class(width, scheme, visit, lecturers, watched, address, axe):
    page = visit("quiz", width, scheme=scheme)
    page.locator("#q1 input").first.check()
    page.get_by_role("button", name="结束，看成绩").click()
    page.evaluate(axe)
    found = serious(page, "asked")
    page.get_by_role("button", name="仍然交卷").click()
    found += serious(page, "result")
    slip = page.locator("#aj-slip-text").input_value()
    played = visit("scenario", width, scheme=scheme)
    played.locator(".aj-choose:visible").nth(1).click()
    played.evaluate(axe)
    found += serious(played, "follows")
    played.get_by_role("button", name="继续").click()
    found += serious(played, "ending")
    reader = watched(width, scheme=scheme)
    reader.goto(address(lecturers, "library/slips.html"))
    reader.get_by_label("答题单（可以一次贴多份）").fill(slip)
    reader.get_by_role("button", name="看答题情况").click()
    reader.evaluate(axe)
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert [page.evaluate(sideways), played.evaluate(sideways), reader.evaluate(sideways)] == [
        0
    ] * 3
    assert found + serious(reader, "class") == []


def serious(page, state: str, *, seen: bool = False) -> list[str]:
    return [
        f"{state}: {one['id']} {node['target']} {node['failureSummary']}"
        for one in page.evaluate(RUN, seen)["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]
