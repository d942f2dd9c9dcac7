"""A ledger that comes again: what changed is changed, and nothing else is, to the byte."""

from __future__ import annotations

import pytest

from generator.edition_rules import EDITIONS
from tests.workbooks.conftest import edited, errors, opened, sheet_of, told

PATH = "ledgers/rectifications/jiaoyu.yaml"
LEDGER = """\
# 教育系统整改台账；由驻市教育局组维护

- 编号: zg-1      # 校园餐
  问题: 小票没有过秤
  单位: pz-jiaoyu
  发现时间: 2026-01-05
  # 三项都已布置
  措施:
    - 改用电子秤  # 九月到货
    # 下一项由工会负责
    - 三人签字
  期限: 2026-06-30   # 已延期一次
  进展: 整改中
  证据:
    - 说明: 新的办法
      文件: files/a.docx
  成效: |
    第一段。

    # 第二段像注释
  范围: 内部

# ---- 以下为新增 ----
- 编号: zg-2
  问题: '没有轮岗'
  单位: "pz-jiaoyu"
  发现时间: 2026年1月6日
  措施: [轮岗, 报备]

- {编号: zg-3, 问题: 没有公示, 单位: pz-jiaoyu, 发现时间: 2026-02}
"""


@pytest.fixture
def mine(project):
    return project({PATH: LEDGER})


def cells(raw, sheet="整改"):
    """The addresses of the cells of a sheet by heading and id."""
    page = opened(raw)[sheet]
    heads = {cell.value.rstrip("*"): cell.column_letter for cell in page[1]}
    ids = {cell.value: cell.row for cell in page["A"][2:]}
    return lambda heading, identifier: f"{heads[heading]}{ids[identifier]}"


def changed_lines(before, after):
    old, new = before.splitlines(), after.splitlines()
    return [one for one in new if one not in old], [one for one in old if one not in new]


def test_what_is_exported_and_imported_again_changes_nothing(mine):
    made = mine.take(mine.export("rectification"))

    assert not errors(made)
    assert (made.same, made.added, made.updated, made.files) == (3, [], [], {})


def test_one_date_changes_one_line_and_keeps_its_comment(mine):
    raw = mine.export("rectification")
    at = cells(raw)
    made = mine.take(edited(raw, {at("期限", "zg-1"): "2026年9月底"}))

    assert made.updated == ["zg-1"]
    assert changed_lines(LEDGER, mine.text(PATH)) == (
        ["  期限: 2026-09-30   # 已延期一次"],
        ["  期限: 2026-06-30   # 已延期一次"],
    )


def test_one_more_measure_is_one_more_line_between_comments_that_stay(mine):
    raw = mine.export("rectification")
    at = cells(raw)
    mine.take(edited(raw, {at("措施", "zg-1"): "改用电子秤\n三人签字\n每月抽查"}))

    assert mine.text(PATH) == LEDGER.replace("    - 三人签字\n", "    - 三人签字\n    - 每月抽查\n")


def test_a_cell_that_was_emptied_takes_its_lines_away(mine):
    raw = mine.export("rectification")
    at = cells(raw)
    made = mine.take(edited(raw, {at("成效", "zg-1"): None}))

    assert made.updated == ["zg-1"]
    text = "  成效: |\n    第一段。\n\n    # 第二段像注释\n"
    assert mine.text(PATH) == LEDGER.replace(text, "")


def test_a_new_field_stands_where_it_is_declared(mine):
    raw = mine.export("rectification")
    at = cells(raw)
    mine.take(edited(raw, {at("责任人", "zg-2"): "人事科科长", at("发现途径", "zg-2"): "巡察"}))

    assert mine.text(PATH) == LEDGER.replace(
        "  发现时间: 2026年1月6日\n  措施: [轮岗, 报备]\n",
        "  发现时间: 2026年1月6日\n  发现途径: 巡察\n  措施: [轮岗, 报备]\n  责任人: 人事科科长\n",
    )


def test_a_row_in_braces_is_written_line_by_line_once_it_changes(mine):
    raw = mine.export("rectification")
    at = cells(raw)
    mine.take(edited(raw, {at("进展", "zg-3"): "整改中"}))

    head, _, tail = mine.text(PATH).partition("- 编号: zg-3\n")
    assert head == LEDGER.partition("- {编号: zg-3")[0]
    assert "  问题: 没有公示\n  单位: pz-jiaoyu\n  发现时间: 2026-02\n  进展: 整改中\n" in tail


def test_a_list_on_one_line_is_written_as_lines_once_it_changes(mine):
    raw = mine.export("rectification")
    at = cells(raw)
    mine.take(edited(raw, {at("措施", "zg-2"): "轮岗；公示"}))

    assert mine.text(PATH) == LEDGER.replace(
        "  措施: [轮岗, 报备]\n", "  措施:\n    - 轮岗\n    - 公示\n"
    )


def test_windows_line_ends_and_the_mark_of_notepad_stay(mine):
    mine.files[PATH] = b"\xef\xbb\xbf" + LEDGER.replace("\n", "\r\n").encode()
    raw = mine.export("rectification")
    at = cells(raw)
    mine.take(edited(raw, {at("进展", "zg-2"): "整改中"}))

    after = mine.files[PATH]
    assert after.startswith(b"\xef\xbb\xbf#")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert b"  \xe8\xbf\x9b\xe5\xb1\x95: \xe6\x95\xb4\xe6\x94\xb9\xe4\xb8\xad\r\n" in after


def test_a_new_row_goes_where_the_rows_of_its_unit_are(mine):
    raw = mine.export("rectification")
    new = {"A6": "zg-4", "B6": "没有比价", "C6": "驻市教育局组", "F6": "2026-05"}
    made = mine.take(edited(raw, new))

    assert made.added == ["zg-4"]
    assert mine.text(PATH) == LEDGER + (
        "- 编号: zg-4\n  问题: 没有比价\n  单位: pz-jiaoyu\n  发现时间: 2026-05\n  范围: 内部\n"
    )


def test_a_new_unit_gets_a_file_of_its_own(mine):
    raw = mine.export("rectification")
    made = mine.take(edited(raw, {"B6": "回扣", "C6": "pz-weijian", "F6": "2026-05"}))

    assert list(made.files) == ["ledgers/rectifications/pz-weijian.yaml"]
    assert mine.text(PATH) == LEDGER


def test_rows_without_ids_come_again_as_the_same_rows(project):
    mine = project()
    head = ("单位", "问题", "发现时间", "进展")
    rows = (("pz-jiaoyu", "小票", "2026-01", "未启动"), ("pz-weijian", "回扣", "2026-02", None))
    first = mine.take(sheet_of(head, *rows), "rectification")
    before = dict(mine.files)
    again = mine.take(sheet_of(head, *reversed(rows)), "rectification")
    assert (again.same, again.files) == (2, {})
    assert mine.files == before

    changed = (("pz-jiaoyu", "小票", "2026-01", "整改中"), rows[1])
    third = mine.take(sheet_of(head, *changed), "rectification")

    assert third.updated == [first.added[0]]
    assert len(mine.library().of_kind("rectification")) == 2


def test_a_month_is_told_by_unit_and_month_and_filed_by_year(project):
    mine = project()
    head = ("单位", "月份", "发现问题")
    rows = [("pz-jiaoyu", "2025-12", 1), ("pz-jiaoyu", "2026-01", 0)]
    made = mine.take(sheet_of(head, *rows), "month")

    assert made.added == ["pz-jiaoyu-2025-12", "pz-jiaoyu-2026-01"]
    assert sorted(made.files) == [
        "ledgers/months/pz-jiaoyu-2025.yaml",
        "ledgers/months/pz-jiaoyu-2026.yaml",
    ]
    assert "发现问题: 0\n" in mine.text("ledgers/months/pz-jiaoyu-2026.yaml")


def test_a_sheet_with_few_columns_changes_those_alone(mine):
    made = mine.take(sheet_of(("编号", "进展"), ("zg-1", "待回访")), "rectification")

    assert made.updated == ["zg-1"]
    assert mine.text(PATH) == LEDGER.replace("  进展: 整改中\n", "  进展: 待回访\n")


def test_rows_that_are_gone_are_named_and_stay(mine):
    raw = sheet_of(("编号", "进展"), ("zg-1", "整改中"))
    made = mine.take(raw, "rectification")

    assert made.vanished == ["zg-2", "zg-3"]
    assert told(made, "I322") == ["已有的 2 条不在表格里，没有删去：zg-2、zg-3"]
    assert mine.text(PATH) == LEDGER


def test_rows_of_a_unit_that_the_sheet_does_not_speak_of_are_not_gone(project):
    other = LEDGER.replace("pz-jiaoyu", "pz-weijian").replace("zg-", "wj-")
    mine = project({PATH: LEDGER, "ledgers/rectifications/weijian.yaml": other})
    made = mine.take(sheet_of(("编号", "进展"), ("zg-1", "整改中")), "rectification")

    assert made.vanished == ["zg-2", "zg-3"]


def test_evidence_in_its_own_sheet_keeps_what_has_no_column(mine):
    raw = mine.export("rectification")
    made = mine.take(edited(raw, {"B3": "新的验收办法"}, "证据"))

    assert made.updated == ["zg-1"]
    assert mine.text(PATH) == LEDGER.replace("- 说明: 新的办法", "- 说明: 新的验收办法")


def test_from_an_edition_that_shows_less_nothing_is_lost(project):
    case = "标题: 某案\n范围: 教员\n"
    row = LEDGER.partition("# ----")[0].replace("  期限", "  漏洞: [an-1#L1]\n  期限")
    mine = project({PATH: row, "cases/an-1.yaml": case})
    raw = mine.export("rectification", EDITIONS["internal"])
    assert "an-1" not in str([[cell.value for cell in line] for line in opened(raw)["整改"]])
    at = cells(raw)
    made = mine.take(edited(raw, {at("进展", "zg-1"): "待回访"}))

    assert (made.updated, made.vanished) == (["zg-1"], [])
    assert mine.text(PATH) == row.replace("  进展: 整改中\n", "  进展: 待回访\n")


def test_who_has_signed_is_told_when_a_row_changes(project):
    signed = LEDGER.replace("  范围: 内部\n", "  范围: 内部\n  审核: {采集人: 甲}\n", 1)
    mine = project({PATH: signed})
    made = mine.take(sheet_of(("编号", "进展"), ("zg-1", "待回访")), "rectification")

    assert told(made, "I323") == ["1 条签批过的记录改了内容，签批作废：zg-1"]


def test_a_record_with_a_file_of_its_own_is_changed_there(project):
    area = "# 片区\n名称: 第一协作区\n成员单位: [pz-jiaoyu]   # 两家\n联络员: 甲\n"
    mine = project({"ledgers/areas/xzq-1.yaml": area})
    raw = mine.export("area")
    at = cells(raw, "协作区")
    made = mine.take(edited(raw, {at("联络员", "xzq-1"): "乙", "A4": "xzq-2", "B4": "第二协作区"}))

    assert (made.updated, made.added) == (["xzq-1"], ["xzq-2"])
    assert mine.text("ledgers/areas/xzq-1.yaml") == area.replace("甲", "乙")
    assert mine.text("ledgers/areas/xzq-2.yaml") == "名称: 第二协作区\n范围: 内部\n"


def test_anchors_of_a_changed_row_do_not_break_the_others(project):
    text = (
        "- 编号: zg-1\n  问题: 一\n  单位: pz-jiaoyu\n  发现时间: 2026-01\n"
        "  措施: &measures [甲, 乙]\n"
        "- 编号: zg-2\n  问题: 二\n  单位: pz-jiaoyu\n  发现时间: 2026-01\n  措施: *measures\n"
    )
    mine = project({PATH: text})
    made = mine.take(sheet_of(("编号", "措施"), ("zg-1", "丙")), "rectification")

    [said] = errors(made)
    assert "读不回来" in said
    assert mine.text(PATH) == text
