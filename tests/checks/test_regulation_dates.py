"""Versions follow each other without contradiction, overlap or gap."""

import pytest


def versions(*lines: str) -> dict[str, str]:
    text = "名称: 办法\n版本:\n"
    for line in lines:
        text += f"  - {{{line}, 条文: [{{条: 第一条, 文: 为了规范。}}]}}\n"
    return {"policies/regulations/a.yaml": text}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["编号: '2015', 施行日期: 2016-01-01", "编号: '2018', 施行日期: 2018-10-01"], []),
        (
            [
                "编号: '2015', 施行日期: 2016-01-01, 失效日期: 2018-10-01",
                "编号: '2018', 施行日期: 2018-10-01",
            ],
            [],
        ),
        (
            ["编号: '2015', 施行日期: 2016, 失效日期: 2018", "编号: '2018', 施行日期: 2018-10-01"],
            [],
        ),
        (["编号: 2018-2, 施行日期: 2018-02", "编号: 2018-10, 施行日期: 2018-10"], []),
        (["编号: a, 施行日期: 2016", "编号: b, 施行日期: 2018"], []),
        # In the wrong order by the ids, by the list alone, and written from new to old.
        (["编号: '2015', 施行日期: 2019", "编号: '2018', 施行日期: 2018"], ["警告 C285"]),
        (["编号: '2018', 施行日期: 2018", "编号: '2015', 施行日期: 2019"], ["警告 C285"]),
        (["编号: b, 施行日期: 2018", "编号: a, 施行日期: 2016"], ["警告 C285"]),
        (["编号: '2018', 施行日期: 2018", "编号: '2015', 施行日期: 2016"], ["提示 C285"]),
        # The contradiction is one fact: what would follow from the wrong order is not added.
        (
            [
                "编号: '2015', 施行日期: 2019, 失效日期: 2020",
                "编号: '2018', 施行日期: 2018, 失效日期: 2018-05",
            ],
            ["警告 C285"],
        ),
        (["编号: a, 施行日期: 2018-10-01", "编号: b, 施行日期: 2018-10-01"], ["错误 C286"]),
        (["编号: a, 施行日期: 2018", "编号: b, 施行日期: 2018"], ["警告 C286"]),
        (["编号: a, 施行日期: 2018", "编号: b, 施行日期: 2018-10-01"], ["警告 C286"]),
        (
            ["编号: a, 施行日期: 2016, 失效日期: 2018-10-02", "编号: b, 施行日期: 2018-10-01"],
            ["错误 C286"],
        ),
        (
            ["编号: a, 施行日期: 2016, 失效日期: 2018-09-30", "编号: b, 施行日期: 2018-10-01"],
            ["警告 C287"],
        ),
        (
            ["编号: a, 施行日期: 2016, 失效日期: 2018-09", "编号: b, 施行日期: 2018-10-01"],
            ["提示 C287"],
        ),
        (
            ["编号: a, 施行日期: 2016, 失效日期: 2017-01-01", "编号: b, 施行日期: 2018-10-01"],
            ["提示 C287"],
        ),
        # Said once already, by the record itself.
        (["编号: a, 施行日期: 2016, 失效日期: 2015", "编号: b, 施行日期: 2018"], ["错误 R105"]),
    ],
)
def test_dates(checked, lines, expected):
    found = checked(versions(*lines)).findings

    assert [f"{one.level.label} {one.code}" for one in found] == expected


def test_a_version_whose_start_is_not_known_contradicts_nothing(codes):
    unknown = "编号: '2018', 公布日期: 2018-02-01"

    assert codes(versions("编号: '2015', 施行日期: 2018-05-01", unknown)) == ["C284"]
    assert codes(versions("编号: '2015', 施行日期: 2016, 失效日期: 2018-10-01", unknown)) == [
        "C284"
    ]
    assert codes(versions("编号: '2015', 公布日期: 2018-02-01", unknown)) == ["C284"] * 2
    assert codes(versions(unknown, "编号: '2020', 施行日期: 2017")) == ["C284", "C285"]


def test_the_finding_names_both_versions_and_stands_at_the_date(checked):
    lines = ("编号: a, 施行日期: 2016, 失效日期: 2019", "编号: b, 施行日期: 2018-10-01")
    (found,) = checked(versions(*lines)).findings

    assert found.route == ("versions", 0, "expired")
    assert "「a」到2019年才失效" in found.message
    assert "「b」从2018年10月1日起" in found.message
