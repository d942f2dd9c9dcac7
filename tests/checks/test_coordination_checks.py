"""What the checks of working together leave alone."""

from tests.coordination_library import FILES, UNITS


def _ours(found):
    return [one for one in found if "C541" <= one <= "C569"]


def test_a_project_without_areas_branches_and_risks_is_told_nothing(codes):
    files = {
        "ledgers/units/u.yaml": UNITS,
        "cases/a.yaml": "标题: 案\n岗位: [出纳]\n",
        "materials/orders/o.yaml": "- {编号: d, 标题: 课, 月份: 2026-01}\n",
    }

    assert _ours(codes(files)) == []


def test_what_is_withdrawn_is_left_alone(codes):
    files = {
        "ledgers/areas/a.yaml": "名称: 撤了的区\n状态: 已撤下\n",
        "ledgers/risks/r.yaml": (
            "- {编号: r, 风险: 撤了, 岗位: [出纳], 权力环节: 付款, 状态: 已撤下}\n"
        ),
        "ledgers/units/u.yaml": UNITS,
    }

    assert _ours(codes(files)) == []


def test_a_draft_of_a_risk_needs_no_case_yet(codes):
    risk = "- {编号: r, 风险: 草稿, 岗位: [出纳], 权力环节: 付款, 状态: 草稿}\n"

    assert _ours(codes({"ledgers/risks/r.yaml": risk})) == []


def test_classes_one_after_another_do_not_meet(codes):
    orders = FILES["materials/orders/o.yaml"].replace(
        "上课日期: 2026-01-21", '上课日期: 2026-01-14\n  开始时间: "15:15"'
    )

    assert "C563" not in codes(FILES | {"materials/orders/o.yaml": orders})
    meeting = orders.replace('"15:15"', '"15:14"')
    assert "C563" in codes(FILES | {"materials/orders/o.yaml": meeting})


def test_two_rhythms_of_one_unit_may_end_in_one_month(codes):
    notices = (
        "- {编号: a, 标题: 季, 责任: 监督责任, 单位: jia, 周期: 每季, 期次: 2025-06}\n"
        "- {编号: b, 标题: 半年, 责任: 监督责任, 单位: jia, 周期: 每半年, 期次: 2025-06}\n"
    )

    assert "C551" not in codes(FILES | {"ledgers/notices/n.yaml": notices})
