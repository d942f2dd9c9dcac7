"""Citations: the regulation, the version, the article."""

import pytest

REGULATION = """
名称: 中国共产党采购条例
简称: [采购条例]
版本:
  - {编号: "2018", 施行日期: 2018-10-01, 失效日期: 2024-01-01, 条文: [{条: 第一条, 文: 甲}]}
  - {编号: "2023", 施行日期: 2024-01-01, 条文: [{条: 第一条, 文: 乙}, {条: 第二条, 文: 丙}]}
"""
DATES = "行为期间: {自: 2020-01, 至: 2024-06}\n处理时间: 2025-01"


def of_citations(codes) -> list[str]:
    """Without C295, which every old version brings (its own test is beside)."""
    return [code for code in codes if code != "C295"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("《中国共产党采购条例》（2018）第一条", []),
        ("《采购条例》第二条", []),
        ("《采购条例》（2018）第二条", ["C293"]),
        ("《采购条例》（2020）第一条", ["C292"]),
        ("《招标条例》第一条", ["C292"]),
        ("采购条例第二条", []),
        ("违规采购", ["C291"]),
        ("《采购条例》第99999条", ["C291"]),
    ],
)
def test_what_is_said_of_a_citation(codes, line, expected):
    files = {
        "policies/regulations/a.yaml": REGULATION,
        "cases/a.yaml": f"标题: 甲\n{DATES}\n依据: [{line}]\n",
    }

    assert of_citations(codes(files)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《采购条例》（2018）第一条规定：“甲方不得串标围标。”", []),
        ("《采购条例》（2018）第一条规定：“甲方不得串标抬价。”", ["C294"]),
        ("《采购条例》第一条", []),
        ("《采购条例》（2020）", []),
        ("《招标条例》规定很清楚", []),
        ("《采购条例》（2018）第九条", ["C293"]),
    ],
)
def test_running_text_is_looked_at_too(codes, text, expected):
    files = {
        "policies/regulations/a.yaml": REGULATION.replace("文: 甲", "文: 甲方不得串标围标。"),
        "cases/a.yaml": f"标题: 甲\n处理时间: 2020-01\n基本案情: {text}\n",
    }

    assert of_citations(codes(files)) == expected


def test_hand_written_pages_are_looked_at_too(checked):
    files = {
        "policies/regulations/a.yaml": REGULATION.replace("文: 甲", "文: 甲方不得串标围标。"),
        "docs/a.md": "# 说明\n\n见《采购条例》第九条，《没有的法》第一条。\n\n"
        "《采购条例》（2018）第一条规定：“甲方不得串标抬价。”\n\n`《采购条例》第八条`\n",
    }
    found = [one for one in checked(files).findings if one.code != "C295"]

    assert [(one.path, one.place, one.code) for one in found] == [
        ("docs/a.md", (3, 2), "C293"),
        ("docs/a.md", (3, 12), "C292"),
        ("docs/a.md", (5, 13), "C294"),
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("处理时间: 2020-01", []),
        ("处理时间: 2025-01", ["C296"]),
        ("处理时间: 2025-01\n行为期间: {自: 2019-01, 至: 2023-02}", []),
        ("处理时间: 2025-01\n行为期间: {自: 2023-12, 至: 2024-02}", []),
        ("", []),
    ],
)
def test_a_named_version_was_in_force_then(codes, dates, expected):
    files = {
        "policies/regulations/a.yaml": REGULATION,
        "cases/a.yaml": f"标题: 甲\n依据: [《采购条例》（2018）第一条]\n{dates}\n",
    }

    assert of_citations(codes(files)) == expected
