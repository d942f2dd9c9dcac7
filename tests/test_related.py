"""Related cases: with a reason in words, the editor's word first."""

from generator.base.reference import Reference
from generator.related import SHOWN, related_cases

REGULATION = """
名称: 中华人民共和国采购法
简称: [采购法]
版本:
  - {编号: "2018", 施行日期: 2018-01-01, 失效日期: 2023-01-01, 条文: [{条: 第一条, 文: 甲}]}
  - {编号: "2023", 施行日期: 2023-01-01, 条文: [{条: 第一条, 文: 另一件事}]}
"""


def case(loophole="", post="", cites="", more=""):
    text = "标题: 甲\n处理时间: 2021-01\n"
    if loophole:
        text += f"漏洞: [{{编号: L1, 类型: {loophole}, 说明: 乙, 措施: [丙]}}]\n"
    if post:
        text += f"岗位: [{post}]\n"
    if cites:
        text += f"依据: [{cites}]\n"
    return text + more


def related(checked, **cases):
    files = {f"cases/{name}.yaml": text for name, text in cases.items()}
    files["policies/regulations/r.yaml"] = REGULATION
    found = related_cases(checked(files).library)
    return {key.id: {one.key.id: one.reasons for one in others} for key, others in found.items()}


def test_each_with_its_reason(checked):
    found = related(
        checked,
        a=case("招标评审", "出纳"),
        b=case("招标评审"),
        c=case(post="出纳"),
        d=case("验收把关"),
    )

    assert found["a"] == {"b": ("同类漏洞：招标评审",), "c": ("同类岗位：出纳",)}
    assert list(found["a"]) == ["b", "c"]
    assert found["d"] == {}


def test_the_same_clause_is_the_same_article_of_the_same_version(checked):
    found = related(
        checked,
        a=case(cites="《采购法》第一条"),
        b=case(cites="《中华人民共和国采购法》（2018）第一条"),
        c=case(cites="《采购法》（2023）第一条"),
    )

    assert list(found["a"]) == ["b"]
    assert found["a"]["b"] == ("同一条款：《采购法》（2018）第一条",)
    assert found["c"] == {}


def test_the_editor_has_the_first_and_the_last_word(checked):
    found = related(
        checked,
        a=case("招标评审", more="相关案例: [c]\n不相似: [b]\n"),
        b=case("招标评审"),
        c=case("招标评审"),
        d=case("招标评审"),
    )

    assert found["a"] == {"c": ("编辑推荐",), "d": ("同类漏洞：招标评审",)}
    assert "a" not in found["b"]


def test_a_part_of_a_case_stands_for_the_case(checked):
    found = related(
        checked,
        a=case(more="相关案例: ['b#L1', b, 'a#L1']\n不相似: ['c#L1']\n"),
        b=case("招标评审"),
        c=case("招标评审"),
    )

    assert found["a"] == {"b": ("编辑推荐",)}
    assert "a" not in found["c"]


def test_a_few_and_always_the_same_ones(checked):
    cases = {f"c{n:02}": case("招标评审") for n in range(30)}
    found = related(checked, **cases)

    assert all(len(others) == SHOWN for others in found.values())
    assert all(name not in others for name, others in found.items())
    assert found == related(checked, **dict(reversed(cases.items())))


def test_everything_recommended_is_shown(checked):
    names = [f"c{n}" for n in range(SHOWN + 2)]
    cases = {name: case() for name in names}
    found = related(checked, a=case(more=f"相关案例: [{', '.join(names)}]\n"), **cases)

    assert list(found["a"]) == names


def test_a_case_from_another_kind_of_record_is_none(checked):
    library = checked(
        {"materials/lessons/l.yaml": "标题: 课\n岗位: [出纳]\n", "cases/a.yaml": case(post="出纳")}
    ).library

    assert related_cases(library) == {Reference("case", "a"): ()}
