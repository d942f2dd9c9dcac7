"""Our styles hold in Chromium 86 and Firefox 78, fetch nothing, and can be read by everybody."""

import re

import pytest

from tests.web.style_floor import refused

TOO_NEW = [
    "a { b { color: red; } }",
    "a { &:hover { color: red; } }",
    "p:has(a) { color: red; }",
    ":is(p, a) { color: red; }",
    ":where(p) { color: red; }",
    "p:not(.a, .b) { color: red; }",
    "a:focus-visible, b { color: red; }",
    "@container (width > 3em) { a { color: red; } }",
    "@layer base { a { color: red; } }",
    "@layer base;",
    "@import 'a.css';",
    "@font-face { font-family: a; }",
    "@media (width >= 45em) { a { color: red; } }",
    "a { aspect-ratio: 1; }",
    "a { inset: 0; }",
    "a { margin-inline: 1em; }",
    "a { overflow: clip; }",
    "a { height: 100dvh; }",
    "a { color: color-mix(in srgb, red, blue); }",
    "a { background: url(a.png); }",
    "a { background: url('https://cdn.invalid/a.png'); }",
    "/* https://cdn.invalid/ */",
    "a { color: red; } }",
    "a { color: red;",
]
FINE = [
    "a:focus { color: red; }\na:focus:not(:focus-visible) { outline: 0; }",
    "@page { margin: 1cm; @bottom-center { content: counter(page); } }",
    "@media screen and (min-width: 45em) { a { gap: 1em; clip: rect(0, 0, 0, 0); } }",
    "a { width: calc(min(100%, 3em) - 2px); margin-left: 1rem; text-wrap: balance; }",
    "a { color: rgba(0, 0, 0, 0.5); background-color: var(--aj-paper); content: ';{'; }",
]


@pytest.mark.parametrize("sheet", TOO_NEW)
def test_what_is_too_new_is_refused(sheet):
    assert list(refused(sheet))


@pytest.mark.parametrize("sheet", [one.replace("';{'", '";{"') for one in FINE])
def test_what_both_browsers_know_is_not(sheet):
    assert list(refused(sheet)) == []


@pytest.fixture(scope="module")
def sheets(root) -> dict[str, str]:
    return {
        path.name: path.read_text("utf-8")
        for path in sorted((root / "generator/web").glob("*.css"))
    }


def test_our_styles(sheets):
    assert len(sheets) > 3
    assert [f"{name}:{one}" for name, text in sheets.items() for one in refused(text)] == []


def test_styles_stay_small(sheets):
    assert {name for name, text in sheets.items() if len(text.splitlines()) > 400} == set()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(text: str, selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r"[^{}]*\{([^}]*)\}", text)
    assert block is not None, selector
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))


@pytest.fixture(scope="module")
def schemes(sheets) -> dict[str, dict[str, str]]:
    light = colours(sheets["base.css"], ":root,\n[data-md-color-scheme")
    dark = colours(sheets["base.css"], '[data-md-color-scheme="slate"]')
    large = sheets["large.css"]
    return {
        "light": light,
        "dark": dark,
        "large light": light | colours(large, "html[data-aj-large] body"),
        "large dark": dark | colours(large, 'body[data-md-color-scheme="slate"]'),
    }


@pytest.mark.parametrize("scheme", ["light", "dark", "large light", "large dark"])
def test_text_and_links_stand_out(scheme, schemes):
    found = schemes[scheme]
    least = 7 if scheme.startswith("large") else 4.5
    for text in ("aj-ink", "aj-soft", "aj-red", "aj-red-strong"):
        for ground in ("aj-paper", "aj-tint", "aj-tint-strong"):
            assert contrast(found[text], found[ground]) >= least, (text, ground)
    assert contrast(found["md-primary-bg-color"], found["md-primary-fg-color"]) >= 7
    for ground in ("aj-paper", "aj-tint"):
        assert contrast(found["aj-edge"], found[ground]) >= 3, ground
