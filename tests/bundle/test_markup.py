"""Tags are cut up as a browser cuts them."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bundle.markup import BROKEN, attributes, tags


def names(text):
    return ["?" if tag is BROKEN else tag.name for tag in tags(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a href='x>y'>z</a>", ["a"]),
        ("<p it's><b>", ["p", "b"]),
        ('<a "x><img>', ["a", "img"]),
        ('<!-- <a title=" --> <b> <!-- "> -->', ["b"]),
        ("<!--><b>", ["b"]),
        ("<!---><b>", ["b"]),
        ("<!-- a --!><b>", ["b"]),
        ("</p x='><b>'><i>", ["i"]),
        ("<!doctype html><b>", ["b"]),
        ("<?php '><b>", ["b"]),
        ("<script>if (a<b) '<i>'</script><u>", ["script", "u"]),
        ("<SCRIPT SRC=x></ScRiPt ><u>", ["script", "u"]),
        ("<script/x>1</script/><u>", ["script", "u"]),
        ("<title><b></title>", ["title", "b"]),
        ("a < b, 1 <2 <_ <中", []),
        ('<a x="><b>', ["?"]),
        ("<!-- <b>", ["?"]),
        ("<a", ["?"]),
        ("<script>1", ["script"]),
        ("<![CDATA[<b>]]>", ["?"]),
    ],
)
def test_tags(text, expected):
    assert names(text) == expected


def test_attributes_are_those_that_a_browser_sees():
    (tag,) = tags("<IMG/src=x/onerror=1 Alt='a &amp; b' =c data-a\n=\n\"&lt;\" hidden>")
    assert attributes(tag.inside) == (
        ("src", "x/onerror=1"),
        ("alt", "a & b"),
        ("=c", ""),
        ("data-a", "<"),
        ("hidden", ""),
    )


def test_the_content_of_scripts_and_styles_comes_along():
    assert [tag.text for tag in tags("<style>a{}</style><script>b()</script>")] == ["a{}", "b()"]


class Parser(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, tuple((name, value or "") for name, value in attrs)))


_TEXT = st.text("abc \n'\"=/&;<>甲", max_size=12)
_NAME = st.sampled_from(["a", "p", "br", "svg", "x-y"])
_ATTRIBUTE = st.tuples(st.sampled_from(["href", "id", "data-a", "on"]), _TEXT)


@given(st.lists(st.tuples(_NAME, st.lists(_ATTRIBUTE, max_size=3), _TEXT), max_size=6))
def test_well_written_html_is_read_as_the_standard_library_reads_it(elements):
    def escaped(text):
        return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

    text = "".join(
        f"<{name}{''.join(f' {key}={chr(34)}{escaped(value)}{chr(34)}' for key, value in found)}>"
        f"{escaped(content)}</{name}>"
        for name, found, content in elements
    )
    parser = Parser()
    parser.feed(text)
    parser.close()
    assert [(tag.name, attributes(tag.inside)) for tag in tags(text)] == parser.seen


@pytest.mark.parametrize(
    "text",
    [
        "<a" + " b" * 20_000,
        "<a" + " b=c" * 20_000,
        "<a" + "/" * 20_000,
        '<a b="' * 20_000,
        "</p x='" * 20_000,
        "<!--" * 20_000,
        "<script" * 20_000,
        "<x " + "=" * 20_000,
    ],
)
def test_a_tag_that_never_ends_is_seen_at_once(text):
    assert names(text)[-1] == "?"
