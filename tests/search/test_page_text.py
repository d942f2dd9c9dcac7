"""The text of a page: what is shown, block by block, and where a link can lead."""

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.markdown import prose
from generator.base.page import Page
from generator.build import check, generate
from generator.disk import read_project
from generator.editions import EDITIONS
from generator.pages import all_pages
from generator.search.page_text import generated_text, rendered_text

VOID = frozenset(("br", "col", "hr", "img"))


def squeezed(text: str) -> str:
    """Text without white space, which is not the same in a file, on a page and in a block."""
    return unicodedata.normalize("NFD", "".join(text.split()))


def blocks(sections) -> list[str]:
    return [block for section in sections for block in section.blocks]


def said(sections) -> str:
    """Every word of some sections."""
    return squeezed("".join(one.heading + "".join(one.blocks) for one in sections))


def test_a_row_with_an_address_is_a_section_of_its_own():
    source = (
        '<h2 id="all">全部</h2><table><tr id="z-1"><td><strong>没有到场</strong>甲组</td>'
        "<td>两人到场</td></tr><tr><td>合计</td></tr></table><p>以上。</p>"
    )
    sections = [(one.anchor, one.heading, one.blocks) for one in rendered_text(source).sections]

    assert sections == [
        ("all", "全部", ("合计", "以上。")),
        ("z-1", "没有到场", ("甲组 两人到场",)),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>甲<strong>乙</strong>丙</p>\n<p>丁\n戊</p>", ["甲乙丙", "丁 戊"]),
        ("甲<br>乙<hr>丙", ["甲 乙", "丙"]),
        ("<p>H<sub>2</sub>O<code>a &lt;b&gt;</code></p>", ["H2Oa <b>"]),
        ("<ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ul>", ["甲", "乙", "丙"]),
        ("<tr><th>甲</th><td><p>乙</p><p>丙</p></td></tr><tr><td>丁</td></tr>", ["甲 乙 丙", "丁"]),
        (
            "<tr><td>甲<table><tr><td>乙</td></tr></table></td><td>丙</td></tr>丁",
            ["甲 乙 丙", "丁"],
        ),
        (
            "<dl><dt>甲</dt><dd>\n<p>乙</p>\n<p>丙</p></dd><dt>丁</dt></dl>戊",
            ["甲 乙", "丙", "丁", "戊"],
        ),
        ("<div><dt>甲</dt><dd></dd></div><div><dt>乙</dt></div>", ["甲", "乙"]),
        ('<p class="aj-small-heading">措施</p><ul><li>甲</li><li>乙</li></ul>', ["措施 甲", "乙"]),
        ("<li><time>2020年</time><span>甲</span></li>", ["2020年 甲"]),
        ("<details><summary>甲</summary>乙</details>丙", ["甲", "乙", "丙"]),
        ('<p>甲<img alt="图" src="a.png"></p><p> &nbsp;\u3000</p>', ["甲"]),
        ("<p>e\u0301&#0;\ud800\0</p>", ["é\ufffd\ufffd\ufffd"]),
        ("<h2>甲</h2><p>乙</p>", ["甲", "乙"]),
        ('<p title="a > b" lang="zh">甲</p>', ["甲"]),
    ],
)
def test_what_is_a_block(source, expected):
    assert blocks(rendered_text(source).sections) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<div data-search-exclude>乙<div>乙</div>乙</div>",
        '<ul class="a" data-search-exclude=""><li>乙</li></ul>',
        '<section id="x" data-search-exclude title="y"><h2 id="z">乙</h2></section>',
        "<p hidden>乙</p>",
        '<p title="1 > 2" data-search-exclude>乙</p>',
        "<hr data-search-exclude>",
    ],
)
def test_what_is_left_out(hidden):
    sections = rendered_text(f"<p>甲</p>{hidden}<p>丙</p>").sections

    assert [(one.anchor, one.blocks) for one in sections] == [("", ("甲", "丙"))]


@pytest.mark.parametrize(
    "shown",
    [
        '<p aria-hidden="true">乙</p>',
        '<p title=" hidden ">乙</p>',
        "<p data-hidden>乙</p>",
        "<p data-search-excluded>乙</p>",
    ],
)
def test_what_only_looks_as_if_it_were_left_out(shown):
    assert blocks(rendered_text(shown).sections) == ["乙"]


def parts(source: str) -> list[tuple[str, str, list[str]]]:
    return [(one.anchor, one.heading, list(one.blocks)) for one in rendered_text(source).sections]


def test_a_heading_with_an_address_begins_a_section():
    source = '<h1>题</h1>序<h2 id="a">甲</h2>一<h3>二</h3><div><h3 id="b">乙</h3></div>三'

    assert rendered_text(source).title == "题"
    assert parts(source) == [
        ("", "", ["序"]),
        ("a", "甲", ["一", "二"]),
        ("b", "乙", ["三"]),
    ]


def test_a_box_with_an_address_is_a_section_and_ends():
    box = '<section id="L1"><div><h3>漏洞</h3>一</div><div>二</div></section>'

    assert parts(f'<h2 id="a">甲</h2>{box}三<section><h3 id="b">乙</h3>四</section>五') == [
        ("a", "甲", ["三", "五"]),
        ("L1", "漏洞", ["一", "二"]),
        ("b", "乙", ["四"]),
    ]


def test_a_box_without_a_heading_of_its_own_has_none():
    label = '<p class="aj-small-heading">措施</p>'

    assert parts(f'<div id="a">一<h3>二</h3></div><div id="b">{label}三</div>') == [
        ("a", "", ["一", "二"]),
        ("b", "", ["措施 三"]),
    ]


def test_an_article_is_headed_by_its_number_and_reads_on_from_it():
    number = '<p class="aj-article__number"><a href="#a85">第八十五条</a></p>'
    source = f'<section class="aj-article" id="a85">{number}<p>一款</p><p>二款</p></section>'

    assert parts(source) == [("a85", "第八十五条", ["第八十五条 一款", "二款"])]


def test_a_second_title_is_a_section():
    assert parts('<h1 id="a">甲</h1><h1 id="b">乙</h1>丙') == [("b", "乙", ["丙"])]


def test_the_markdown_of_templates():
    body = (
        "## 甲\n\n一 [二](a.md#b)、[三](<a b.md>)![图](c.png)&#91;四&#93;(五)\n\n"
        "- 六\n    - 七\n- &#45; 八\n\n> 九\n>\n> 十\n\n"
        "| 子 | 丑&#124;寅 |\n| --- | --- |\n| &#160; | <strong>卯</strong> |\n\n**辰**\n"
    )

    assert blocks(generated_text(body).sections) == [
        *("甲", "一 二、三[四](五)", "六", "七", "- 八", "九", "十"),
        *("子 丑|寅", "卯", "辰"),
    ]


@given(st.text("甲乙 a1\n\t*_[]()|>#-+<&;`\\.!~:/${}=\"'\u3000\u0301", max_size=80))
def test_nothing_of_an_author_is_lost_or_made_up(see, text):
    body = prose(text, lambda target, _: target if target.isalnum() else None)
    page = see(Page("a.md", "题", body).text().encode())

    assert said(generated_text(body).sections) == squeezed(page.text)


class Shown(HTMLParser):
    """What stands on a rendered page outside of what is left out, read without our scanner."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.out = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in VOID and (self.out or "data-search-exclude" in dict(attrs)):
            self.out += 1

    def handle_endtag(self, tag):
        self.out -= bool(self.out)

    def handle_data(self, data):
        if not self.out and data.strip():
            self.texts.append(squeezed(data))


@pytest.fixture(scope="module", params=["reference", "linked", "editions"])
def made(request, root, today, see):
    """Pages of records in the edition that shows most, with what they are rendered to."""
    folder = root if request.param == "reference" else root / "tests/sites" / request.param
    done = check(read_project(folder), today)
    edition = generate(done, EDITIONS["lecturer"]).edition
    return [
        (page, see(page.text().encode()))
        for page in all_pages(edition)
        if isinstance(page, Page) and re.fullmatch(r"library/[a-z]+/(?!index).*", page.path)
    ]


def test_every_block_is_on_the_page_and_every_text_in_a_block(made):
    for page, seen in made:
        sections = generated_text(page.body).sections
        shown = squeezed(seen.text)
        for section in sections:
            assert squeezed(section.heading) in shown, page.path
            for block in section.blocks:
                assert block == " ".join(block.split())
                assert block
                assert squeezed(block) in shown, page.path
        found = said(sections)
        for text in Shown(seen.source).texts:
            assert text in found, (page.path, text)


def test_every_address_is_on_the_page_once(made):
    for page, seen in made:
        anchors = [one.anchor for one in generated_text(page.body).sections]
        assert len(set(anchors)) == len(anchors), page.path
        for anchor in anchors:
            assert not anchor or seen.ids.count(anchor) == 1, (page.path, anchor)
