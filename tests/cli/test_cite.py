"""`anjian cite`: what is recognised in a text, and where it leads."""

import json

import pytest

REGULATION = """
名称: 中华人民共和国采购法
版本:
  - {编号: "2018", 施行日期: 2018-01-01, 条文: [{条: 第一条, 文: 旧}]}
  - {编号: "2022", 施行日期: 2022-01-01, 条文: [{条: 第一条, 文: 新}]}
"""


@pytest.fixture
def library(own_library):
    path = own_library / "policies" / "regulations" / "r.yaml"
    path.write_text(REGULATION, encoding="utf-8")
    return own_library


def test_it_says_the_version_the_reason_and_the_words(anjian, library):
    outcome = anjian("cite", "依照采购法第一条、第九条", "--on", "2019-05-01", "--root", library)

    assert outcome.code == 0
    assert "2018年版：2019年5月1日时施行的版本" in outcome.out
    assert "第一条　旧" in outcome.out
    assert "第九条：这一版没有这一条" in outcome.out


def test_it_says_what_cannot_be_told(anjian, library):
    printed = anjian("cite", "《采购法》第一条，《没有的法》第二条", "--root", library).out

    assert "没有给出日期（--on），也没有写明版本；本库有2018年版、2022年版" in printed
    assert "《没有的法》本库没有这部法规" in printed
    assert "没有认出引用" in anjian("cite", "你好", "--root", library).out


def test_other_programs_read_json(anjian, library):
    text = "见《采购法》（2022）第一条第二款"
    (one,) = json.loads(anjian("cite", text, "--json", "--root", library).out)

    assert (one["regulation"], one["version"], one["cause"]) == ("r", "2022", None)
    (clause,) = one["clauses"]
    assert text[clause["start"] : clause["end"]] == clause["text"] == "第一条第二款"
    assert clause["paragraphs"] == [2]
    assert clause["address"] == "library/regulation/r/2022.html#a1"


def test_a_wrong_date_is_one_sentence(anjian, library):
    outcome = anjian("cite", "《采购法》", "--on", "去年", "--root", library)

    assert outcome.code == 2
    assert "「去年」不是日期" in outcome.err
    assert "Traceback" not in outcome.err
