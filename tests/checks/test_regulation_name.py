"""A name leads to one regulation, or every record that claims it is told of all the others."""

TEXT = (
    "名称: {}\n简称: [{}]\n归纳: {}\n"
    "版本: [{{编号: '2018', 施行日期: 2018, 条文: [{{条: 第一条, 文: 甲乙。}}]}}]\n"
)


def regulations(*rows: tuple[str, str, str]) -> dict[str, str]:
    names = "abc"
    return {
        f"policies/regulations/{name}.yaml": TEXT.format(*row)
        for name, row in zip(names, rows, strict=False)
    }


def test_an_alias_that_two_claim(checked):
    one, two = ("采购法", "办法", "否"), ("招标法", "办法", "否")
    found = checked(regulations(one, two)).findings

    assert [one.code for one in found] == ["C283"] * 2
    assert found[0].message == ("「办法」也是「招标法」（policies/regulations/b.yaml）的名称或简称")
    assert found[0].route == ("aliases", 0)


def test_an_alias_that_is_the_name_of_another(checked):
    found = checked(regulations(("采购法", "招标法", "否"), ("中华人民共和国招标法", "", "否")))

    assert [one.route for one in found.findings] == [("aliases", 0), ("name",)]


def test_every_other_holder_is_named(checked):
    rows = [(name, "办法", "否") for name in ("采购法", "招标法", "预算法")]
    found = checked(regulations(*rows)).findings

    assert len(found) == 3
    assert "「招标法」" in found[0].message
    assert "「预算法」" in found[0].message


def test_a_summary_gives_way_to_the_official_text(checked):
    rows = [("采购法", "", "是"), ("中华人民共和国采购法", "", "否")]
    (found,) = checked(regulations(*rows)).findings

    assert found.level.label == "提示"
    assert found.path == "policies/regulations/a.yaml"


def test_full_and_usual_names_are_one(codes):
    assert (
        codes(regulations(("监察法", "", "否"), ("中华人民共和国监察法", "", "否"))) == ["C283"] * 2
    )
    assert codes(regulations(("监察法", "", "否"), ("审计法", "", "否"))) == []


def test_a_name_may_stand_twice_in_one_record(codes):
    assert codes(regulations(("采购法", "中华人民共和国采购法", "否"))) == []
