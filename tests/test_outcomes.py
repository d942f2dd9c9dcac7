"""Cases by what was decided."""

from generator.outcomes import by_outcome

FILES = {
    "cases/a.yaml": "标题: 甲\n处理结果: {党纪处分: 警告, 政务处分: 记过, 形态: 2}\n",
    "cases/b.yaml": "标题: 乙\n处理结果: {党纪处分: 警告}\n",
    "cases/c.yaml": "标题: 丙\n",
}


def test_each_case_stands_under_each_of_its_outcomes(checked):
    found = by_outcome(checked(FILES).library.of_kind("case"))
    ids = {
        name: {label: [case.id for case in cases] for label, cases in groups.items() if cases}
        for name, groups in found.items()
    }

    assert ids == {
        "party": {"警告": ["a", "b"]},
        "official": {"记过": ["a"]},
        "form": {"第二种形态": ["a"]},
    }


def test_lighter_outcomes_come_first_and_those_without_cases_are_there(checked):
    found = by_outcome(checked({}).library.of_kind("case"))

    assert list(found["party"]) == ["警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍"]
    assert list(found["form"]) == ["第一种形态", "第二种形态", "第三种形态", "第四种形态"]
