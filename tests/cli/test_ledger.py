"""A ledger in Excel: the template, a mistake, the import, the export, from the command line."""

from __future__ import annotations

import json

import openpyxl
import pytest

LEDGER = "ledgers/rectifications/pz-yi.yaml"
UNITS = "- 编号: pz-yi\n  名称: 驻某局纪检监察组\n  简称: 驻某局组\n"


@pytest.fixture
def mine(tmp_path):
    """A project with one unit, in a folder with a space in its name."""
    root = tmp_path / "某 库"
    (root / "ledgers/units").mkdir(parents=True)
    (root / "ledgers/units/units.yaml").write_text(UNITS, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: 试验库\n", "utf-8")
    return root


def fill(path, cells, sheet="整改"):
    book = openpyxl.load_workbook(path)
    for address, value in cells.items():
        book[sheet][address] = value
    book.save(path)


GOOD = {"A3": "zg-1", "B3": "小票没有过秤", "C3": "驻某局组", "F3": "2026.1.5", "H3": "过秤"}


def test_the_way_of_a_unit_from_the_template_to_the_site(anjian, mine, tmp_path):
    book = tmp_path / "整改.xlsx"
    made = anjian("ledger", "template", "整改", "-o", book, "--root", mine)
    assert made.code == 0, made.err
    assert "anjian import ledger 整改.xlsx" in made.out
    fill(book, {**GOOD, "J3": "2026/13/45"})

    wrong = anjian("import", "ledger", book, "--root", mine)
    assert wrong.code == 1
    assert f"{book}: 错误 I311 工作表「整改」第3行 J列: 日期无效「2026/13/45」" in wrong.out
    assert "1 个错误，整份没有导入，台账没有改动" in wrong.out
    assert not (mine / LEDGER).exists()

    fill(book, {"J3": "2026年6月底"})
    right = anjian("import", "ledger", book, "--root", mine, "--into", "ledgers/rectifications")
    assert right.code == 0, right.out + right.err
    assert f"写好 {LEDGER}" in right.out
    assert "新增 1 条，更新 0 条，未变 0 条" in right.out
    assert "  期限: 2026-06-30\n" in (mine / LEDGER).read_text("utf-8")
    checked = anjian("check", "--root", mine, "--today", "2026-03-01")
    assert checked.code == 0, checked.out


def test_out_and_in_again_leaves_every_file_alone(anjian, mine, tmp_path):
    (mine / LEDGER).parent.mkdir()
    text = (
        "# 说明\n- 编号: zg-1\n  问题: 一   # 甲\n  单位: pz-yi\n  发现时间: 2026\n  措施: [甲]\n"
    )
    (mine / LEDGER).write_text(text, "utf-8")
    book = tmp_path / "出.xlsx"
    out = anjian(
        "export", "ledger", "rectification", "-o", book, "--root", mine, "--edition", "internal"
    )
    assert out.code == 0, out.out + out.err
    assert "整改 1 条" in out.out
    stamp = (mine / LEDGER).stat().st_mtime_ns
    again = anjian("import", "ledger", book, "--root", mine)

    assert again.code == 0, again.out
    assert "未变 1 条" in again.out
    assert (mine / LEDGER).read_text("utf-8") == text
    assert (mine / LEDGER).stat().st_mtime_ns == stamp


def test_the_public_edition_says_what_it_leaves_out(anjian, mine, tmp_path):
    out = anjian("export", "ledger", "unit", "-o", tmp_path / "a.xlsx", "--root", mine)

    assert out.code == 0, out.err
    assert "单位 0 条" in out.out
    assert "公开版里没有另外 1 条；要改台账就用 --edition internal 导出" in out.out


def test_the_report_as_json(anjian, mine, tmp_path):
    book, report = tmp_path / "a.xlsx", tmp_path / "r/报告.json"
    anjian("ledger", "template", "rectification", "-o", book, "--root", mine)
    fill(book, {**GOOD, "A4": "合计", "B4": "1 项"})
    outcome = anjian("import", "ledger", book, "--root", mine, "--report", report)

    [one] = json.loads(report.read_text("utf-8"))["files"]
    assert outcome.code == 0
    assert (one["added"], one["rows"], one["rows_left_out"]) == (["zg-1"], 1, 1)
    assert one["written"] == [LEDGER]


def test_one_of_two_workbooks_is_wrong_and_the_other_is_taken(anjian, mine, tmp_path):
    good, bad = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (good, bad):
        anjian("ledger", "template", "rectification", "-o", path, "--root", mine)
    fill(good, GOOD)
    fill(bad, {**GOOD, "A3": "zg-2", "F3": "去年底"})
    outcome = anjian("import", "ledger", bad, good, "--root", mine)

    assert outcome.code == 1
    text = (mine / LEDGER).read_text("utf-8")
    assert "zg-1" in text
    assert "zg-2" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ledger", "template", "case", "-o", "a.xlsx"), "案例不是台账"),
        (("ledger", "template", "rectificatoin", "-o", "a.xlsx"), "是不是「rectification」"),
        (("ledger", "template", "month", "-o", "a.xls"), "要以 .xlsx 结尾"),
        (("import", "ledger", "nothing.xlsx"), "没有「nothing.xlsx」这个文件"),
        (("import", "ledger", "."), "是文件夹"),
        (("import", "ledger", "a.xlsx", "--audience", "全体"), "「范围」只能写"),
        (("import", "ledger", "a.xlsx", "--into", "/"), "在项目文件夹外面"),
        (("export", "ledger", "month", "-o", "a.csv"), "要以 .xlsx 结尾"),
    ],
)
def test_commands_that_cannot_be_carried_out(anjian, mine, arguments, said):
    outcome = anjian(*arguments, "--root", mine)

    assert outcome.code == 2
    assert said in outcome.err


def test_without_the_library_it_says_how_to_get_it(anjian, mine, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    outcome = anjian("ledger", "template", "month", "-o", tmp_path / "a.xlsx", "--root", mine)

    assert outcome.code == 2
    assert 'pip install "anjian[office]"' in outcome.err


def test_a_full_disk_changes_no_file(anjian, mine, tmp_path, monkeypatch):
    book = tmp_path / "m.xlsx"
    anjian("ledger", "template", "month", "-o", book, "--root", mine)
    fill(book, {"B3": "pz-yi", "C3": "2025-12", "B4": "pz-yi", "C4": "2026-01"}, "月报")
    write, written = type(mine).write_bytes, []

    def full(path, content):
        if path.suffix == ".new" and written:
            raise OSError(28, "No space left on device")
        written.append(path)
        return write(path, content)

    monkeypatch.setattr(type(mine), "write_bytes", full)
    outcome = anjian("import", "ledger", book, "--root", mine)

    assert outcome.code == 2
    assert "磁盘已满" in outcome.err
    assert not [one for one in (mine / "ledgers/months").rglob("*") if one.is_file()]
