"""Ledgers as offices keep them: merged cells, totals, notes, dates of every spelling."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from tests.workbooks.conftest import errors, saved, sheet_of, told

HEAD = ("序号", "单位", "问题", "发现时间", "措施", "责任人", "期限", "进展")


def ledger(*rows, merged=(), above=(("某市整改台账",), ("填报单位：", None, "某室"))):
    return sheet_of(*above, HEAD, *rows, merged=merged)


def row(number=1, unit="驻市教育局组", title="小票没有过秤", found="2026-01-05", **others):
    values = {"措施": "改用电子秤", "责任人": "分管副局长", "期限": "2026-06-30", "进展": "整改中"}
    return (number, unit, title, found, *({**values, **others}.values()))


def taken(project, raw, kind="rectification"):
    mine = project()
    made = mine.take(raw, kind)
    assert not errors(made), made.findings
    return mine, made


def test_a_ledger_with_titles_above_totals_and_notes_below(project):
    raw = ledger(
        row(),
        row(2, title="没有轮岗", 进展="已完成"),
        (None,) * 8,
        ("合  计", None, None, None, None, None, "2 项", None),
        ("注：以上均已核实。",),
        ("填表人：小周", None, None, None, "审核人：小林"),
    )
    mine, made = taken(project, raw)

    assert len(made.added) == 2
    text = mine.text("ledgers/rectifications/pz-jiaoyu.yaml")
    assert "  问题: 小票没有过秤\n  单位: pz-jiaoyu\n" in text
    assert "  进展: 待回访\n" in text
    assert made.dropped == 3
    [said] = told(made, "I321")
    assert "第7行「合 计」" in said
    assert "第8行「注：以上均已核实。」" in said


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026年6月底", "2026-06-30"),
        ("2026年2月底前", "2026-02-28"),
        ("2026年6月", "2026-06"),
        ("2026.7.5", "2026-07-05"),
        ("2026/7/5", "2026-07-05"),
        ("２０２６年７月５日", "2026-07-05"),
        ("2026-07", "2026-07"),
        ("202607", "2026-07"),
        (202607, "2026-07"),
        (20260705, "2026-07-05"),
        ("2026年底", "2026-12-31"),
        ("2026-07-05 00:00:00", "2026-07-05"),
        (46234, "2026-07-31"),
        (2026, "2026"),
        (2026.7, "2026-07"),
        (date(2026, 7, 5), "2026-07-05"),
        (datetime.fromisoformat("2026-07-05T09:30"), "2026-07-05"),
    ],
)
def test_dates_of_every_spelling(project, written, read):
    mine, _ = taken(project, ledger(row(期限=written)))

    [record] = mine.library().of_kind("rectification")
    assert str(record.due) == read


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ('yyyy"年"m"月"', "2026-07"),
        ("mmm-yy", "2026-07"),
        ("yyyy", "2026"),
        ('yyyy"年"m"月"d"日"', "2026-07-01"),
        ("[$-804]yyyy-mm;@", "2026-07"),
        ("m/d/yy", "2026-07-01"),
    ],
)
def test_a_month_that_excel_has_made_the_first_of_it_is_a_month_again(project, shown, read):
    book = openpyxl.Workbook()
    for values in (HEAD, row(期限=date(2026, 7, 1))):
        book.active.append(values)
    book.active["G2"].number_format = shown
    mine, _ = taken(project, saved(book))

    [record] = mine.library().of_kind("rectification")
    assert str(record.due) == read


@pytest.mark.parametrize("written", ["长期坚持", "长期", "持续推进", "常态化", " 长期 坚持 "])
def test_what_goes_on_for_ever_has_no_date(project, written):
    mine, _ = taken(project, ledger(row(期限=written)))

    [record] = mine.library().of_kind("rectification")
    assert record.lasting == "是"
    assert record.due is None


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("去年底", "哪一年"),
        ("6月底", "哪一年"),
        ("26.7.5", "四位数字"),
        ("2026年一季度", "最后一个月"),
        ("2026年6月上旬", "写到月"),
        ("尽快", "2026-07-05"),
        (2026.1, "2026-01"),
    ],
)
def test_a_date_that_leaves_something_open_is_refused_with_advice(project, written, advice):
    made = project().take(ledger(row(期限=written)), "rectification")

    [finding] = [one for one in made.findings if one.code == "I311"]
    assert finding.message.startswith("工作表「Sheet1」第4行 G列: ")
    assert advice in finding.hint
    assert not made.files


def test_where_there_is_no_due_date_for_ever_is_no_date(project):
    raw = sheet_of(("单位", "月份", "发现问题"), ("pz-jiaoyu", "长期坚持", 0))
    made = project().take(raw, "month")

    assert errors(made) == ["工作表「Sheet1」第2行 B列: 日期无效「长期坚持」"]


def test_a_unit_merged_over_its_rows_holds_for_each(project):
    raw = ledger(
        row(),
        (2, None, "没有轮岗", "2026-02-01", None, None, None, None),
        (3, None, "没有公示", "2026-03-01", None, None, None, None),
        row(4, "pz-weijian", "回扣", "2026-03-02"),
        merged=("B4:B6",),
    )
    mine, made = taken(project, raw)

    assert len(made.added) == 4
    units = [str(one.unit) for one in mine.library().of_kind("rectification")]
    assert sorted(units) == ["unit/pz-jiaoyu"] * 3 + ["unit/pz-weijian"]


def test_a_problem_merged_over_several_measures_is_one_record(project):
    raw = ledger(
        row(措施="改用电子秤"),
        (None, None, None, None, "三人签字", None, None, None),
        (None, None, None, None, "每月抽查", None, None, None),
        row(2, title="没有轮岗"),
        merged=("A4:A6", "B4:B6", "C4:C6", "D4:D6", "F4:F6", "G4:G6", "H4:H6"),
    )
    mine, made = taken(project, raw)

    assert len(made.added) == 2
    found = {one.title: one.measures for one in mine.library().of_kind("rectification")}
    assert found["小票没有过秤"] == ("改用电子秤", "三人签字", "每月抽查")


def test_two_dates_for_one_merged_record_are_a_mistake(project):
    raw = ledger(
        row(),
        (None, None, None, None, "三人签字", None, "2026-09-30", None),
        merged=("C4:C5",),
    )
    made = project().take(raw, "rectification")

    assert errors(made) == ["工作表「Sheet1」第5行 G列: 「期限」在合并的几行里写得不同"]


def test_headings_in_two_rows_under_a_merged_one(project):
    raw = sheet_of(
        ("联动监督台账",),
        ("标题", "方式", "期间", None, "事项"),
        (None, None, "自", "至", None),
        ("校园餐", "室组", "2026-03", "2026-05", "查进货"),
        merged=("A2:A3", "B2:B3", "C2:D2", "E2:E3"),
    )
    mine, _ = taken(project, raw, "joint")

    [record] = mine.library().of_kind("joint")
    assert (str(record.period.start), str(record.period.end)) == ("2026-03", "2026-05")


def test_full_width_digits_units_and_thousands_in_numbers(project):
    raw = sheet_of(
        ("单位", "月份", "发现问题", "立案", "处置线索", "第一种形态"),
        ("驻市教育局组", "２０２６年３月", "１２", "3件", "1,200", "十二人"),
        ("驻市卫健委组", "2026-03", 0, "／", None, 2.0),
    )
    mine, _ = taken(project, raw, "month")

    one = mine.record("month", "pz-jiaoyu-2026-03")
    assert (one.problems, one.cases, one.clues, one.talks) == (12, 3, 1200, 12)
    other = mine.record("month", "pz-weijian-2026-03")
    assert (other.problems, other.cases, other.clues, other.talks) == (0, None, None, 2)


@pytest.mark.parametrize("word", ["无", "很多", "1.5", "12-3"])
def test_a_number_that_is_none_is_refused(project, word):
    raw = sheet_of(("单位", "月份", "发现问题"), ("pz-jiaoyu", "2026-03", word))
    made = project().take(raw, "month")

    [said] = errors(made)
    assert said.startswith("工作表「Sheet1」第2行 C列: ")
    assert f"「{word}」" in said


def test_a_unit_by_id_with_name_by_short_and_by_long_name(project):
    raw = ledger(
        row(1, "pz-jiaoyu", "一"),
        row(2, "pz-jiaoyu 驻市教育局组", "二"),
        row(3, "驻市教育局组", "三"),
        row(4, "市纪委监委 驻市教育局 纪检监察组", "四"),
    )
    mine, _ = taken(project, raw)

    assert {str(one.unit) for one in mine.library().of_kind("rectification")} == {"unit/pz-jiaoyu"}


def test_lists_in_one_cell(project):
    raw = sheet_of(
        ("姓名", "单位", "特长", "领域"),
        ("林老师", "pz-jiaoyu", "财务审计、讯问，大数据比对", "教育"),
        ("周老师", "pz-jiaoyu", "财务审计\n讯问、谈话", "教育；医疗卫生"),
    )
    mine, _ = taken(project, raw, "talent")

    found = {one.name: (one.skills, one.industries) for one in mine.library().of_kind("talent")}
    assert found == {
        "林老师": (("财务审计", "讯问", "大数据比对"), ("教育",)),
        "周老师": (("财务审计", "讯问、谈话"), ("教育", "医疗卫生")),
    }


def test_measures_are_sentences_that_a_comma_does_not_divide(project):
    mine, _ = taken(project, ledger(row(措施="完善采购、验收制度；每月抽查")))

    [record] = mine.library().of_kind("rectification")
    assert record.measures == ("完善采购、验收制度", "每月抽查")


def test_every_sheet_that_fits_is_read_and_the_others_are_named(project):
    book = openpyxl.Workbook()
    book.active.title = "教育"
    other = book.create_sheet("卫健")
    for page, unit in ((book.active, "pz-jiaoyu"), (other, "pz-weijian")):
        page.append(("单位", "月份", "发现问题"))
        page.append((unit, "2026-03", 1))
    book.create_sheet("通讯录").append(("姓名", "电话"))
    hidden = book.create_sheet("旧表")
    hidden.append(("单位", "月份"))
    hidden.append(("pz-jiaoyu", "2025-01"))
    hidden.sheet_state = "hidden"
    _, made = taken(project, saved(book), "month")

    assert sorted(made.added) == ["pz-jiaoyu-2026-03", "pz-weijian-2026-03"]
    assert told(made, "I321") == [
        "工作表「通讯录」: 不像这份台账，没有读取",
        "工作表「旧表」: 是隐藏的，没有读取",
    ]


def test_evidence_and_revisits_hang_on_the_row_they_name(project):
    book = openpyxl.Workbook()
    book.active.title = "整改"
    for values in (("编号", *HEAD[1:]), row("zg-1"), row("zg-2", title="没有轮岗")):
        book.active.append(values)
    evidence = book.create_sheet("证据")
    for values in (
        ("整改编号", "说明", "文件"),
        ("zg-1", "新的办法", "files/a.docx"),
        ("小票没有过秤", "照片", None),
        ("zg-2", "轮岗通知", None),
    ):
        evidence.append(values)
    revisits = book.create_sheet("回访")
    for values in (("编号", "时间", "结果", "见效"), ("zg-1", "2026.9.10", "都过秤了", "是")):
        revisits.append(values)
    mine, _ = taken(project, saved(book))

    record = mine.record("rectification", "zg-1")
    assert [(one.text, one.file) for one in record.evidence] == [
        ("新的办法", "files/a.docx"),
        ("照片", None),
    ]
    assert [(str(one.day), one.found) for one in record.revisits] == [("2026-09-10", "都过秤了")]
    assert len(mine.record("rectification", "zg-2").evidence) == 1


def test_resolutions_hang_on_the_meeting_of_their_area(project):
    book = openpyxl.Workbook()
    book.active.title = "协作区"
    for values in (
        ("编号", "名称", "成员单位"),
        ("xzq-1", "第一协作区", "pz-jiaoyu、驻市卫健委组"),
    ):
        book.active.append(values)
    meetings = book.create_sheet("会议")
    for values in (
        ("协作区编号", "会议序号", "日期", "主题"),
        ("xzq-1", 1, "2026-03-01", "一季度"),
        ("xzq-1", 2, "2026-06-01", "二季度"),
    ):
        meetings.append(values)
    resolutions = book.create_sheet("决议")
    for values in (
        ("协作区编号", "会议序号", "编号", "内容", "责任单位"),
        ("xzq-1", 2, "J2", "联合检查", "pz-jiaoyu"),
        ("xzq-1", 1, "J1", "互派人员", None),
    ):
        resolutions.append(values)
    mine, _ = taken(project, saved(book), "area")

    area = mine.record("area", "xzq-1")
    assert [[one.id for one in meeting.resolutions] for meeting in area.meetings] == [
        ["J1"],
        ["J2"],
    ]
    assert [str(one) for one in area.members] == ["unit/pz-jiaoyu", "unit/pz-weijian"]
