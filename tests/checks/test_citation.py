"""Citations: the regulation, the version, the article."""

import pytest

REGULATION = """
名称: 中国共产党采购条例
简称: [采购条例]
版本:
  - {编号: "2018", 施行日期: 2018-10-01, 失效日期: 2024-01-01, 条文: [{条: 第一条, 文: 甲}]}
  - {编号: "2023", 施行日期: 2024-01-01, 条文: [{条: 第一条, 文: 乙}, {条: 第二条, 文: 丙}]}
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("《中国共产党采购条例》（2018）第一条", []),
        ("《采购条例》第二条", []),
        ("《采购条例》（2018）第二条", ["C293"]),
        ("《采购条例》（2020）第一条", ["C292"]),
        ("《招标条例》第一条", ["C292"]),
        ("采购条例第一条", ["C291"]),
        ("《采购条例》第99999条", ["C291"]),
    ],
)
def test_what_is_said_of_a_citation(codes, line, expected):
    files = {
        "policies/regulations/a.yaml": REGULATION,
        "cases/a.yaml": f"标题: 甲\n处理时间: 2025-01\n依据: [{line}]\n",
    }

    assert codes(files) == expected
