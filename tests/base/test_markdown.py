"""Author's text through Markdown and the allow-list: it can do nothing but show itself."""

import html
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from generator.base.markdown import (
    MAX_COLUMNS,
    MAX_LIST_DEPTH,
    flattened,
    html_text,
    links,
    plain,
    prose,
    unread_links,
    words,
)

EXTENSIONS = ["toc", "tables", "fenced_code", "md_in_html", "generator.base.safe_html"]
"""Those of MkDocs and of our own mkdocs.yml."""

SIGNS = [*"#>+-=:|*_`~^$\\[](){}<>!&;\"'.1 ", "**", "](", "![", "- ", "1. ", "| ", "---", "    "]
SIGNS += ["<script>", "</p>", "<!--", "&lt;", "&#60;", "{{ x }}", "{% x %}", "{: .c #i}", "[^1]"]
SIGNS += ["```", "~~~", "***", "===", "[toc]", "[TOC]", "*[HTML]: x", "http://a.cn", "a@b.cn", "　"]
SIGNS += [
    "javascript:x",
    "[甲](a)",
    "\n",
    "\n\n",
    "\n- ",
    "\n    - ",
    "\n|a|b|\n|-|-|\n|c|d|\n",
    "\n> ",
    "\n## ",
]
_READABLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff")
PROSE = st.lists(st.one_of(st.sampled_from(SIGNS), _READABLE), max_size=30).map("".join)
LINES = PROSE.map(lambda text: " ".join(text.split()))


class _Seen(HTMLParser):
    """What a page shows and what it is made of."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.text += dict(attrs).get("alt") or ""

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.elements.append(("comment", {}))


def rendered(source: str) -> _Seen:
    return _Seen(Markdown(extensions=EXTENSIONS).convert(source))


def nowhere(target: str, image: bool) -> None:
    return None


@given(LINES)
@example("1. 甲")
@example("1) 甲")
@example("- - -")
@example("#")
@example("甲: 乙")
@example("[toc]")
@example("&amp;&lt;")
@example("<b>甲</b>")
@example("甲  乙")
@example("+")
@example("===")
def test_a_line_is_shown_as_it_is(line):
    text = plain(line)

    assert rendered(text).text == line
    assert [tag for tag, _ in rendered(f"甲{text}").elements] == ["p"]


@given(LINES)
@example("*")
@example("</li>")
def test_a_line_is_shown_as_it_is_wherever_templates_put_it(line):
    text = plain(line)
    for before, after in (
        ("<p>", "</p>"),
        ('<h2 id="a" markdown="span">', "</h2>"),
        ('<ul markdown="1">\n<li markdown="block">\n<p>', "</p>\n</li>\n</ul>"),
        ('<div markdown="1">\n\n<p>', "</p>\n\n</div>"),
        ("<table><tr><td>", "</td></tr></table>"),
    ):
        seen = rendered(f"{before}{text}{after}")
        assert seen.text.strip("\n") == line
        assert len(seen.elements) == len(rendered(f"{before}甲{after}").elements)


@given(LINES)
def test_a_line_stays_inside_an_attribute(line):
    seen = rendered(f'<p title="{plain(line)}">甲</p>')

    assert seen.text.strip() == "甲"
    assert seen.elements == [("p", {"title": line})]


@given(LINES)
def test_a_title_is_safe_where_it_is_printed_as_html(line):
    assert html.unescape(html_text(line)) == line
    assert not set('<>"').intersection(html_text(line))


_TAGS = {
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "blockquote",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
}
_SYNTAX = set("-*+>|#:")


def _visible(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace() and sign not in _SYNTAX)


@given(PROSE)
@example("- 甲\n    - 乙\n        - 丙\n            - 丁\n                - 戊")
@example("|甲|乙|\n|---|:-:|\n|丙|\n|丁|戊|己|")
@example("| " * 40 + "|\n" + "|-" * 40 + "|\n|甲")
@example("1. 甲\n2. 乙")
@example("> > > 甲\n>\n> - 乙")
@example("甲\n===\n乙\n---")
@example("***甲***")
@example("*|---|**`**")
@example("[甲](a) ![乙](b) **见[丙](d)**")
@example("- [甲](a)\n> [乙](b)")
@example("**甲** *乙* **丙*丁**")
@example("# \n## 甲 ##")
@example("    甲\n\t乙")
@example("- \n- 甲\n-乙")
@example("- - - 甲")
@example("* 甲\n+ 乙")
@example("- 甲\n\n    乙")
@example("- ```\n- ~~~")
def test_nothing_is_lost_and_nothing_gets_in(text):
    seen = rendered(prose(text, nowhere))

    assert _visible(seen.text) == _visible(_without_links(text))
    assert {tag for tag, _ in seen.elements} <= _TAGS
    assert all(set(attributes) <= {"id"} for _, attributes in seen.elements)


def _without_links(text: str) -> str:
    """The text with every link replaced by its words."""
    for link in reversed(list(links(text))):
        lines = text.split("\n")
        line = lines[link.line]
        start = line.index("](", link.column)
        before = line[: link.column] + line[link.column + (2 if link.image else 1) : start]
        lines[link.line] = before + line[start + 3 + len(link.target) :]
        text = "\n".join(lines)
    return text


@given(
    PROSE, st.sampled_from(["case/a.html", "https://a.cn/b?c=d&e=f", "图 片.png", 'a"b<c>.html'])
)
@example("[甲](a) ![乙](b) [](c) **[丙](d)**", "case/a.html")
def test_links_lead_only_where_they_are_sent(text, address):
    seen = rendered(prose(text, lambda target, image: address))

    for tag, attributes in seen.elements:
        assert tag in _TAGS | {"a", "img"}
        assert set(attributes) <= {"id", "href", "src", "alt"}
        for name in ("href", "src"):
            assert attributes.get(name) in (None, address)
    assert sum(tag in ("a", "img") for tag, _ in seen.elements) <= len(list(links(text)))


def test_the_small_language_works():
    source = (
        "第一段**重点**和*强调*。\n第二段。\n- 一\n- 二\n  - 二之一\n| 甲 | 乙 |\n"
        "|---|---|\n| 丙 | 丁 |\n> 引文\n## 小题"
    )
    tags = [tag for tag, _ in rendered(prose(source, nowhere)).elements]

    assert tags == (
        [
            "p",
            "strong",
            "em",
            "p",
            "ul",
            "li",
            "li",
            "ul",
            "li",
            "table",
            "thead",
            "tr",
            "th",
            "th",
            "tbody",
            "tr",
            "td",
            "td",
            "blockquote",
            "p",
            "h4",
        ]
    )


def test_every_line_is_a_paragraph_of_its_own():
    assert prose("甲\n乙\n\n\n丙", nowhere) == "甲\n\n乙\n\n丙"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10000,
        "[a](" * 2500,
        "- " * 5000,
        ">" * 10000,
        "*" * 10000,
        "**a" * 3000,
        "\n".join(" " * n + "- 甲" for n in range(200)),
        "---\n" * 5000,
        "|" * 9000,
        "`" * 10000,
        "<![CDATA[" * 1000,
        "&" * 10000,
        "1. " * 3000,
        "_" * 10000,
        "\n".join(["> - 甲"] * 3000),
    ],
    ids=lambda text: f"{text[:9]!r}…{len(text)}",
)
def test_what_makes_a_parser_explode_is_harmless(text):
    assert _visible(rendered(prose(text, nowhere)).text) == _visible(text.replace("**", ""))


def test_links_say_where_they_stand():
    text = "甲[乙](a)\n![丙](b.png)\n**见[丁](c)**"
    found = [(one.line, one.column, one.target, one.image) for one in links(text)]

    assert found == [(0, 1, "a", False), (1, 0, "b.png", True), (2, 3, "c", False)]
    assert prose("**见[丁](c)**", lambda target, image: "d.html") == (
        "<strong>见[丁](d.html)</strong>"
    )


@pytest.mark.parametrize(
    "text", ["[甲](a b)", "[甲](f(x))", "[甲](", "[甲]()", "[a](b) [甲](c d)", "**[甲](c d)**"]
)
def test_what_looks_like_a_link_and_is_none(text):
    assert len(list(unread_links(text))) == 1


def test_a_good_link_is_no_bad_one():
    assert not list(unread_links("[甲](a) **[乙](b)** ![丙](c)"))


def test_what_cannot_be_shown_as_written_is_told():
    deep = "\n".join("  " * n + "- 甲" for n in range(MAX_LIST_DEPTH + 1))
    wide = "|甲" * (MAX_COLUMNS + 1) + "|\n" + "|-" * (MAX_COLUMNS + 1) + "|\n|乙|"

    assert list(flattened(deep)) == [MAX_LIST_DEPTH]
    assert list(flattened(wide)) == [0]
    assert not list(flattened(deep.rpartition("\n")[0]))
    assert "table" not in [tag for tag, _ in rendered(prose(wide, nowhere)).elements]


def test_words_are_what_is_said_without_the_signs():
    source = "## 小题\n- 见[甲](case/a#L1)，**重点**\n\n> ![图](b.png) 与 *乙*\n|丙|\n"

    assert words(source) == "小题 见甲，重点 图 与 乙 |丙|"
    assert words("甲 > 乙 - 丙") == "甲 > 乙 - 丙"
