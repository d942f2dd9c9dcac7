"""`anjian regulation diff`: two versions in the terminal, marks that survive without colour."""

import json

import pytest

RECORD = """
名称: 中华人民共和国采购法
简称: [采购条例]
版本:
  - 编号: "2018"
    施行日期: 2018-01-01
    条文:
      - {条: 第一条, 文: 为了规范采购行为，制定本法。}
      - {条: 第二条, 文: 采购人应当公开招标，不得化整为零。}
      - {条: 第三条, 文: 供应商的黑名单由主管部门按季度公布。}
  - 编号: "2023"
    施行日期: 2023-01-01
    对应上一版: {第四条: 第一条}
    条文:
      - {条: 第一条, 文: 电子交易平台的数据保存不少于十五年。}
      - {条: 第二条, 文: 采购人应当公开招标，不得化整为零、规避招标。}
      - {条: 第四条, 文: 为了规范采购行为，制定本法。}
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("regulations")
    (folder / "mkdocs.yml").write_text("site_name: 库\n", "utf-8")
    (folder / "policies/regulations").mkdir(parents=True)
    (folder / "policies/regulations/cg-fa.yaml").write_text(RECORD, "utf-8")
    other = "名称: 采购条例\n简称: [乙法]\n版本: [{编号: a}]\n"
    (folder / "policies/regulations/other.yaml").write_text(other, "utf-8")
    (folder / "policies/regulations/bad.yaml").write_text(
        "名称: 坏法\n版本: [{编号: 年}]\n", "utf-8"
    )
    return folder


def test_prints_what_changed(anjian, base):
    outcome = anjian("regulation", "diff", "cg-fa", "2018", "2023", "--root", base)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "《中华人民共和国采购法》2018年版（3 条）与2023年版（3 条）",
        "条号、文字未变 0；只有条号变动 1；修改 1；新增 1；删去 1",
        "",
        "第一条　新增",
        "  电子交易平台的数据保存不少于十五年。",
        "",
        "第二条　修改，相似 86%",
        "  采购人应当公开招标，不得化整为零｛+、规避招标+｝。",
        "",
        "第三条　删去（2018年版）",
        "  供应商的黑名单由主管部门按季度公布。",
        "",
        "第四条（2018年版第一条）　未改动，人工核定",
    ]


@pytest.mark.parametrize("name", ["中华人民共和国采购法", "采购法", "《采购法》", " cg-fa "])
@pytest.mark.parametrize("versions", [("2018", "2023"), ("2023年版", "2018")])
def test_takes_id_name_and_alias_and_versions_in_any_order(anjian, base, name, versions):
    plain = anjian("regulation", "diff", "cg-fa", "2018", "2023", "--root", base)

    assert anjian("regulation", "diff", name, *versions, "--root", base) == plain


def test_as_data(anjian, base):
    outcome = anjian("regulation", "diff", "cg-fa", "2018", "2023", "--json", "--root", base)
    found = json.loads(outcome.out)

    assert (found["older"], found["newer"]) == ("2018", "2023")
    assert found["figures"] == {"same": 0, "moved": 1, "changed": 1, "new": 1, "gone": 1}
    kinds = [(one["kind"], one["older"], one["newer"], one["manual"]) for one in found["articles"]]
    assert kinds == [
        ("new", None, "第一条", False),
        ("changed", "第二条", "第二条", False),
        ("gone", "第三条", None, False),
        ("moved", "第一条", "第四条", True),
    ]
    assert ["new", "、规避招标"] in found["articles"][1]["pieces"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["采购", "2018", "2023"], "没有「采购」这部法规。是不是「"),
        (["采购", "2018", "2023"], "库里有：中华人民共和国采购法、"),
        (["采购条例", "2018", "2023"], "有多部法规使用，请写编号：cg-fa、other。"),
        (["cg-fa", "2018", "2025"], "没有「2025」这个版本；有：2018、2023。"),
        (["cg-fa", "2018", "2018"], "是同一个版本"),
        (["bad", "a", "b"], "记录有错误"),
        (["cg-fa", "2018"], "缺少「另一版本」"),
    ],
)
def test_mistakes_are_one_sentence(anjian, base, arguments, said):
    outcome = anjian("regulation", "diff", *arguments, "--root", base)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
