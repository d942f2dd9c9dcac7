"""The table of citations: one row per clause, opened by a double click, run by nothing."""

import pytest

NAME = "library/exports/citations.csv"
HEAD = "来源种类,来源编号,来源标题,位置,引用原文,法规,版本,条,款,项,结果,原因,候选版本"


def test_it_opens_in_excel_and_wps(exported):
    raw = exported()[NAME]

    assert raw.startswith(b"\xef\xbb\xbf" + HEAD.encode() + b"\r\n")
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_every_cited_clause_is_a_row(table):
    rows = [[row["来源编号"], row["引用原文"], row["版本"], row["条"]] for row in table()]

    assert rows == [
        ["a", "《采购法》第一条至第三条", "2018年版", "第一条至第三条"],
        ["a", "《采购法》（2022）第一条第二款第（三）项", "2022年版", "第一条"],
        ["a", "《采购法》（2022）……第九条", "2022年版", "第九条"],
        ["a", "《采购法》", "2018年版", ""],
        ["b", "《采购法》第一条", "", "第一条"],
        ["b", "《没有的法》第五条", "", "第五条"],
        ["guide/g.md", "《采购法》第一条", "2022年版", "第一条"],
    ]


def test_a_row_says_where_the_citation_stands(table):
    places = {(row["来源种类"], row["位置"]) for row in table()}

    assert places == {
        ("案例", "漏洞 L1 · 说明"),
        ("案例", "依据 1"),
        ("案例", "依据 2"),
        ("页面", "第 4 行"),
    }


def test_a_row_says_what_it_was_resolved_to_and_why(table):
    rows = table()
    clause, lacking, open_one, unknown = rows[1], rows[2], rows[4], rows[5]

    assert (clause["法规"], clause["款"], clause["项"]) == (
        "中华人民共和国采购法",
        "第二款",
        "第（三）项",
    )
    assert (clause["结果"], clause["原因"]) == ("已落到版本", "文中写明2022年的版本")
    assert lacking["原因"].endswith("这个版本没有这一条")
    assert (open_one["结果"], open_one["候选版本"]) == ("未解决", "2018年版、2022年版")
    assert (unknown["法规"], unknown["原因"]) == ("没有的法", "本库没有这部法规")


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "　=1", "＝1", "＋1", "－1", "＠"]
)
def test_no_cell_is_run_as_a_formula(title, table):
    rows = table({"cases/a.yaml": f"标题: '{title}'\n范围: 公开\n依据: [《采购法》第一条]\n"})

    assert rows[0]["来源标题"] in ("'" + title, "'" + title.strip())


def test_what_is_harmless_stays_as_it_is(table):
    title = "甲=乙，a-1 @ “丙”, 丁"
    rows = table({"cases/a.yaml": f"标题: '{title}'\n范围: 公开\n依据: [《采购法》第一条]\n"})

    assert rows[0]["来源标题"] == title


def test_an_edition_exports_its_own_records_alone(exported, table):
    assert "c" not in {row["来源编号"] for row in table()}
    assert "《采购法》（2018）第三条".encode() in exported(edition="internal")[NAME]


def test_a_library_without_citations_has_a_table_without_rows(exported):
    assert exported({})[NAME].decode("utf-8-sig") == HEAD + "\r\n"
