"""A new record: valid at once, in its place, and nothing that is there already is touched."""

import re
import sys

import pytest

from generator.records import all_kinds

LEDGER = "ledgers/units/units.yaml"
UNSAID = {
    *("C502", "C503", "C533", "C541", "C542", "C543", "C548", "C549", "C551", "C553"),
    *("C565", "C566", "C568", "C569"),
}
"""What a row of a ledger has to say and a new one does not yet: told at once, and no mistake."""


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_kind_twice_and_no_error(anjian, own_library):
    for kind in all_kinds():
        for number in (1, 2):
            given = ("--set", f"月份=2026-0{number}") if kind == "month" else ()
            outcome = anjian("new", kind, f"{kind}-x{number}", "--root", own_library, *given)
            assert outcome.code == 0, outcome.err
    checked = anjian("--root", own_library, "check")
    assert checked.code == 0, checked.out
    assert "共 0 个错误" in checked.out
    warned = set(re.findall("警告 (C[0-9]+)", checked.out))
    assert warned <= UNSAID, checked.out


def test_chinese_kind_and_place(anjian, own_library):
    outcome = anjian("new", "案例", "jy-2024-009", "--folder", "教育", "--root", own_library)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "新建了 cases/教育/jy-2024-009.yaml"
    assert lines[1].startswith("下一步：")
    assert "check" in lines[1]
    text = (own_library / "cases/教育/jy-2024-009.yaml").read_text("utf-8")
    assert re.search(r"^领域: 教育\b", text, re.MULTILINE)


def test_folder_may_be_written_from_the_top(anjian, own_library):
    anjian("new", "case", "a1", "--folder", "cases/教育", "--root", own_library)
    assert (own_library / "cases/教育/a1.yaml").is_file()


def test_fields_that_are_given(anjian, own_library):
    given = ["标题=甲: 乙案", "岗位=出纳、财务会计", "关键词=丙、丁", "关键词=戊", "来源=内部通报"]
    options = [part for one in given for part in ("--set", one)]
    outcome = anjian("new", "case", "a1", *options, "--root", own_library)
    assert outcome.code == 0, outcome.err
    text = (own_library / "cases/a1.yaml").read_text("utf-8")
    assert '标题: "甲: 乙案"' in text
    assert "\n  - 出纳\n  - 财务会计\n" in text
    assert "\n  - 丙、丁\n  - 戊\n" in text
    assert "来源: 内部通报" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["csae", "a1"], "是不是「case」"),
        (["案列", "a1"], "是不是「案例」"),
        (["case", "wl-2023-001"], "已经有编号为「wl-2023-001」的案例，在 cases/文化旅游"),
        (["case", "WL-2023-001"], "已经有编号为「wl-2023-001」"),
        (["unit", "pz-wenlv"], "已经有编号为「pz-wenlv」的单位"),
        (["case", "CON"], "Windows 的保留文件名"),
        (["case", "甲/乙"], "只能用字母、数字、汉字"),
        (["case", "甲 乙"], "只能用字母、数字、汉字"),
        (["case", "a1", "--folder", "../外面"], "子文件夹的名称「..」不能用"),
        (["case", "a1", "--set", "标题"], "要写成 项=内容"),
        (["case", "a1", "--set", "标提=甲"], "是不是「标题」"),
        (["case", "a1", "--set", "编号=甲"], "编号直接写在命令里"),
        (["case", "a1", "--set", "时间线=甲"], "请建好之后在文件里填写"),
        (["case", "a1", "--set", "标题=甲", "--set", "title=乙"], "「标题」只能写一个"),
        (["case", "a1", "--set", "层级=科长"], "「科长」不在可选范围"),
        (["case", "a1", "--set", "领域=航海"], "「航海」不在清单里"),
        (["case", "a1", "--set", "相关案例=没有"], "没有编号为「没有」的案例"),
        (["case", "a1", "--set", "处理时间=去年"], "不是日期"),
    ],
)
def test_refused_in_a_sentence(anjian, own_library, arguments, said):
    before = files_of(own_library)
    outcome = anjian("new", *arguments, "--root", own_library)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert files_of(own_library) == before


def test_former_id_is_taken(anjian, own_library):
    path = own_library / "cases/文化旅游/wl-2023-001.yaml"
    path.write_text(path.read_text("utf-8") + "曾用编号: [jiu-1]\n", "utf-8")
    outcome = anjian("new", "case", "jiu-1", "--root", own_library)
    assert outcome.code == 2
    assert "「jiu-1」是「wl-2023-001」的曾用编号" in outcome.err


def test_id_of_a_broken_record_is_taken(anjian, own_library):
    (own_library / "cases/a1.yaml").write_text("标题：没有半角冒号\n", "utf-8")
    assert anjian("new", "case", "a1", "--root", own_library).code == 2


def test_mistakes_elsewhere_do_not_stop_a_new_record(anjian, own_library):
    (own_library / "cases/a1.yaml").write_text("标题：没有半角冒号\n", "utf-8")
    assert anjian("new", "case", "a2", "--root", own_library).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators link")
def test_folder_that_leads_outside(anjian, own_library, tmp_path):
    outside = tmp_path / "外面"
    outside.mkdir()
    (own_library / "cases/教育").symlink_to(outside)
    outcome = anjian("new", "case", "a1", "--folder", "教育", "--root", own_library)
    assert outcome.code == 2
    assert "在项目文件夹外面" in outcome.err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_new_row_leaves_the_ledger_as_it_is(anjian, own_library, ends, last):
    path = own_library / LEDGER
    text = path.read_text("utf-8") + "  # 手写的备注"
    before = (text + "\n" * last).replace("\n", ends).encode()
    path.write_bytes(before)
    outcome = anjian("new", "unit", "pz-x", "--root", own_library)
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, f"加了一行到 {LEDGER}")
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\r\n") == (after.count(b"\n") if ends == "\r\n" else 0)
    checked = anjian("check", "--root", own_library)
    assert checked.code == 0, checked.out
    assert "pz-x" in anjian("new", "unit", "pz-x", "--root", own_library).err


def test_new_row_goes_to_the_only_ledger(anjian, own_library):
    (own_library / LEDGER).rename(own_library / "ledgers/units/wanghe.yaml")
    outcome = anjian("new", "unit", "pz-x", "--root", own_library)
    assert outcome.out.splitlines()[0] == "加了一行到 ledgers/units/wanghe.yaml"


def test_new_row_among_several_ledgers_goes_to_the_usual_one(anjian, own_library):
    (own_library / "ledgers/units/b.yaml").write_text("- {编号: b, 名称: 乙}\n", "utf-8")
    outcome = anjian("new", "unit", "pz-x", "--root", own_library)
    assert outcome.out.splitlines()[0] == f"加了一行到 {LEDGER}"
    (own_library / LEDGER).rename(own_library / "ledgers/units/c.yaml")
    outcome = anjian("new", "unit", "pz-y", "--root", own_library)
    assert outcome.out.splitlines()[0] == f"新建了 {LEDGER}"
    assert anjian("check", "--root", own_library).code == 0


@pytest.mark.parametrize(
    ("ledger", "said"),
    [
        ("[{编号: a, 名称: 甲}]\n", "加不进新的一行"),
        ("编号: a\n名称: 甲\n", "读不出一份台账"),
        ("- 编号: a\n  名称：甲\n 类型", "读不出一份台账"),
        ("- {编号: a, 名称: 甲}\n...\n", "没有新建"),
    ],
)
def test_ledger_that_takes_no_row(anjian, own_library, ledger, said):
    path = own_library / LEDGER
    path.write_text(ledger, "utf-8")
    outcome = anjian("new", "unit", "pz-x", "--root", own_library)
    assert outcome.code == 2
    assert said in outcome.err
    assert path.read_text("utf-8") == ledger
