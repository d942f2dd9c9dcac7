"""What exam systems import: a text, and a workbook that another program reads cell for cell."""

import csv
import io
import re
import zipfile

import pytest

from tests.exports.other_programs import soffice
from tests.exports.quiz_library import FILES, exported

TEXT, BOOK = "exam/ja-yi-测验.txt", "exam/ja-yi-测验.xlsx"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""With commas, double quotes, in UTF-8, from the first row."""


@pytest.fixture(scope="module")
def files(checked):
    return exported(checked, "exam")


@pytest.fixture(scope="module")
def text(files):
    return files[TEXT].decode("utf-8-sig")


def read_again(raw, folder):
    """The rows of a workbook by the names of the columns, read by LibreOffice."""
    path = folder / "book.xlsx"
    path.write_bytes(raw)
    lines = soffice(path, CSV).read_text("utf-8")
    return list(csv.DictReader(io.StringIO(lines, newline="")))


@pytest.fixture(scope="module")
def rows(files, tmp_path_factory):
    return read_again(files[BOOK], tmp_path_factory.mktemp("book"))


def questions(text):
    """Read the text as an importer does: a number begins a question, a word and colon a part."""
    found = []
    for line in text.split("\r\n"):
        if number := re.match(r"(\d+)\. (.*)", line):
            found.append({"题干": number[2], "选项": []})
        elif option := re.match(r"([A-Z])\. (.*)", line):
            found[-1]["选项"].append(option[2])
        elif part := re.match(r"(答案|解析|难度|分值|知识点)：(.*)", line):
            found[-1][part[1]] = part[2]
        else:
            assert not line or re.fullmatch("[一二三四五六七]、..题", line), line
    return found


def test_windows_programs_know_the_encoding_and_the_lines(files):
    raw = files[TEXT]

    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_every_question_of_the_text_is_read_with_its_answer(text):
    assert [one["答案"] for one in questions(text)] == [
        *("D", "ABD", "错误", "400;四百|公开招标;=公开 {招} 标", "%甲方"),
        *("一是没有比价；二是=没有验收。", "1-B；2-A", "BDAC"),
    ]
    assert [line for line in text.split("\r\n") if re.match(".、", line)] == [
        *("一、单选题", "二、多选题", "三、判断题", "四、填空题"),
        *("五、简答题", "六、连线题", "七、排序题"),
    ]


def test_parts_of_a_question_in_the_text(text):
    one, *_, matching, _ = questions(text)

    assert one == {
        "题干": '甲{a}=乙~丙#丁:戊\\己 <b>不是标签</b> &amp; "引号"，最先做哪一步？',
        "选项": ["=先 {比} 较", "50% 以上", "%20 [html]", "a -> b <i>", "一般 // 措施"],
        "答案": "D",
        "解析": "第一段：先比较，后决定。 甲 乙 | 项 | 值 | | 一 | 二 |",
        "难度": "难",
        "分值": "3",
        "知识点": "采购、[括号]",
    }
    assert matching["题干"] == "把环节和措施连起来。 1. 提出->变更 2. 验收"
    assert matching["选项"] == ["钻芯", "合并计算", "多余 <项>"]


def test_a_numbered_paragraph_of_a_stem_begins_no_question(text):
    assert questions(text)[5]["题干"] == "读下面的材料： 1. 单位甲； 2. 单位乙。 问题出在哪里？"


def test_blanks_are_written_alike(text):
    assert [one["题干"] for one in questions(text)[3:5]] == [
        "达到____万元的应当____，例外见 规定。",
        "由____负责。",
    ]


def test_another_program_reads_every_row_of_the_workbook(rows):
    assert list(rows[0]) == [
        *("题型", "题干", "选项A", "选项B", "选项C", "选项D", "选项E"),
        *("答案", "解析", "难度", "分值", "知识点"),
    ]
    assert [(one["题型"], one["答案"], one["分值"]) for one in rows] == [
        ("单选题", "D", "3"),
        ("多选题", "ABD", "4"),
        ("判断题", "错误", "1"),
        ("填空题", "400;四百|公开招标;=公开 {招} 标", "2"),
        ("填空题", "%甲方", "1"),
        ("简答题", "一是没有比价；二是=没有验收。", "10"),
        ("连线题", "1-B；2-A", "1"),
        ("排序题", "BDAC", "2"),
    ]
    assert rows[0]["选项A"] == "=先 {比} 较"
    assert rows[5]["题干"].splitlines() == [
        *("读下面的材料：", "1. 单位甲；", "2. 单位乙。", "问题出在哪里？"),
    ]


DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1", "＋1", "－1", "＠A1"]


def test_no_cell_is_a_formula(checked, tmp_path):
    bank = "\n".join(
        f"""- 编号: q{number}
  题型: 单选
  题干: "{text}"
  选项: ["{text}", "甲{number}"]
  答案: A
  关键词: ["{text}"]
  范围: 公开"""
        for number, text in enumerate(DANGEROUS)
    )
    raw = exported(checked, "exam", {"materials/questions/q.yaml": bank})["exam/题库.xlsx"]

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert "<f" not in sheet
    marked = [
        number
        for number, style in enumerate(re.findall(r"<xf [^>]*>", styles.partition("<cellXfs")[2]))
        if 'quotePrefix="1"' in style
    ]
    cells = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', sheet))
    assert {int(cells[f"{column}2"]) for column in "BCK"} | {
        int(cells[f"{column}10"]) for column in "BC"
    } <= set(marked)
    assert int(cells["D2"]) not in marked
    rows = read_again(raw, tmp_path)
    assert [one["题干"] for one in rows] == DANGEROUS
    assert [one["选项A"] for one in rows] == DANGEROUS


def test_the_day_of_the_issue_is_the_only_date(files):
    with zipfile.ZipFile(io.BytesIO(files[BOOK])) as archive:
        core = archive.read("docProps/core.xml").decode()
        times = {info.date_time for info in archive.infolist()}

    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", core)) == {"2026-01-01T00:00:00Z"}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_library_gives_the_same_bytes(checked, files):
    assert exported(checked, "exam", dict(reversed(FILES.items()))) == files
