"""A de-identified copy: nothing but the words concerned differs, and it says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.yaml_writer import write_yaml
from generator.deidentification import deidentified_record, deidentified_text
from generator.privacy import scan_texts
from generator.records import all_kinds

KINDS = all_kinds()
CASE = """\
# 赵建国案，注释留着
标题: 赵建国受贿案   # 行末的注释
要点: "局长赵建国\\n受贿，电话13800138000"
基本案情: |
  赵建国，男，1975年3月12日出生。

  赵建国伙同赵志强、钱文斌到案。
时间线:
  - {时间: 2019-03, 事件: '赵建国收受现金'}
讨论题:
  - 题目: 赵建国错在哪里？
    参考: >
      赵建国收受
      钱文斌的现金。
审核: {采集人: 钱文斌}
"""


def case(text):
    return deidentified_record(text, "cases/a.yaml", KINDS["case"])


def test_one_person_has_one_mask_in_every_spelling_of_a_text():
    made = case(CASE)

    expected = (
        CASE.replace("赵建国", "赵某甲").replace("赵志强", "赵某乙").replace("钱文斌", "钱某")
    )
    expected = expected.replace("# 赵某甲案", "# 赵建国案").replace(
        "采集人: 钱某", "采集人: 钱文斌"
    )
    expected = expected.replace("13800138000", "（电话号码略）").replace("1975年3月12日", "1975年")
    assert made.text == expected


def test_what_stays_in_comments_and_in_the_review_is_told():
    made = case(CASE)

    assert any("「赵建国」" in said and "第 1 行" in said for said in made.by_hand)
    assert any("「钱文斌」" in said and "第 15 行" in said for said in made.by_hand)


def test_every_replacement_has_its_line_and_reason():
    first = case(CASE).replacements[0]

    assert (first.line, first.old, first.new, first.reason) == (
        2,
        "赵建国",
        "赵某甲",
        "未处理的人名",
    )


def test_words_that_a_line_end_cuts_are_left_and_told():
    made = case('标题: 某案\n要点: "电话：13800\\\n  138000，邮箱a1@mail-of-nobody.cn"\n')

    assert "13800\\\n  138000" in made.text
    assert "（邮箱略）" in made.text
    assert any("13800138000" in said for said in made.by_hand)


def test_numbers_in_doubt_and_marks_are_told_and_left():
    text = "标题: 某案\n要点: 订单编号13900139000，秘密★1年\n"
    made = case(text)

    assert made.text == text
    assert len(made.by_hand) == 2


def test_two_rows_of_a_ledger_are_two_records():
    kind = KINDS["unit"]
    text = (
        "- 编号: a\n  名称: 甲组\n  职责: 组长赵建国负责\n"
        "- 编号: b\n  名称: 乙组\n  职责: 组长赵志强负责\n"
    )
    made = deidentified_record(text, f"{kind.folder}/a.yaml", kind)

    assert made.text == text.replace("赵建国", "赵某").replace("赵志强", "赵某")


def test_a_file_that_cannot_be_read_is_not_touched():
    text = "标题: [赵建国\n"
    made = case(text)

    assert made.text == text
    assert made.findings


def test_a_copy_has_nothing_left_to_do():
    made = case(CASE.replace("审核: {采集人: 钱文斌}\n", "").replace("# 赵建国案，注释留着\n", ""))

    assert case(made.text).replacements == ()
    assert made.by_hand == ()


def test_texts_and_pages_are_masked_too():
    made = deidentified_text("# 说明\n\n局长赵建国，电话13800138000。\n")

    assert made.text == "# 说明\n\n局长赵某，电话（电话号码略）。\n"


def test_allowed_names_stay():
    assert deidentified_text("局长赵建国", frozenset(("赵建国",))).replacements == ()


_WORDS = [
    "局长赵建国受贿",
    "电话13800138000",
    "赵建国",
    "赵志强到案",
    "1975年3月12日出生",
    "普通的话",
]
_SIGNS = ["，", "。\n", "\n\n", "：", " #", '"', "'", "\\", "|", "- ", "{"]
_PIECES = st.lists(st.sampled_from([*_WORDS, *_SIGNS]), min_size=1, max_size=12)


@pytest.mark.parametrize("field", ["gist", "title"])
@given(pieces=_PIECES)
def test_a_copy_is_the_record_with_the_replacements(field, pieces):
    value = "".join(pieces).strip() or "无"
    if field == "title":
        value = " ".join(value.split())
    text = write_yaml({"title": "某案", field: value, "facts": "局长赵建国。"}, KINDS["case"])
    made = case(text)

    assert not made.findings
    if not made.by_hand:
        left = [one for _, one in scan_texts([made.text]) if one.certain]
        assert left == []
        assert "赵建国" not in made.text
