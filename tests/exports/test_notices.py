"""The monthly notice and the half-year summary as Word files; what the page says, they say."""

import io

import docx
import pytest

from generator.base.reference import Reference
from generator.build import view
from generator.exports import documents, file_formats
from tests.month_library import FILES, Z, month


@pytest.fixture(scope="module")
def edition(checked):
    return view(checked(FILES), "public")


@pytest.fixture(scope="module")
def found(edition):
    return {one.path: one for one in documents("notices")(edition, ())}


def opened(document):
    return docx.Document(io.BytesIO(document.make()))


def rows(document, at):
    return [[cell.text for cell in row.cells] for row in document.tables[at].rows]


def test_the_format_is_known_and_may_be_had_in_every_edition():
    assert "通报" in file_formats()["notices"].label
    assert not file_formats()["notices"].lecturer_only


def test_every_month_and_half_year_has_a_file(found):
    assert len(found) == 15 + 3
    assert "notices/月报通报-2025-03.docx" in found
    assert "notices/半年总结-2025-1.docx" in found


def test_a_notice_reads_like_its_page(found):
    document = opened(found["notices/月报通报-2025-06.docx"])
    texts = [one.text for one in document.paragraphs]
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]

    assert texts[0] == "关于2025年6月月报情况的通报"
    assert headings == ["一、报送情况", "二、数据情况", "三、需要关注的情况", "四、各单位情况"]
    assert "零报告的单位：甲组。" in texts
    assert any(one.startswith("甲组连续4个月零报告：2025年3月至6月") for one in texts)
    assert rows(document, 0)[0][:3] == ["单位", "发现问题", "立案"]
    assert rows(document, 0)[-1][:4] == ["合计", "4", "0", "2"]


def test_zero_and_missing_are_told_apart_in_the_table(found):
    table = {one[0]: one for one in rows(opened(found["notices/月报通报-2025-03.docx"]), 0)}

    assert table["甲组"][1:4] + table["甲组"][-1:] == ["0", "0", "0", "零报告"]
    assert table["乙组"][1:4] + table["乙组"][-1:] == ["—", "—", "—", "未报"]


def test_the_summary_holds_units_areas_and_what_is_overdue(found):
    document = opened(found["notices/半年总结-2025-1.docx"])

    assert rows(document, 0)[1][:4] == ["丙组", "2", "0", "1"]
    assert rows(document, 1)[1][:4] == ["第一协作区", "12", "1", "6"]
    assert rows(document, 2)[1] == ["甲组", "无人到场", "2025年6月30日", "185天"]


def test_it_prints_on_the_pages_of_official_documents(found, as_pdf, printed):
    pages = printed(as_pdf(found["notices/月报通报-2025-06.docx"].make(), "docx"))
    words = "".join(line for page in pages for _, _, line in page)

    assert words.startswith("关于2025年6月月报情况的通报")
    assert "甲组连续4个月零报告" in words
    assert pages[0][-1][2] == "—1—"


def test_only_what_speaks_of_a_report_is_made_where_one_is_named(edition):
    one = documents("notices")(edition, {Reference("month", "m-jia-2025-02")})
    unit = documents("notices")(edition, {Reference("unit", "bing")})

    assert [document.path for document in one] == [
        "notices/月报通报-2025-02.docx",
        "notices/半年总结-2025-1.docx",
    ]
    assert len(list(unit)) == 7 + 1 + 1


def test_a_notice_is_made_anew_only_where_something_in_it_has_changed(checked, found):
    files = FILES | {"ledgers/months/extra.yaml": month("bing", "2025-12", Z)}
    changed = {one.path: one for one in documents("notices")(view(checked(files), "public"), ())}

    assert (
        changed["notices/月报通报-2025-12.docx"].inputs
        != found["notices/月报通报-2025-12.docx"].inputs
    )
    assert (
        changed["notices/月报通报-2025-02.docx"].inputs
        == found["notices/月报通报-2025-02.docx"].inputs
    )


def test_internal_reports_are_in_no_public_file(checked, found):
    files = FILES | {
        "ledgers/months/mi-2025.yaml": month("mi", "2025-06", (88, 77, 66), {"范围": "内部"}),
        "ledgers/units/mi.yaml": "- {编号: mi, 名称: 密组, 范围: 内部}\n",
    }
    done = checked(files)
    public = {one.path: one.inputs for one in documents("notices")(view(done, "public"), ())}
    internal = {one.path: one for one in documents("notices")(view(done, "internal"), ())}

    assert public == {path: one.inputs for path, one in found.items()}
    inside = opened(internal["notices/月报通报-2025-06.docx"])
    assert "密组" in [one[0] for one in rows(inside, 0)]
