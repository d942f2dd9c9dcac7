"""References: to a record, to a part, to oneself; no noise after other mistakes."""

import pytest

B = "标题: 乙\n漏洞:\n  - {编号: L1, 类型: 甲, 说明: 乙, 措施: [丙]}\n"


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("b", []),
        ("case/b", []),
        ("b#L1", []),
        ("a#L1", ["C202"]),
        ("c", ["C201"]),
        ("b#L2", ["C202"]),
        ("a", ["C203"]),
    ],
)
def test_where_a_reference_leads(codes, reference, expected):
    files = {"cases/a.yaml": f"标题: 甲\n相关案例: ['{reference}']\n", "cases/b.yaml": B}

    assert codes(files) == expected


@pytest.mark.parametrize("broken", ["标题: [\n", "标题: 乙\n漏洞: [{编号: L1}]\n", "", "{{"])
def test_a_record_with_mistakes_is_not_missing_as_well(codes, broken):
    files = {"cases/a.yaml": "标题: 甲\n相关案例: ['b#L9']\n", "cases/b.yaml": broken}

    assert not {"C201", "C202"}.intersection(codes(files))


def test_a_ledger_that_cannot_be_read_hides_its_rows(codes):
    practice = "标题: 甲\n问题: 乙\n单位: pz-1\n"
    files = {"policies/practices/a.yaml": practice, "ledgers/units/a.yaml": "- 编号: pz-1\n 名称\n"}

    assert codes(files) == ["R004"]


def test_a_record_with_other_mistakes_is_checked_in_the_same_run(codes):
    assert sorted(codes({"cases/a.yaml": "性质: 坏\n相关案例: [b]\n"})) == ["C201", "R101", "R103"]
