"""Author's text: what may stand in it, and where a link may lead."""

import pytest

HOSTS = "site_name: 甲\nextra:\n  anjian:\n    允许链接的网站: [www.example.cn]\n"
TARGET = "标题: 目标\n漏洞:\n  - {编号: L1, 类型: 甲, 说明: 乙, 措施: [丙]}\n"


def case(prose: str) -> dict[str, str]:
    lines = "".join(f"  {line}\n" for line in prose.split("\n"))
    return {
        "cases/a.yaml": f"标题: 甲\n要点: |\n{lines}",
        "cases/b.yaml": TARGET,
        "docs/guide/a.md": "# 说明\n",
    }


@pytest.mark.parametrize(
    "text",
    [
        "金额<5万元，a<3，3>2",
        "《甲》<乙> & 丙",
        "见[乙](case/b)",
        "见[乙](case/b#L1)和[说明](guide/a.md#说明)",
        "见[外站](https://www.example.cn/a?b=c)",
        "写信到[信箱](mailto:a@example.cn)",
        "{{ x }} {% y %} $z$",
        "数组[1]、脚注[^1]、(括号)",
        "- 一\n  - 二\n    - 三",
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |",
    ],
)
def test_nothing_to_say(codes, text):
    assert codes(case(text), HOSTS) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[乙](case/c)", "C301"),
        ("[乙](case/b#L2)", "C301"),
        ("[乙](case/b#)", "C301"),
        ("![图](case/b)", "C301"),
        ("[外](https://example.cn)", "C301"),
        ("[外](guide/b.md)", "C301"),
        ("[外](f(x))", "C301"),
        ("[" * 10_001, "C302"),
        ("甲\n" * 5_002, "C302"),
        ("<b>甲</b>", "C303"),
        ("甲</p>", "C303"),
        ("<!-- 甲", "C303"),
        ("- 一\n  - 二\n    - 三\n      - 四", "C304"),
    ],
)
def test_one_thing_to_say(codes, text, code):
    assert codes(case(text), HOSTS) == [code]


def test_the_place_is_that_of_the_words_themselves(checked):
    (finding,) = checked(case("第一段。\n\n第二段[乙](case/c)。")).findings

    assert finding.place == (5, 6)


def test_html_in_a_line_is_found_as_well(codes):
    assert codes({"cases/a.yaml": "标题: <script>甲\n对照自查: [是否<b>乙]\n"}) == ["C303", "C303"]


def test_html_that_is_written_with_a_backslash_is_found_as_well(codes):
    assert codes({"cases/a.yaml": '标题: "\\u003cscript\\u003e甲"\n'}) == ["C303"]
