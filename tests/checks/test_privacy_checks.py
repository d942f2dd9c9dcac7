"""The publishing gate: how grave a find is, where, and what of it is shown."""

import pytest

from generator.base.finding import Level

PHONE = "13800138000"


def case(text, audience="公开"):
    return {"cases/a.yaml": f"标题: 某案\n范围: {audience}\n{text}\n"}


def gate(checked, files, configuration="site_name: 试验库\n"):
    findings = checked(files, configuration).findings
    return [one for one in findings if one.code.startswith(("P1", "P2"))]


@pytest.mark.parametrize(
    ("audience", "level"),
    [("公开", Level.ERROR), ("内部", Level.WARNING), ("教员", Level.WARNING)],
)
def test_a_number_without_doubt_stops_public_records_only(checked, audience, level):
    (one,) = gate(checked, case(f"要点: 电话{PHONE}", audience))

    assert (one.code, one.level, one.route) == ("P102", level, ("gist",))


def test_a_number_in_doubt_is_a_warning_even_in_public(checked):
    (one,) = gate(checked, case(f"要点: 订单编号{PHONE}"))

    assert one.level is Level.WARNING
    assert "可能" in one.message


def test_a_message_does_not_spread_the_number(checked):
    (one,) = gate(checked, case("要点: 身份证110101199003070038"))

    assert "1101…0038" in one.message
    assert "19900307" not in one.line() + one.hint


def test_the_place_in_a_text_of_several_lines_is_exact(checked):
    (one,) = gate(checked, case(f"基本案情: |\n  第一段。\n\n  他的电话是{PHONE}。"))

    assert (one.place.line, one.place.column) == (6, 8)


@pytest.mark.parametrize(
    "text",
    [
        f"时间线: [{{时间: 2019, 事件: 拨打{PHONE}}}]",
        f"关键词: [{PHONE}]",
        f"讨论题: [{{题目: 问, 参考: 答案见{PHONE}}}]",
        f"来源: {{单位: 单位, 说明: 联系{PHONE}}}",
        f"原标题: {{facts: 电话{PHONE}}}",
        f"其他章节: [{{标题: 附, 内容: 电话{PHONE}}}]",
    ],
)
def test_every_field_is_looked_at(checked, text):
    (one,) = gate(checked, case(text))

    assert one.code == "P102"
    assert one.route


def test_those_who_signed_are_officials(checked):
    text = "审核: {采集人: 赵建国, 保密审查人: 钱文斌, 终审人: 孙丽华}\n要点: 无"

    assert gate(checked, case(text)) == []


def test_names_are_warnings_with_the_same_mask_in_every_field(checked):
    text = "要点: 局长赵建国受贿\n指导意义: |\n  赵建国的教训。赵建国悔罪。"
    one, other = gate(checked, case(text))

    assert {one.level, other.level} == {Level.WARNING}
    assert "「赵某」" in one.hint
    assert "「赵某」" in other.hint
    assert "共 2 处" in other.message


def test_names_that_the_settings_allow_pass(checked):
    configuration = "site_name: 试验库\nextra:\n  anjian:\n    允许出现的姓名: [赵建国]\n"

    assert gate(checked, case("要点: 局长赵建国作报告"), configuration) == []


def test_fictional_cases_may_be_told_in_detail(checked):
    text = "要点: 望鹤县教育局原局长张某，2021年3月15日收受现金38.64万元。"

    assert [one.code for one in gate(checked, case(text))] == ["P112"]
    assert gate(checked, case(f"{text}\n虚构: 是")) == []


def test_marks_stop_every_record_and_inside_words_the_public_ones(checked):
    for audience in ("公开", "内部", "教员"):
        (one,) = gate(checked, case("要点: 秘密★1年", audience))
        assert (one.code, one.level) == ("P201", Level.ERROR)
    (one,) = gate(checked, case("要点: 内部资料，注意保存"))
    assert (one.code, one.level) == ("P202", Level.ERROR)
    assert gate(checked, case("要点: 内部资料，注意保存", "内部")) == []


def test_pages_warn_and_stop_what_is_published(checked):
    (one,) = gate(checked, {"docs/a.md": f"# 页\n\n[电话](tel:{PHONE})\n"})

    assert (one.path, one.code, one.level) == ("docs/a.md", "P102", Level.WARNING)
    assert one.publishing
    assert (one.place.line, one.place.column) == (3, 10)


def test_a_page_that_is_not_public_does_not_stop_publishing(checked):
    configuration = "site_name: 试验库\nextra:\n  anjian:\n    非公开页面: [a.md]\n"
    text = f"电话{PHONE}\n\n内部资料，注意保存\n\n机密★10年\n"
    found = gate(checked, {"docs/a.md": text}, configuration)

    assert [(one.code, one.level) for one in found] == [
        ("P102", Level.WARNING),
        ("P201", Level.ERROR),
    ]
    assert not found[0].publishing


def test_the_contact_of_the_site_may_be_reached(checked):
    configuration = (
        f"site_name: 试验库\nextra:\n  anjian:\n    纠错: {{单位: 项目组, 电话: '{PHONE}'}}\n"
    )

    assert gate(checked, case("要点: 无"), configuration) == []
