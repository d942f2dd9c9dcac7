"""Citations for programs: the rows of the table, with names that hold."""

NAME = "library/exports/citations.json"


def test_it_holds_what_the_table_holds(document, table):
    rows = document()["citations"]

    assert [(one["source_id"], one["text"], one["reason"]) for one in rows] == [
        (row["来源编号"], row["引用原文"], row["原因"]) for row in table()
    ]
    assert [one["resolved"] for one in rows] == [row["结果"] == "已落到版本" for row in table()]


def test_a_citation_in_full(document):
    assert document()["citations"][1] == {
        "source_kind": "case",
        "source_id": "a",
        "source_title": "=1+1",
        "route": ["citations", 0],
        "place": "依据 1",
        "text": "《采购法》（2022）第一条第二款第（三）项",
        "regulation_id": "r",
        "regulation": "中华人民共和国采购法",
        "version": "2022",
        "article": "第一条",
        "last_article": None,
        "paragraphs": [2],
        "items": [3],
        "resolved": True,
        "resolved_by": "named",
        "missing": False,
        "cause": None,
        "reason": "文中写明2022年的版本",
        "candidates": [],
    }


def test_how_each_was_resolved(document):
    rows = document()["citations"]

    assert [one["resolved_by"] or one["cause"] for one in rows] == [
        *("dated", "named", "named", "dated", "no-date", "unknown", "dated"),
    ]
    assert [one["missing"] for one in rows] == [False, False, True, False, False, False, False]
    assert rows[0]["last_article"] == "第三条"
    assert rows[4]["candidates"] == ["2018", "2022"]


def test_chinese_is_readable_in_it_and_every_citation_has_its_line(exported, document):
    text = exported()[NAME].decode()

    assert "《没有的法》第五条" in text
    assert len(text.splitlines()) == len(document()["citations"]) + 2
    assert document({})["citations"] == []
