"""What would keep the Markdown parser busy for minutes is refused; what people write is not.

The shapes were found by running the parser on random mixes of its signs; within the limits the
slowest of some 50,000 took less than a second.
"""

import pytest

from generator.base.markdown_bounds import excess, without_fences

EXPLOSIVE = {
    "brackets": "[" * 20_000,
    "half links": "[a](" * 2_000,
    "half images": "![" * 20_000,
    "closed labels before half links": "](  " * 2_000,
    "references before half links": "[a][b](x>" * 2_000,
    "cdata": "<![CDATA[" * 20_000,
    "one declaration": "甲 <![ 乙",
    "declaration": "<!ELEMENT x>",
    "deep list": "\n".join("    " * depth + "- a" for depth in range(1000)),
    "a list in a list on one line": "- " * 50_000,
    "rules": "---\n" * 50_000,
    "rules with space": "---\n\n" * 5_000,
    "quotes in quotes": ">" * 5_000,
    "open tags": "<a " * 20_000,
    "half addresses": "<http://a " * 5_000,
    "half comments": "<!-- " * 5_000,
    "backslashes and backticks": "``\\" * 6_000,
    "backticks": "".join("`" * (number % 50 + 1) + "a" for number in range(3000)),
    "elements that stay open": "<b id=x>" * 100 + "<p>" * 100,
    "many elements": "<i>a</i>" * 3_000,
    "fences that stay open": "```a\n" * 5_000,
    "headings": "# a\n\n" * 5_000,
    "a wide table": "|" + "a|" * 20_000 + "\n|" + "-|" * 20_000,
    "a long line": "甲" * 100_000,
    "a long paragraph": "甲乙丙\n" * 20_000,
    "a long page": "甲\n\n" * 200_000,
    "signs": "\\*" * 20_000,
}
ORDINARY = {
    "text": "# 标题\n\n" + "这是一段说明文字，**要紧的**在前。\n\n" * 500,
    "links": '- [甲](a.md)、[乙](b.md#c "丁")、![图](x.png)\n' * 500,
    "a table": "| 甲 | 乙 | 丙 |\n|---|---|---|\n" + "| [a](b.md) | `c` | 1 |\n" * 500,
    "nested lists": "- 甲\n    - 乙\n        - 丙\n            - 丁\n\n" * 50,
    "html": "<table><tr><td>甲</td><td>乙</td></tr></table>\n\n" * 100,
    "notes": "见[1]、[2]和 a < b 、x[0][1]。`a[` 与 `<b`\n\n" * 100,
    "code": "```python\n" + "a[[[ <<< ((( ```x [[ ---\n" * 500 + "```\n",
    "code in waves": "~~~\n" + "[" * 5000 + "\n~~~\n",
    "indented code": "\n\n" + "    a = b[0]\n" * 200,
    "a comment": "<!-- 备注 < [ -->\n\n甲",
}


@pytest.mark.parametrize("name", EXPLOSIVE)
def test_what_explodes_is_refused(name):
    found = excess(EXPLOSIVE[name])
    assert found is not None
    assert 0 <= found.position <= len(EXPLOSIVE[name])
    assert "\u4e00" <= found.what[0] <= "\u9fff" or found.what[0] == "「"


@pytest.mark.parametrize("name", ORDINARY)
def test_what_people_write_is_accepted(name):
    assert excess(ORDINARY[name]) is None


@pytest.mark.parametrize("name", EXPLOSIVE)
def test_a_harmless_beginning_hides_nothing(name):
    assert excess("# 标题\n\n```\ncode\n```\n\n" + EXPLOSIVE[name]) is not None


def test_the_place_is_where_it_becomes_too_much():
    found = excess("甲\n\n" + "[" * 300)
    assert found.position == 3 + 200


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("```\n[\n```\n(", "("),
        ("```py\n[\n``` \n(", "("),
        ("~~~\n```\n~~~\n(", "("),
        ("````\n[\n```\n````\n(", "("),
        ("```\n[\n", "```["),
        ("``` a b\n[\n```\n(", "```ab[```("),
        (" ```\n[\n ```\n(", "```[```("),
        ("`````\n[\n```\n(", "`````[```("),
        ("```\n[\n```a\n(", "```[```a("),
    ],
)
def test_only_what_the_parser_takes_for_a_fence_is_left_out(text, left):
    blanked = without_fences(text)
    assert "".join(blanked.split()) == left
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")
