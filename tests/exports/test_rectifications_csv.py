"""The ledger of rectifications as a table: one row each, run by nothing."""

import csv
import io

import pytest

from tests.ledger_library import FILES

NAME = "library/exports/rectifications.csv"
LEDGER = "ledgers/rectifications/jia.yaml"


@pytest.fixture
def rows(exported):
    def make(files, edition="public"):
        text = exported(files, edition)[NAME].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return make


def test_it_opens_in_excel_and_wps(exported):
    assert exported(FILES)[NAME].startswith(b"\xef\xbb\xbf" + "编号,问题,单位,".encode())


def test_a_row_says_how_far_it_is(rows):
    late, closed, waiting = rows(FILES)

    assert (late["编号"], late["单位"], late["逾期天数"]) == ("z1", "甲组", "185")
    assert (late["漏洞"], late["漏洞类型"], late["期限"]) == ("yian#L1", "验收把关", "2025-06-30")
    assert closed["回访"] == "2025-07-01：抽查十张都核对过（见效）"
    assert (closed["证据"], closed["销号时间"]) == ("核对记录", "2025-07-02")
    assert (waiting["进展"], waiting["逾期天数"]) == ("待回访", "")


def test_no_cell_is_run_as_a_formula(rows):
    text = FILES[LEDGER].replace("问题: 验收无人到场", "问题: =1+1")

    assert rows({**FILES, LEDGER: text})[0]["问题"] == "'=1+1"


def test_an_edition_exports_its_own_rows_alone(rows):
    text = FILES[LEDGER].replace("  范围: 公开\n", "", 1)

    assert [row["编号"] for row in rows({**FILES, LEDGER: text})] == ["z2", "z3"]
    assert len(rows({**FILES, LEDGER: text}, "internal")) == 3


def test_it_is_linked_where_the_edition_may_export_it(checked):
    from generator.build import generate

    rule = "{名称: public, 导出: [citations_csv]}"
    settings = f"site_name: 库\nextra:\n  anjian:\n    版本: [{rule}]\n"
    page = "library/rectification/index.md"

    assert b"rectifications.csv" in generate(checked(FILES), "public").files[page]
    made = generate(checked(FILES, settings), "public").files
    assert NAME not in made
    assert b"rectifications.csv" not in made[page]
