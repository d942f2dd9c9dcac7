"""The checks of a few lines: each where it speaks and, above all, where it is silent."""

import pytest

LOOPHOLE = "{编号: L1, 类型: 甲, 说明: 乙, 措施: [丙]}"


def case(text: str) -> dict[str, str]:
    return {"cases/a.yaml": "标题: 甲\n" + text}


def lesson(kind: str, *minutes: int) -> dict[str, str]:
    steps = "".join(f"  - {{环节: 步, 分钟: {one}}}\n" for one in minutes)
    return {
        "materials/lessons/a.yaml": f"标题: 甲\n类型: {kind}\n" + (steps and "教学步骤:\n" + steps)
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (lesson("教案", 10, 35), []),
        (lesson("教案", 90), []),
        (lesson("教案", 46), ["C271"]),
        (lesson("教案"), []),
        (lesson("微课", 15), []),
        (lesson("微课", 3), []),
        (lesson("微课", 10, 6), ["C271"]),
    ],
)
def test_lesson_time(codes, files, expected):
    assert codes(files) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("时间线: [{时间: 2019, 事件: 甲}, {时间: 2019-03, 事件: 乙}]", []),
        ("时间线: [{时间: 2019-03, 事件: 甲}, {时间: 2019, 事件: 乙}]", []),
        ("时间线: [{时间: 2019-03, 事件: 甲}, {时间: 2019-03, 事件: 乙}]", []),
        ("时间线: [{时间: 2019-03, 事件: 甲}, {时间: 2019-02, 事件: 乙}]", ["C241"]),
        ("时间线: [{时间: 2026-01-02, 事件: 甲}]", ["C242"]),
        ("处理时间: 2026-01-01", []),
        ("处理时间: 2026", []),
        ("处理时间: 2026-01-02", ["C242"]),
        ("复核日期: 2026-01-01", []),
        ("复核日期: 2025-12", ["C243"]),
    ],
)
def test_time_order(codes, text, expected):
    assert codes(case(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"漏洞: [{LOOPHOLE}, {LOOPHOLE.replace('L1', 'L2')}]",
            [],
        ),
        (
            f"漏洞: [{LOOPHOLE}, {LOOPHOLE}]",
            ["C231"],
        ),
        ("漏洞: [{编号: L1, 类型: 甲, 说明: 乙}]", ["C232"]),
        ("状态: 已撤下\n撤下原因: 甲", []),
        ("状态: 已撤下", ["C251"]),
        ("曾用编号: [b, 旧-1]", []),
        ("曾用编号: [a]", ["C221"]),
        ("曾用编号: [b, B]", ["C221"]),
        ("曾用编号: [../b]", ["C221"]),
        ("领域: 教育\n岗位: [村(社区)干部]", []),
        ("领域: 航天", ["C211"]),
        ("岗位: [出纳, 宇航员]", ["C211"]),
        ("关键词: [招标投标, 甲、乙]", []),
        ("关键词: [招标投标，廉洁]", ["C212"]),
    ],
)
def test_one_case(codes, text, expected):
    assert codes(case(text)) == expected


def test_words_come_from_the_lists_of_the_project(codes):
    configuration = "site_name: 甲\nextra:\n  anjian:\n    领域: [航天]\n    岗位: [宇航员]\n"

    assert codes(case("领域: 航天\n岗位: [宇航员]"), configuration) == []
    assert codes(case("领域: 教育"), configuration) == ["C211"]


def test_related(codes):
    pair = {"cases/b.yaml": "标题: 乙\n"}

    assert codes(case("相关案例: [b]\n不相似: []") | pair) == []
    assert codes(case("相关案例: [b]\n不相似: [b]") | pair) == ["C261"]


def test_withdrawn_records_are_not_used(codes):
    gone = {"cases/b.yaml": "标题: 乙\n状态: 已撤下\n撤下原因: 甲\n"}

    assert codes(case("") | gone) == []
    assert codes(case("相关案例: [b]") | gone) == ["C252"]


def test_same_file_name(codes):
    assert codes(case("") | {"cases/x/A.yaml": "标题: 乙\n"}) == ["C222"]
    assert codes(case("") | {"policies/practices/A.yaml": "标题: 乙\n问题: 丙\n"}) == []
