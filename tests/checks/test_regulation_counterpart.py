"""Counterparts that an editor fixed name articles which are there."""

import pytest

VERSION = "  - {编号: '%s', 施行日期: %s, 节选: %s, 对应上一版: {%s}, 条文: [%s]}\n"
ROWS = "{条: 第一条, 文: 为了规范。}, {条: 第二条, 文: 采购公开。}"


def regulation(*versions: tuple[str, str, str]) -> dict[str, str]:
    text = "名称: 办法\n版本:\n"
    for year, fixed, excerpt in versions:
        text += VERSION % (year, year, excerpt, fixed, ROWS)
    return {"policies/regulations/a.yaml": text}


@pytest.mark.parametrize(
    ("fixed", "expected"),
    [
        ("", []),
        ("第一条: 第二条, 第二条: 第二条", []),
        ("第1条: 无", []),
        ("第三条: 无", ["版本「2020」没有这一条"]),
        ("第一条: 第三条", ["版本「2018」没有这一条"]),
        ("第三条: 第四条", ["版本「2018」没有这一条", "版本「2020」没有这一条"]),
    ],
)
def test_counterparts(checked, fixed, expected):
    found = checked(regulation(("2018", "", "否"), ("2020", fixed, "否"))).findings

    assert {one.code for one in found} <= {"C280"}
    assert sorted(one.message.partition("，")[2] for one in found) == expected


def test_the_version_before_is_the_one_before_by_date(codes):
    assert codes(regulation(("2020", "第一条: 第二条", "否"), ("2018", "", "否"))) == ["C285"]
    assert codes(regulation(("2018", "第一条: 第二条", "否"))) == ["C280"]


def test_an_excerpt_may_leave_the_article_out(checked):
    (found,) = checked(regulation(("2018", "", "是"), ("2020", "第一条: 第九条", "否"))).findings

    assert found.level.label == "提示"
    assert "节选" in found.message
