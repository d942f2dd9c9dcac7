"""The finished site is looked at, and every kind of mistake in it is found."""

import sys

import pytest

from generator.bundle.expected import Expected, address_of
from generator.bundle.inspect import inspect, inspect_site

THEME = (
    '<script src="assets/theme.js"></script><script>scope(new URL(".",location))</script>'
    '<script type="application/json">{"base": "."}</script>'
)
PAGE = '<html><head><title>t</title></head><body id="top">{}</body></html>'
FINE = {
    "index.html": '<h1 id="a">甲</h1><a href="guide/a.html#b">乙</a><a href="#a">丙</a>'
    '<script src="assets/theme.js"></script><script>scope(new URL(".",location))</script>',
    "guide/a.html": '<h2 id="b">乙</h2><a href="../index.html">甲</a>'
    '<img alt="图" src="../img/%E5%9B%BE.png"><script>scope(new URL("..",location))</script>',
    "404.html": '<a href="/index.html">甲</a><script>scope(new URL("/",location))</script>',
    "img/图.png": "",
    "assets/theme.js": "load('https://unpkg.example/x')",
    "assets/a.css": "a{background:url(../img/图.png)} b{background:url('data:image/png;base64,')}",
}
PAGES = ["index.md", "guide/a.md"]


def look(changes=None, pages=PAGES, hosts=()):
    files = {**FINE, **(changes or {})}
    texts = [
        (name, (PAGE.format(text) if name.endswith("html") else text).encode())
        for name, text in sorted(files.items())
        if name.endswith((".html", ".css", ".svg"))
    ]
    return inspect(frozenset(files), texts, Expected.of(pages, hosts, THEME))


def test_a_sound_site():
    assert look() == ()


@pytest.mark.parametrize(
    ("code", "mistake"),
    [
        ("S311", '<a href="https://out.example/">x</a>'),
        ("S311", '<a href="//out.example/">x</a>'),
        ("S311", '<a href="\\\\out.example/">x</a>'),
        ("S311", '<a href=" h\nttps://out.example/">x</a>'),
        ("S311", '<img alt="x" src="https://ok.example/x.png">'),
        ("S311", '<img alt="x" srcset="a.png 1x, https://out.example/x.png 2x">'),
        ("S311", '<video poster="https://out.example/x.png"></video>'),
        ("S311", '<form action="https://out.example/"></form>'),
        ("S311", '<link rel="stylesheet" href="https://ok.example/x.css">'),
        ("S311", '<link rel="preconnect" href="https://ok.example/">'),
        ("S311", '<meta http-equiv="refresh" content="0; url=https://out.example/">'),
        ("S311", '<p style="background: url(https://out.example/x.png)">x</p>'),
        ("S311", "<style>@import 'https://out.example/x.css'</style>"),
        ("S311", '<svg><image xlink:href="https://out.example/x.svg"/></svg>'),
        ("S311", '<a href="https://[">x</a>'),
        ("S312", '<a href="b.html">x</a>'),
        ("S312", '<a href="A.html">x</a>'),
        ("S312", '<a href="/guide/a.html">x</a>'),
        ("S312", '<a href="../../index.html">x</a>'),
        ("S312", '<img alt="图" src="../img/x.png">'),
        ("S312", '<meta http-equiv="refresh" content="0; url=b.html">'),
        ("S313", '<a href="#nowhere">x</a>'),
        ("S313", '<a href="../index.html#%E4%B9%99">x</a>'),
        ("S316", "<script>alert(1)</script>"),
        ("S316", '<script>scope(new URL("../..",location))</script>'),
        ("S316", '<script src="../img/图.png"></script>'),
        ("S316", '<script type="module">scope(new URL("..",location));</script>'),
        ("S316", '<img alt="图" src="../img/图.png" onerror="x">'),
        ("S316", '<p OnClick="x">'),
        ("S316", '<a href="javascript:x">x</a>'),
        ("S316", '<a href=" java\tscript:x">x</a>'),
        ("S316", '<a href="vbscript:x">x</a>'),
        ("S316", '<a href="data:text/html,x">x</a>'),
        ("S316", '<iframe src="../index.html"></iframe>'),
        ("S316", '<iframe srcdoc="x"></iframe>'),
        ("S316", '<object data="../index.html"></object>'),
        ("S316", '<base href="../">'),
        ("S316", '<pre class="a mermaid">x</pre>'),
        ("S316", '<a title="x>'),
    ],
)
def test_one_mistake_in_a_page(code, mistake):
    findings = look({"guide/a.html": FINE["guide/a.html"] + mistake}, hosts=["ok.example"])
    assert [one.code for one in findings][:1] == [code]
    assert {one.path for one in findings} == {"docs/guide/a.md"}


@pytest.mark.parametrize(
    "fine",
    [
        '<a href="https://ok.example/x">x</a>',
        '<a href="mailto:a@b.cn">x</a>',
        '<a href="tel:010">x</a>',
        '<a href="">x</a>',
        '<a href="#top">x</a>',
        '<a href="../guide/">x</a>',
        '<a href="a.html?h=%E7%94%B2#b">x</a>',
        '<img alt="甲" src="data:image/png;base64,x">',
        '<link rel="canonical" href="https://here.example/a.html">',
        '<p title="onclick=alert(1) javascript:x https://out.example">onclick=x &lt;script&gt;</p>',
        "<!-- https://out.example -->",
        '<script type="application/json">{"a": "https://out.example"}</script>',
    ],
)
def test_what_is_no_mistake(fine):
    changes = {"guide/a.html": FINE["guide/a.html"] + fine, "guide/index.html": ""}
    assert look(changes, [*PAGES, "guide/README.md"], ["ok.example"]) == ()


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("S311", {"assets/a.css": "@import url(https://out.example/x.css);"}),
        ("S311", {"assets/a.css": "a{background:url( 'http://out.example/x.png' )}"}),
        ("S311", {"img/a.svg": '<svg><image href="https://out.example/"/></svg>'}),
        ("S316", {"img/a.svg": "<svg><script>alert(1)</script></svg>"}),
        ("S316", {"img/a.svg": '<svg onload="x"></svg>'}),
        ("S314", {"guide/b.html": ""}),
        ("S315", {"cases/a.yaml": ""}),
        ("S315", {"a.yml": ""}),
        ("S315", {"a.md": ""}),
        ("S315", {"a.docx.bak": ""}),
        ("S315", {"~$a.docx": ""}),
        ("S315", {".hidden/a.png": ""}),
        ("S315", {"search/search_index.json": "{}"}),
        ("S315", {"search/search_index.js": "var __index = {}"}),
    ],
)
def test_one_mistake_in_another_file(code, changes):
    assert [one.code for one in look(changes)] == [code]


def test_a_page_that_is_missing():
    (finding,) = look(pages=[*PAGES, "library/case/a.md"])
    assert (finding.code, finding.path) == ("S314", "docs/library/case/a.md")


def test_a_site_without_a_home_page():
    files = {name: text for name, text in FINE.items() if name == "assets/theme.js"}
    found = inspect(frozenset(files), [], Expected.of([], (), THEME))
    assert [one.code for one in found] == ["S314"]


def test_one_mistake_on_many_pages_is_said_once():
    pages = {f"guide/{number}.html": '<a href="nowhere.html">x</a>' for number in range(7)}
    (finding,) = look(pages, [*PAGES, *(name[:-4] + "md" for name in pages)])
    assert finding.path == "docs/guide/0.md"
    assert "另有 6 页" in finding.message


def test_pages_that_the_settings_exclude_are_not_missed():
    expected = Expected.of([*PAGES, "draft.md"], (), THEME, ["draft.html"])
    texts = [(name, PAGE.format(FINE[name]).encode()) for name in FINE if name.endswith("html")]
    assert inspect(frozenset(FINE), texts, expected) == ()


@pytest.mark.parametrize(
    ("path", "address"),
    [("a.md", "a.html"), ("x/README.md", "x/index.html"), ("甲.html", "甲.html")],
)
def test_addresses(path, address):
    assert address_of(path) == address


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_in_the_site_is_found_and_not_followed(tmp_path):
    (tmp_path / "index.html").write_text(PAGE.format(""), "utf-8")
    (tmp_path / "out.html").symlink_to(tmp_path / "index.html")
    (tmp_path / "folder").symlink_to(tmp_path)

    found = inspect_site(tmp_path, Expected.of(["index.md"]))

    assert sorted(one.path for one in found) == ["site/folder", "site/out.html"]
    assert {one.code for one in found} == {"S315"}


def test_our_own_scripts_are_known_on_our_own_pages_alone():
    deck = '<script src="../../assets/slides.js"></script>'
    ours = {"library/lesson/a/slides.html": deck, "library/assets/slides.js": ""}
    pages = [*PAGES, *ours]
    found = look(
        ours | {"library/lesson/a/slides.html": deck.replace("../../", "../../../")}, pages
    )
    assert {one.code for one in found} == {"S312", "S316"}
    ours["library/lesson/a/slides.html"] = '<script src="../../assets/slides.js"></script>'
    assert look(ours, pages) == ()
    other = '<script src="../library/assets/slides.js"></script>'
    theirs = look(ours | {"guide/a.html": f"{FINE['guide/a.html']}{other}"}, pages)
    assert [one.code for one in theirs] == ["S316"]
    foreign = deck.replace("assets/slides.js", "assets/other.js")
    planted = ours | {"library/lesson/a/slides.html": foreign, "library/assets/other.js": ""}
    assert "S316" in {one.code for one in look(planted, pages)}
