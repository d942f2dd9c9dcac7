"""axe-core on every kind of page, in both widths, both schemes, the usual and the 适老版."""

import pytest

from tests.browser.kinds import PAGES

pytestmark = pytest.mark.browser

STATES = [(1280, "light", False), (390, "dark", False), (390, "light", True), (1280, "dark", True)]
"""Each width with each scheme, each version with both."""

RUN = "() => axe.run(document, { resultTypes: ['violations'], preload: false })"


@pytest.fixture(scope="session")
def axe(root) -> str:
    return (root / "tests/vendor/axe.min.js").read_text("utf-8")


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
        found += serious(page, f"{width} {scheme} {'large' if large else 'usual'}")
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


def serious(page, state: str) -> list[str]:
    return [
        f"{state}: {one['id']} {node['target']} {node['failureSummary']}"
        for one in page.evaluate(RUN)["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]
