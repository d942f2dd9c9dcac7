"""Workbooks that are not taken: each is named, and nothing of it is written."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Protection

from generator.base.finding import Level
from tests.workbooks.conftest import CONFIGURATION, edited, errors, opened, saved, sheet_of, told

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
HEAD = ("单位", "问题", "发现时间", "期限")
ROW = ("pz-jiaoyu", "小票", "2026-01", "2026-06-30")


def repacked(raw, change):
    """A workbook with other members: `change` turns the table of them into another."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = change({name: archive.read(name) for name in archive.namelist()})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def replaced(raw, part, old, new):
    return repacked(raw, lambda all_: {**all_, part: all_[part].replace(old, new)})


@pytest.fixture
def good():
    return sheet_of(HEAD, ROW)


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (OLE, "a.xls", "旧格式"),
        (OLE, "a.xlsx", "旧格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "密码"),
        (b"\xe5\x8d\x95\xe4\xbd\x8d,a", "a.csv", "CSV"),
        (b"PK\x03\x04 cut off", "a.xlsx", "损坏"),
        (b"hello", "a.xlsx", "不是 Excel 表格"),
        (b"", "a.xlsx", "空的"),
        (b"%PDF-1.7", "a.pdf", "不是 Excel 表格"),
    ],
)
def test_files_that_are_no_workbook(project, raw, name, said):
    made = project().take(raw, "month", name)

    [message] = errors(made)
    assert said in message
    assert all(one.hint for one in made.findings)
    assert not made.files


def test_what_only_the_name_says(project, good):
    for name, said in (
        ("a.xlsm", "宏"),
        ("a.xls", "旧格式"),
        ("a.ods", ".ods"),
        ("a.xlsb", ".xlsb"),
    ):
        assert said in errors(project().take(good, "rectification", name))[0]


def test_what_only_the_parts_say(project, good):
    for part, said in (
        ("xl/vbaProject.bin", "宏"),
        ("xl/macrosheets/sheet1.xml", "宏"),
        ("xl/workbook.bin", ".xlsb"),
        ("word/document.xml", "Word"),
    ):
        raw = repacked(good, lambda all_, part=part: {**all_, part: b"x"})
        assert said in errors(project().take(raw, "rectification"))[0]
    plain = repacked(good, lambda _: {"a.txt": b"x"})
    assert "压缩包" in errors(project().take(plain, "rectification"))[0]


def test_a_bomb_is_not_unpacked(project, good):
    huge = b"<worksheet><sheetData>" + b" " * 40_000_000
    raw = repacked(good, lambda all_: {**all_, "xl/worksheets/sheet1.xml": huge})

    assert "大得不正常" in errors(project().take(raw, "rectification"))[0]


def test_entities_are_not_read(project, good):
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><worksheet>&b;</worksheet>'
    for part in ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"):
        raw = repacked(good, lambda all_, part=part: {**all_, part: evil})
        assert "有害" in errors(project().take(raw, "rectification"))[0]


def test_broken_parts(project, good):
    for part in ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"):
        raw = repacked(good, lambda all_, part=part: {**all_, part: all_[part][:-30]})
        assert "损坏" in errors(project().take(raw, "rectification"))[0]
    raw = replaced(
        good, "xl/worksheets/sheet1.xml", b't="inlineStr"><is><t>', b't="s"><v>99</v><is><t>'
    )
    assert "损坏" in errors(project().take(raw, "rectification"))[0]


def test_more_rows_than_the_project_allows(project):
    settings = CONFIGURATION + "extra:\n  anjian:\n    台账:\n      行数上限: 3\n"
    raw = sheet_of(HEAD, ROW, ROW, ROW, title="整改")
    made = project(settings=settings).take(raw, "rectification")

    assert errors(made) == ["工作表「整改」有 4 行，超过上限 3 行，没有导入"]
    assert "行数上限" in made.findings[0].hint


def test_rows_without_content_do_not_count(project):
    settings = CONFIGURATION + "extra:\n  anjian:\n    台账:\n      行数上限: 3\n"
    book = opened(sheet_of(HEAD, ROW))
    for number in range(3, 300):
        book.active.cell(number, 1).number_format = "@"
    made = project(settings=settings).take(saved(book), "rectification")

    assert not errors(made)


def test_a_protected_sheet_is_read(project, good):
    book = opened(good)
    book.active.protection.sheet = True
    book.active.protection.set_password("abc")
    book.active["A1"].protection = Protection(locked=True, hidden=True)

    assert len(project().take(saved(book), "rectification").added) == 1


def test_without_the_kind(project, good):
    [message] = errors(project().take(good))

    assert message == "看不出是哪一种台账"


def test_the_workbook_of_another_kind(project):
    mine = project()
    raw = mine.export("month")

    assert errors(mine.take(raw, "rectification")) == ["这是「月报」的表格，不是「整改」"]


def test_no_sheet_that_looks_like_it(project):
    book = openpyxl.Workbook()
    book.active.title = "通讯录"
    book.active.append(("姓名", "电话"))
    book.create_sheet("Sheet2").append(("随便", "什么"))
    made = project().take(saved(book), "rectification")

    [message] = errors(made)
    assert message.endswith("看过的工作表：「通讯录」、「Sheet2」")
    assert "问题、单位、发现时间" in made.findings[0].hint


def test_headings_below_the_twentieth_row_are_not_looked_for(project):
    raw = sheet_of(*([("说明",)] * 25), HEAD, ROW)

    assert "没有一张工作表" in errors(project().take(raw, "rectification"))[0]


def test_a_renamed_column_is_named_with_the_nearest(project):
    raw = sheet_of(("单位", "问题", "发现时间", "整改措施"), (*ROW[:3], "过秤"))
    made = project().take(raw, "rectification")

    assert errors(made) == ["工作表「Sheet1」第1行 D列: 不认识标题「整改措施」"]
    assert "是不是「措施」" in made.findings[0].hint


def test_a_renamed_required_column_is_one_mistake_not_one_for_each_row(project):
    raw = sheet_of(("单位", "存在的问题", "发现时间"), *[ROW[:3]] * 5)
    made = project().take(raw, "rectification")

    assert errors(made) == ["工作表「Sheet1」第1行 B列: 不认识标题「存在的问题」"]


def test_a_missing_required_column_is_one_mistake(project):
    raw = sheet_of(("单位", "问题"), *[(unit, "甲") for unit in ("pz-jiaoyu", "pz-weijian")])
    made = project().take(raw, "rectification")

    assert errors(made) == [
        "工作表「Sheet1」: 没有「发现时间」这一列，2 行是新的记录，缺少必填的「发现时间」"
    ]


def test_columns_that_nothing_is_known_of_are_named_and_left_out(project):
    raw = sheet_of((*HEAD, "联系电话", None), (*ROW, "1", "多出来的"))
    made = project().take(raw, "rectification")

    assert not errors(made)
    assert told(made, "I305") == [
        "工作表「Sheet1」第1行 E列: 不认识标题「联系电话」，这一列没有导入（1 格有内容）",
        "工作表「Sheet1」第1行 F列: 没有标题，这一列没有导入（1 格有内容）",
    ]


def test_the_same_heading_twice(project):
    made = project().take(sheet_of((*HEAD, "期限"), (*ROW, "2026-07")), "rectification")

    assert errors(made) == ["工作表「Sheet1」第1行 E列: 标题和 D列是同一项"]


def test_a_formula_that_was_never_worked_out(project):
    raw = sheet_of(HEAD, (*ROW[:3], "=DATE(2026,6,30)"))
    made = project().take(raw, "rectification")

    assert errors(made) == ["工作表「Sheet1」第2行 D列: 这一格是公式，没有存下结果"]


def test_a_formula_with_its_result(project):
    raw = sheet_of(HEAD, (*ROW[:3], '="2026"&"-06"'))
    part = "xl/worksheets/sheet1.xml"
    raw = replaced(raw, part, b'<c r="D2">', b'<c r="D2" t="str">')
    raw = replaced(raw, part, b"</f><v></v>", b"</f><v>2026-06</v>")
    raw = replaced(raw, part, b"</f><v/>", b"</f><v>2026-06</v>")
    mine = project()
    mine.take(raw, "rectification")

    assert str(mine.library().of_kind("rectification")[0].due) == "2026-06"


def test_a_formula_that_failed(project):
    raw = sheet_of(HEAD, (*ROW[:3], "#REF!"))
    book = opened(raw)
    book.active["D2"].data_type = "e"
    made = project().take(saved(book), "rectification")

    assert errors(made) == ["工作表「Sheet1」第2行 D列: 这一格的公式出错「#REF!」"]


def test_all_mistakes_at_once_by_sheet_row_and_column_and_nothing_is_written(project):
    mine = project()
    raw = mine.export("rectification")
    before = dict(mine.files)
    made = mine.take(
        edited(
            raw,
            {
                "B3": "好的一行",
                "C3": "pz-jiaoyu",
                "F3": "2026-01",
                "B4": "甲",
                "C4": "没有的单位",
                "F4": "2026-01",
                "L4": "做完了",
                "B8": "乙",
                "C8": "pz-jiaoyu",
                "F8": "2026-01",
                "G8": "督查",
                "J8": "2026/13/45",
                "C9": "pz-jiaoyu",
                "F9": "2026-01",
            },
        )
    )

    assert errors(made) == [
        "工作表「整改」第4行 C列: 没有「没有的单位」这条记录",
        "工作表「整改」第4行 L列: 进展「做完了」不在可选范围：未启动、整改中、待回访、已销号",
        "工作表「整改」第8行 J列: 日期无效「2026/13/45」",
        "工作表「整改」第9行 B列: 缺少必填的「问题」",
    ]
    assert mine.files == before
    assert [made.files, made.added, made.updated] == [{}, [], []]


def test_a_word_that_is_not_in_the_list(project):
    raw = sheet_of((*HEAD, "进展"), (*ROW, "整改种"))
    made = project().take(raw, "rectification")

    [finding] = [one for one in made.findings if one.level is Level.ERROR]
    assert finding.message.startswith("工作表「Sheet1」第2行 E列: 进展「整改种」不在可选范围")
    assert finding.hint == "是不是「整改中」？"


def test_dates_in_the_wrong_order_within_a_row(project):
    raw = sheet_of(
        ("标题", "方式", "期间·自", "期间·至"), ("联合检查", "室组", "2026-05", "2026-03")
    )
    [said] = errors(project().take(raw, "joint"))

    assert said.startswith("工作表「Sheet1」第2行 D列: ")
    assert "早于开始时间" in said


def test_one_record_on_two_rows(project):
    raw = sheet_of(("编号", *HEAD), ("zg-1", *ROW), ("zg-2", *ROW), ("ZG-1", *ROW))
    made = project().take(raw, "rectification")

    assert errors(made) == [
        "工作表「Sheet1」第4行 A列: 和 工作表「Sheet1」第2行是同一条记录（编号「ZG-1」）"
    ]


def test_an_id_that_no_file_can_have(project):
    raw = sheet_of(("编号", *HEAD), ("2026/1", *ROW))

    assert "第2行 A列: 编号「2026/1」只能用" in errors(project().take(raw, "rectification"))[0]


def test_a_long_number_that_the_spreadsheet_has_rounded(project):
    raw = sheet_of(("编号", *HEAD), (12345678901234567890, *ROW))

    assert "超过 15 位" in errors(project().take(raw, "rectification"))[0]


def test_a_unit_that_is_not_there(project):
    raw = sheet_of(HEAD, ("pz-jiaoyv", *ROW[1:]))
    made = project().take(raw, "rectification")

    assert errors(made) == ["工作表「Sheet1」第2行 A列: 没有「pz-jiaoyv」这个单位"]
    assert made.findings[0].hint == "是不是「pz-jiaoyu」？"


def test_a_case_that_is_not_there_is_only_a_warning(project):
    raw = sheet_of((*HEAD, "漏洞"), (*ROW, "gc-2024-001#L1"))
    made = project().take(raw, "rectification")

    assert not errors(made)
    assert told(made, "I315") == ["工作表「Sheet1」第2行 E列: 漏洞「gc-2024-001」在项目里找不到"]


def test_a_row_of_evidence_without_its_record(project):
    mine = project()
    made = mine.take(
        edited(
            edited(
                mine.export("rectification"),
                {"A3": "zg-1", "B3": "甲", "C3": "pz-jiaoyu", "F3": "2026"},
            ),
            {"A3": "zg-9", "B3": "照片", "B4": "无主"},
            "证据",
        )
    )

    assert errors(made) == [
        "工作表「证据」第3行: 主表里没有「zg-9」",
        "工作表「证据」第4行: 没有写「整改编号」",
    ]


def test_a_ledger_with_mistakes_is_not_added_to(project):
    mine = project({"ledgers/rectifications/a.yaml": "- 编号: zg-1\n  问题: 甲\n"})
    made = mine.take(sheet_of(HEAD, ROW), "rectification")

    assert errors(made) == ["已有的整改台账有错误，没有导入"]


def test_a_folder_of_another_kind(project, good):
    made = project().take(good, "rectification", folder="ledgers/months")

    assert errors(made) == ["整改台账不能放在「ledgers/months」"]


def test_a_sheet_without_rows(project):
    assert errors(project().take(sheet_of(HEAD, (None, "问题二")), "rectification"))
    assert errors(project().take(sheet_of(HEAD), "rectification")) == ["表格里没有一行记录"]
    assert errors(project().take(sheet_of(), "rectification")) == ["表格里没有内容"]


def test_a_template_of_another_version(project):
    mine = project()
    raw = edited(mine.export("month"), {"C1": "99"}, "选项")

    assert "模板的版本是 99" in errors(mine.take(raw))[0]
