"""`anjian review`: three people sign one after the other, and an edit voids it."""

import docx
import pytest

CASE = """# 一条注释
标题: 食堂采购案   # 行尾注释
范围: 公开

要点: 两三句话。
# 末尾的注释
"""
PLACE = "cases/jy-9.yaml"
ROLES = ("采集人", "保密审查人", "终审人")


@pytest.fixture
def library(own_library):
    (own_library / PLACE).write_text(CASE, "utf-8")
    return own_library


@pytest.fixture
def sign(anjian, library):
    def run(role, name, *more, record="jy-9"):
        day = ("--today", "2026-01-01")
        return anjian(
            "review", record, "--root", library, "--as", role, "--name", name, *day, *more
        )

    return run


@pytest.fixture
def sign_all(sign):
    def run():
        for role, name in zip(ROLES, ("甲部", "乙部", "丙部"), strict=True):
            outcome = sign(role, name)
            assert outcome.code == 0, outcome.err + outcome.out

    return run


def text(library):
    return (library / PLACE).read_text("utf-8")


def public(anjian, library):
    outcome = anjian("build", "--root", library, "--today", "2026-01-01")
    assert outcome.code == 0, outcome.out + outcome.err
    return (library / "site/library/case/jy-9.html").exists(), outcome.out


def test_it_is_public_when_three_have_signed_and_only_the_lines_concerned_change(
    anjian, library, sign_all
):
    held, said = public(anjian, library)
    assert not held
    assert "没有签批：case/jy-9" in said

    sign_all()

    assert public(anjian, library)[0]
    lines = text(library).splitlines()
    assert lines[:5] == CASE.splitlines()[:5]
    assert [line for line in lines if line not in CASE.splitlines()] == [
        "审核:",
        "  采集人: 甲部",
        "  保密审查人: 乙部",
        "  终审人: 丙部",
        "  时间: 2026-01-01",
        "  结论: 公开",
        lines[-1],
    ]
    assert lines[-1].startswith("  指纹: ")
    page = (library / "site/library/case/jy-9.html").read_text("utf-8")
    assert "2026年1月1日" in page
    assert "丙部" not in page


def test_any_edit_voids_it_and_says_so(anjian, library, sign_all):
    sign_all()
    path = library / PLACE
    path.write_text(text(library).replace("两三句话", "两三句话，又加了一句"), "utf-8")

    held, said = public(anjian, library)

    assert not held
    assert "签批后内容改过，签批已失效：case/jy-9" in said
    checked = anjian("check", "--root", library)
    assert f"{PLACE}:7:1: 提示 P412 不进公开版：签批后内容改过" in checked.out


def test_the_state_and_comments_may_change(anjian, library, sign_all):
    sign_all()
    path = library / PLACE
    path.write_text(text(library).replace("# 一条注释", "# 另一条") + "状态: 已发布\n", "utf-8")

    assert public(anjian, library)[0]


def test_after_an_edit_signing_begins_anew(library, sign, sign_all):
    sign_all()
    path = library / PLACE
    path.write_text(text(library).replace("两三句话", "改了"), "utf-8")

    refused = sign("终审人", "丙部")
    assert refused.code == 2
    assert "内容改过，原来的签批作废" in refused.err
    anew = sign("采集人", "甲部")
    assert "原来的签批已作废" in anew.out
    assert "终审人" not in text(library)


def test_three_different_people(library, sign):
    assert sign("采集人", "甲部").code == 0
    outcome = sign("保密审查人", " 甲 部")

    assert outcome.code == 2
    assert "保密审查人要由另一个人担任" in outcome.err


def test_the_last_word_comes_last(sign):
    outcome = sign("终审人", "丙部")

    assert outcome.code == 2
    assert "还没有采集人、保密审查人签批" in outcome.err


def test_a_problem_stops_the_last_signature(library, sign):
    (library / PLACE).write_text(CASE.replace("两三句话", "联系电话13800138000"), "utf-8")
    sign("采集人", "甲部")
    sign("保密审查人", "乙部")
    outcome = sign("终审人", "丙部")

    assert outcome.code == 2
    assert "P102" in outcome.out
    assert "没有签批" in outcome.err


def test_a_waiver_lets_it_pass_and_stands_on_the_sheet(anjian, library, sign_all, tmp_path):
    waiver = "豁免:\n  - {代码: P102, 位置: 要点, 理由: 虚构号码, 批准人: 丁处}\n"
    path = library / PLACE
    path.write_text(CASE.replace("两三句话", "联系电话13800138000") + waiver, "utf-8")
    sign_all()

    assert public(anjian, library)[0]
    outcome = anjian("review", "report", "jy-9", "--root", library, "-o", tmp_path)
    assert outcome.code == 0, outcome.err
    page = (tmp_path / "审核表-case-jy-9.html").read_text("utf-8")
    document = docx.Document(tmp_path / "审核表-case-jy-9.docx")
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for word in ("P102", "虚构号码", "丁处", "甲部", "乙部", "丙部", "食堂采购案"):
        assert word in page
        assert any(word in cell for cell in cells), word
    assert "签批有效，内容与签批时一致" in page
    assert "http" not in page


def test_a_sheet_has_the_same_bytes_each_time(anjian, library, tmp_path):
    for name in ("a", "b"):
        anjian("review", "report", "jy-9", "--root", library, "-o", tmp_path / name)
    for ending in ("html", "docx"):
        one, two = (tmp_path / name / f"审核表-case-jy-9.{ending}" for name in "ab")
        assert one.read_bytes() == two.read_bytes()


def test_a_waiver_for_nothing_is_told(anjian, library):
    waiver = "豁免:\n  - {代码: P102, 位置: 要点, 理由: 虚构号码, 批准人: 丁处}\n"
    (library / PLACE).write_text(CASE + waiver, "utf-8")

    assert "警告 P401 豁免 P102「要点」对不上任何问题" in anjian("check", "--root", library).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("jy-9", "--name", "甲"), "用 --as 写身份"),
        (("jy-9", "--as", "采集人"), "用 --name 写"),
        (("meiyou", "--as", "采集人", "--name", "甲"), "「meiyou」这条记录没有"),
        (("jy-9", "--as", "采集人", "--name", "甲", "--verdict", "行"), "结论只能是"),
    ],
)
def test_mistakes_are_one_sentence(anjian, library, arguments, said):
    outcome = anjian("review", *arguments, "--root", library)

    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert text(library) == CASE


def test_a_row_of_a_ledger_is_signed_in_its_place(anjian, library):
    ledger = library / "ledgers/units/more.yaml"
    rows = "- 编号: x1\n  名称: 甲组\n  范围: 公开\n\n- 编号: x2\n  名称: 乙组\n  范围: 公开\n"
    ledger.write_text(rows, "utf-8")
    outcome = anjian("review", "unit/x1", "--root", library, "--as", "采集人", "--name", "甲部")

    assert outcome.code == 0, outcome.err
    made = ledger.read_text("utf-8")
    assert made.index("采集人: 甲部") < made.index("编号: x2")
    assert made.replace(made[made.index("  审核:") : made.index("\n- 编号: x2")], "") == rows
