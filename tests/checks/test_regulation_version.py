"""Versions have ids of their own and a date from which they are in force."""

import pytest

ARTICLES = "条文: [{条: 第一条, 文: 为了规范。}]"


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (["编号: '1', 施行日期: 2018", "编号: '2', 施行日期: 2019"], []),
        (["编号: a, 施行日期: 2018", "编号: A, 施行日期: 2019"], ["C281"]),
        (["编号: a"], ["C284"]),
        (["编号: a, 公布日期: 2018"], ["C284"]),
    ],
)
def test_regulation_version(codes, versions, expected):
    rows = "".join(f"  - {{{one}, {ARTICLES}}}\n" for one in versions)

    assert codes({"policies/regulations/a.yaml": f"名称: 办法\n版本:\n{rows}"}) == expected
