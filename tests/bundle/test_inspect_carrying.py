"""The finished site survives the way to another machine, and every picture has words."""

import pytest

from generator.bundle.expected import Expected
from generator.bundle.inspect import inspect

FINE = {"index.html": b"<p>a</p>", "library/case/a-1.html": b"<p>a</p>"}


def look(files, sizes=None):
    pages = {name: f"docs/{name}" for name in files if name.endswith(".html")}
    texts = [(name, raw) for name, raw in files.items()]
    found = inspect(frozenset(files), texts, Expected(pages), sizes)
    return [(one.code, one.path, one.level.label, one.message) for one in found]


def test_a_sound_site():
    assert look(FINE, dict.fromkeys(FINE, 1000)) == []


@pytest.mark.parametrize(
    "name",
    [
        "con.txt",
        "a/NUL",
        "a:b.png",
        "a?.png",
        "末尾点.",
        "末尾空格 ",
        "长" * 90 + ".png",
        "x/" * 95,
    ],
)
def test_a_name_that_windows_or_a_stick_refuses(name):
    name = name.rstrip("/") + ("y" if name.endswith("/") else "")
    (found,) = look({**FINE, name: b""})

    assert (found[0], found[2]) == ("S331", "错误")


@pytest.mark.parametrize(("one", "two"), [("A.png", "a.png"), ("é.png", "e\u0301.png")])
def test_two_names_that_are_one_on_a_stick(one, two):
    (found,) = look({**FINE, one: b"", two: b""})

    assert found[0] == "S331"
    assert "同一个文件" in found[3]


@pytest.mark.parametrize(
    ("name", "size", "level"),
    [
        ("index.html", 3 << 20, "警告"),
        ("index.html", 9 << 20, "错误"),
        ("a.mp4", 200 << 20, "警告"),
        ("a.mp4", 4 << 30, "错误"),
    ],
)
def test_what_is_too_large_to_open_or_to_carry(name, size, level):
    ((code, _, told, message),) = look({**FINE, "a.mp4": b""}, {name: size})

    assert (code, told) == ("S332", level)
    assert " MB" in message


@pytest.mark.parametrize("tag", ['<img src="a.png">', '<img src="a.png" alt=" ">'])
def test_a_picture_without_words(tag):
    (found,) = look({**FINE, "a.png": b"", "b.html": tag.encode()})

    assert found[:3] == ("S333", "docs/b.html", "错误")
    assert "a.png" in found[3]


def test_a_picture_with_words_is_fine():
    assert look({**FINE, "a.png": b"", "b.html": '<img src="a.png" alt="图">'.encode()}) == []


@pytest.mark.parametrize(
    "script",
    [
        'fetch("https://example.org/x.json")',
        "new WebSocket('wss://example.org/x')",
        "import(`https://example.org/${x}.js`)",
        'var a = "//example.org/a.js";',
    ],
)
def test_a_script_of_ones_own_that_could_ask_outside(script):
    (found,) = look({**FINE, "library/assets/a.js": script.encode()})

    assert found[0] == "S311"


@pytest.mark.parametrize(
    "script",
    ['document.createElementNS("http://www.w3.org/2000/svg", "svg")', "a = 1; // b", '"//"'],
)
def test_a_script_that_asks_nobody(script):
    assert look({**FINE, "library/assets/a.js": script.encode()}) == []


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="preconnect" href="https://fonts.example.org">',
        '<link rel="dns-prefetch" href="//example.org">',
        '<link rel="preload" as="font" href="https://example.org/a.woff2">',
        '<img alt="图" src="index.html" srcset="https://example.org/a.png 2x">',
        '<video poster="https://example.org/a.png"></video>',
        '<svg><use href="https://example.org/a.svg#b"></use></svg>',
        "<style>@import 'https://example.org/a.css';</style>",
        '<p style="background:url(https://example.org/a.png)">a</p>',
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
        '<link rel="manifest" href="https://example.org/a.json">',
    ],
)
def test_an_outside_address_that_a_page_would_load(page):
    codes = {one[0] for one in look({**FINE, "b.html": page.encode()})}

    assert "S311" in codes
