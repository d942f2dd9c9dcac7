"""The links of a hand-written page, found where they stand."""

import pytest

from generator.base.page_links import page_links, replace_targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[甲](a.md)", ["a.md"]),
        ('![甲](a.png "图")', ["a.png"]),
        ("[甲]( <a b.md> )", ["a b.md"]),
        ("[甲](a_(b).md)", ["a_(b).md"]),
        ("[甲 [乙] 丙](a.md)", ["a.md"]),
        ("[![图](a.png)](b.md)", ["a.png", "b.md"]),
        ("[甲](java&#115;cript:x)", ["javascript:x"]),
        ("[甲](a\\_b.md)", ["a_b.md"]),
        ("[甲][1]\n\n[1]: a.md", ["a.md"]),
        ("<https://a.cn/b> <甲>", ["https://a.cn/b"]),
        ("<a class=x href='a.md'>甲</a> <img\nsrc=b.png>", ["a.md", "b.png"]),
        ("`[甲](a.md)` ``[乙](b.md)``", []),
        ("```\n[甲](a.md)\n```", []),
        ("甲\n\n    [甲](a.md)\n", []),
        ("<!-- [甲](a.md) -->", []),
        ("\\[甲](a.md)", []),
        ("[甲] (a.md)", []),
        ("[甲]()", []),
    ],
)
def test_targets(text, targets):
    assert [link.target for link in page_links(text)] == targets


def test_the_place_is_that_of_the_target():
    text = "甲\n乙 [丙](<d.md>) ![e](f.png)"
    first, second = page_links(text)
    assert text[first.at :].startswith("d.md")
    assert text[first.start : first.end] == "[丙](<d.md>)"
    assert (first.label, first.image, second.image) == ("丙", False, True)


def test_links_can_be_replaced():
    text = "[甲](case/a) `[乙](case/b)` ![丙](case/c) [丁](d.md)"

    def new(link):
        return f"«{link.label}»" if link.target.startswith("case/") else None

    assert replace_targets(text, new) == "«甲» `[乙](case/b)` «丙» [丁](d.md)"


@pytest.mark.parametrize("sign", ["[", "](", "![a](", "`", "<a href=", "[a][", "[a](b(", "\\["])
def test_a_run_of_signs_holds_no_link_and_does_not_hang(sign):
    assert page_links(sign * 200 + "\n\n[甲](a.md)")[-1].target == "a.md"
