"""The workbook that somebody fills in: drop-downs, help, text cells, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from generator.records import all_kinds
from generator.workbooks import is_ledger
from generator.workbooks.names import Names
from generator.workbooks.writer import Contents, workbook
from tests.exports.other_programs import soffice
from tests.workbooks.conftest import TODAY, edited, errors, opened

KINDS = [name for name, kind in all_kinds().items() if is_ledger(kind)]


def template(mine, kind):
    names = Names.of(mine.library().records.values())
    return workbook(Contents(all_kinds()[kind], mine.settings, names, TODAY, "试验库"))


@pytest.fixture
def mine(project):
    return project()


def validations(page):
    return {str(one.sqref).split(":")[0]: one for one in page.data_validations.dataValidation}


def column(page, heading):
    return next(c.column_letter for c in page[1] if (c.value or "").rstrip("*") == heading)


def test_headings_help_and_required_columns(mine):
    page = opened(template(mine, "rectification"))["整改"]

    heads = [cell.value for cell in page[1]]
    assert heads[:3] == ["编号", "问题*", "单位*"]
    assert heads[5] == "发现时间*"
    assert page["F2"].value == "例如 2026-03-12"
    assert page["B1"].font.color.rgb == "009C0006"
    assert page.freeze_panes == "B3"


def test_lists_of_groups_have_sheets_of_their_own(mine):
    book = opened(template(mine, "area"))

    assert book.sheetnames == ["协作区", "会议", "决议", "填写说明", "编号对照", "选项"]
    assert [cell.value for cell in book["会议"][1]] == [
        "协作区编号*",
        "会议序号*",
        "日期*",
        "主题*",
    ]
    assert [cell.value for cell in book["决议"][1]][:4] == [
        *("协作区编号*", "会议序号*", "编号*", "内容*"),
    ]
    assert [cell.value for cell in opened(template(mine, "joint"))["联动监督"][1]][6:8] == [
        *("期间·自", "期间·至"),
    ]


def test_drop_downs_hold_the_words_and_the_units_with_their_names(mine):
    book = opened(template(mine, "rectification"))
    page, options = book["整改"], book["选项"]
    rules = validations(page)

    def words(heading):
        rule = rules[f"{column(page, heading)}3"]
        first, last = re.findall(r"\$([A-Z]+)\$(\d+)", rule.formula1)
        return rule, [
            options[f"{first[0]}{row}"].value for row in range(int(first[1]), int(last[1]) + 1)
        ]

    rule, stages = words("进展")
    assert stages == ["未启动", "整改中", "待回访", "已销号"]
    assert rule.showErrorMessage
    rule, units = words("单位")
    assert units == ["pz-jiaoyu 驻市教育局组", "pz-weijian 驻市卫健委组"]
    assert not rule.showErrorMessage
    assert words("长期坚持")[1] == ["是", "否"]
    assert rules[f"{column(page, '措施')}3"].prompt == "做什么，一项一行"


def test_the_hidden_sheet_says_what_it_is(mine):
    options = opened(template(mine, "month"))["选项"]

    assert options.sheet_state == "veryHidden"
    assert [options.cell(1, number).value for number in (1, 2, 3)] == ["案鉴台账", "month", "1"]


def test_columns_are_text_so_that_a_month_stays_what_was_typed(mine):
    page = opened(template(mine, "month"))["月报"]

    assert page.column_dimensions[column(page, "月份")].number_format == "@"
    assert page.column_dimensions[column(page, "编号")].number_format == "@"
    assert page.column_dimensions[column(page, "立案")].number_format == "0"


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_is_empty_and_its_instructions_name_each_column(mine, kind):
    raw = template(mine, kind)
    book = opened(raw)
    told = {row[0].value for row in book["填写说明"].rows}

    for title in book.sheetnames[:-3]:
        page = book[title]
        assert page.max_row == 2
        assert {cell.value.rstrip("*") for cell in page[1]} <= told
    assert errors(mine.take(raw)) == ["表格里没有一行记录"]


def test_a_template_that_was_filled_in_says_itself_what_it_is(mine):
    raw = template(mine, "month")
    made = mine.take(edited(raw, {"B3": "pz-jiaoyu 驻市教育局组", "C3": "2026-03", "D3": 0}))

    assert made.added == ["pz-jiaoyu-2026-03"]


def test_the_same_day_gives_the_same_bytes_and_no_moment_stands_in_them(mine):
    one, other = (template(mine, "rectification") for _ in range(2))

    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", core)) == {"2026-07-01T00:00:00Z"}


DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1", "a\tb"]


def test_no_cell_of_an_export_is_a_formula(project):
    escaped = [text.replace("\t", "\\t") for text in DANGEROUS]
    rows = "".join(
        f'- 编号: zb-{number}\n  名称: "{text}"\n  派驻机构: pz-jiaoyu\n'
        for number, text in enumerate(escaped)
    )
    mine = project({"ledgers/branches/a.yaml": rows})
    raw = mine.export("branch")
    page = opened(raw)["党支部"]

    assert [page.cell(row, 2).value for row in range(3, 10)] == DANGEROUS
    assert all(page.cell(row, 2).data_type == "s" for row in range(3, 10))
    assert all(page.cell(row, 2).quotePrefix for row in range(3, 10))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_libreoffice_opens_it_and_saves_it_and_nothing_changes(project, tmp_path):
    ledger = (
        "- 编号: zg-1\n  问题: =1+1\n  单位: pz-jiaoyu\n  发现时间: 2026-03\n"
        "  措施: [甲；乙]\n  期限: 2026-06-30\n  证据: [{说明: 照片}]\n"
        "- 编号: '0123'\n  问题: 二\n  单位: pz-weijian\n  发现时间: 2026\n  措施: [一, 二]\n"
    )
    mine = project({"ledgers/rectifications/a.yaml": ledger})
    (tmp_path / "in.xlsx").write_bytes(mine.export("rectification"))
    ods = soffice(tmp_path / "in.xlsx", "ods")
    (tmp_path / "again.ods").write_bytes(ods.read_bytes())
    raw = soffice(tmp_path / "again.ods", "xlsx").read_bytes()
    made = mine.take(raw)

    assert not errors(made)
    assert (made.same, made.files) == (2, {})


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="一季度">{rows}</table:table>
</office:spreadsheet></office:body></office:document>"""


def flat(*rows):
    """A sheet as LibreOffice keeps it in one file of text: texts, numbers, days, merged cells."""

    def cell(value):
        kind, _, given = value.partition(":")
        if kind == "day":
            return f'<table:table-cell office:value-type="date" office:date-value="{given}"/>'
        if kind == "number":
            return f'<table:table-cell office:value-type="float" office:value="{given}"/>'
        if kind == "two":
            span = ' table:number-rows-spanned="2" table:number-columns-spanned="1"'
            return f"<table:table-cell{span}><text:p>{given}</text:p></table:table-cell>"
        if kind == "covered":
            return "<table:covered-table-cell/>"
        shown = f"<text:p>{value}</text:p>" if value else ""
        return f'<table:table-cell office:value-type="string">{shown}</table:table-cell>'

    lines = ("".join(map(cell, row)) for row in rows)
    return FLAT.format(rows="".join(f"<table:table-row>{one}</table:table-row>" for one in lines))


def test_a_ledger_that_libreoffice_wrote(project, tmp_path):
    text = flat(
        ("2026年一季度月报",),
        ("单位", "月份", "发现问题", "立案", "报送时间"),
        ("two:驻市教育局组", "2026年2月", "２", "number:0", "day:2026-03-04"),
        ("covered:", "day:2026-03-01", "number:1", "number:1", "2026/4/5"),
        ("合计", "", "number:3", "number:1", ""),
    )
    (tmp_path / "m.fods").write_text(text, "utf-8")
    raw = soffice(tmp_path / "m.fods", "xlsx").read_bytes()
    mine = project()
    made = mine.take(raw, "month")

    assert not errors(made), made.findings
    months = {str(one.month): one for one in mine.library().of_kind("month")}
    assert list(months) == ["2026-02", "2026-03"]
    one, other = months.values()
    assert (one.problems, one.cases, str(one.reported)) == (2, 0, "2026-03-04")
    assert (str(other.unit), other.problems, str(other.reported)) == (
        *("unit/pz-jiaoyu", 1, "2026-04-05"),
    )
    assert made.dropped == 1
