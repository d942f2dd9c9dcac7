"""Records that cite a version revised since: one notice each, until somebody looked again."""

import pytest

VERSIONS = """
  - {编号: "2015", 施行日期: 2015-01-01, 条文: [{条: 第一条, 文: 甲}]}
  - {编号: "2018", 施行日期: 2018-10-01, 条文: [{条: 第一条, 文: 乙}]}
  - {编号: "2023", 施行日期: 2024-01-01, 条文: [{条: 第一条, 文: 丙}]}
"""
REGULATION = {"policies/regulations/r.yaml": f"名称: 采购法\n版本:{VERSIONS}"}


@pytest.fixture
def found(checked):
    """The findings of this check alone, about one case and the regulation above."""

    def make(text: str, files=REGULATION):
        case = {"cases/a.yaml": f"标题: 案\n{text}\n"}
        return [one for one in checked(case | files).findings if one.code == "C295"]

    return make


def test_a_case_under_the_old_version_is_to_be_reviewed(found):
    (one,) = found("处理时间: 2022-05\n依据: [《采购法》第一条]")

    assert one.message == "引用的《采购法》2018年版已于2024年1月1日被2023年版取代，待复核"
    assert one.level.label == "提示"
    assert "没有错" in one.hint
    assert one.place.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "处理时间: 2025-05\n依据: [《采购法》第一条]",
        "依据: [《采购法》（2023）第一条]",
        "处理时间: 2022-05\n依据: [《采购法》第一条]\n审核: {时间: 2024-01-01}",
        "处理时间: 2022-05\n依据: [《采购法》第一条]\n状态: 已撤下\n撤下原因: 甲",
        "处理时间: 2022-05\n依据: [《别的法》第一条]",
    ],
)
def test_what_needs_no_review(found, text):
    assert found(text) == []


def test_a_review_before_the_last_revision_does_not_count(found):
    text = "处理时间: 2016\n依据: [《采购法》第一条]\n审核: {时间: 2020-01-01}"
    (one,) = found(text)

    assert "2015年版已于2018年10月1日被2018年版取代" in one.message
    assert found(text.replace("2020-01", "2024-02")) == []


def test_one_finding_for_a_record_whatever_it_cites(found):
    text = "依据: [《采购法》（2018）第一条, 《采购法》（2015）第一条, 《采购法》（2018）]"
    (one,) = found(text)

    assert "2018年版" in one.message
    assert "2015年版" in one.message


def test_a_repealed_regulation(found):
    text = "名称: 采购法\n版本: [{编号: '2015', 施行日期: 2015, 失效日期: 2020-07-01}]\n"
    (one,) = found("处理时间: 2018\n依据: [《采购法》]", {"policies/regulations/r.yaml": text})

    assert one.message == "引用的《采购法》2015年版已于2020年7月1日废止，待复核"


def test_a_hand_written_page_is_told_by_its_line(found):
    page = {"docs/guide/g.md": "# 页\n\n写《采购法》（2018）第一条。\n"}
    (one,) = found("", REGULATION | page)

    assert (one.path, one.place) == ("docs/guide/g.md", (3, 2))


def test_what_one_regulation_says_of_another_stays_as_enacted(found):
    article = "{条: 第一条, 文: 依《采购法》（2015）第一条}"
    other = f"名称: 办法\n版本: [{{编号: a, 施行日期: 2016, 条文: [{article}]}}]"

    assert found("", REGULATION | {"policies/regulations/o.yaml": other}) == []
