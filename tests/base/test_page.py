"""Pages as files, addresses between them, templates that escape by type."""

import pytest

from generator.base.dates import PartialDate
from generator.base.document import read_document
from generator.base.finding import Finding, Level, Place, ordered, worst
from generator.base.markdown import Raw
from generator.base.node import plain_value
from generator.base.page import GENERATED, Page, html_address, relative
from generator.base.rules import RULES
from generator.base.template import environment
from generator.base.text import Prose


@pytest.mark.parametrize(
    "title", ["甲", 'a"b', "a: b #c", "<script>x</script>", "甲\n---\n乙", "\\x", "'"]
)
def test_front_matter_is_yaml_with_a_title_that_is_safe_as_html(title):
    text = Page("a.md", title, "正文").text()
    _, front, body = text.split("---\n", 2)
    node, findings = read_document(front, "a.md")

    assert not findings
    assert set(plain_value(node)) == {"title", GENERATED.partition(":")[0]}
    assert "<" not in plain_value(node)["title"]
    assert body == "\n正文\n"


@pytest.mark.parametrize(
    ("source", "target", "address"),
    [
        ("index.md", "library/case/a.md", "library/case/a.md"),
        ("library/case/a.md", "library/case/b.md#L1", "b.md#L1"),
        ("library/case/a.md", "index.md", "../../index.md"),
        ("library/regulation/x/2018.md", "library/case/a.md", "../../case/a.md"),
    ],
)
def test_addresses_between_pages(source, target, address):
    assert relative(source, target) == address


def test_the_address_of_a_rendered_page():
    assert html_address("a/b.md#c") == "a/b.html#c"
    assert html_address("a/b.png") == "a/b.png"


def test_templates_escape_every_value_by_its_type(tmp_path):
    (tmp_path / "a.md.j2").write_text(
        "{{ text }}|{{ prose }}|{{ raw }}|{{ day }}|{{ none }}|{{ n }}"
    )
    made = (
        environment(tmp_path)
        .get_template("a.md.j2")
        .render(
            text="<b>*{{ x }}",
            prose=Prose("甲 <i>\n**乙**"),
            raw=Raw("<hr>"),
            day=PartialDate(2024, 3),
            none=None,
            n=5,
            link=lambda target, image: None,
        )
    )

    assert made == (
        "&#60;b&#62;&#42;&#123;&#123; x &#125;&#125;|甲 &#60;i&#62;\n\n<strong>乙</strong>|<hr>"
        "|2024年3月||5"
    )


def test_a_finding_is_one_line_with_its_place():
    one = Finding("a.yaml", "R103", "不对", place=Place(12, 7))

    assert one.line() == "a.yaml:12:7: 错误 R103 不对"


def test_findings_come_in_order_of_place_each_once():
    late = Finding("a.yaml", "R1", "甲", place=Place(10, 1))
    early = Finding("a.yaml", "R9", "乙", Level.NOTICE, place=Place(9, 5))
    other = Finding("B.yaml", "R1", "丙")

    assert ordered([late, early, late, other]) == (other, early, late)
    assert worst([early, late]) is Level.ERROR
    assert worst([]) is None


def test_every_rule_has_a_code_of_its_own_and_one_chinese_line():
    codes = [code for code, _ in RULES]

    assert len(set(codes)) == len(codes)
    assert all("\n" not in title and max(title) >= "\u4e00" for _, title in RULES)


def test_a_wide_page_takes_the_room_of_the_table_of_contents():
    assert "\nhide: [toc]\n" in Page("a.md", "甲", "乙", wide=True).text()
    assert "hide" not in Page("a.md", "甲", "乙").text()
