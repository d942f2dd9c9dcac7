"""Word files: the page of official documents, what learners may not see, and one page where said.

They are read with python-docx, and as PDF through LibreOffice.
"""

import io
import zipfile
from datetime import date, datetime, timezone

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import view
from generator.exports import documents
from generator.exports._blocks import Paper, Paragraph, Style, text
from generator.exports._measure import title_lines
from generator.exports._one_page import shortened
from generator.exports._word_files import word_file
from generator.lesson_set import Issue
from tests.exports.classroom import FILES, SECRET, made

ISSUE = Issue("试验库", "public", "公开版", lecturer=False, day=date(2026, 1, 1))
KINDS = ("教案", "讲义", "流程单")


def paper(*blocks, title="标题"):
    return Paper("教案", title, ("教案",), blocks, ISSUE)


def all_text(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return "\n".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())


def words(raw):
    document = docx.Document(io.BytesIO(raw))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.fixture(scope="module")
def public(checked):
    return made(checked, "docx")


@pytest.fixture(scope="module")
def lecturer(checked):
    return made(checked, "docx", "lecturer")


def test_a_full_page_has_22_lines_of_28_characters(as_pdf, printed):
    raw = word_file(paper(Paragraph(text("国" * 28 * 60), Style.FLUSH)))
    pages = printed(as_pdf(raw, "docx"))
    full = [words for _, _, words in pages[1]]

    assert full[:22] == ["国" * 28] * 22
    assert len(full) == 23
    assert full[22].replace(" ", "") == "—2—"


def test_a_paragraph_begins_two_characters_in(as_pdf, printed):
    page = printed(as_pdf(word_file(paper(Paragraph(text("国" * 40)))), "docx"))[0]
    first, second = (one for one in page if "国国" in one[2])

    assert 30 < first[0] - second[0] < 33
    assert len(first[2]) == 26


def test_folios_stand_right_on_odd_pages_and_left_on_even_ones(as_pdf, printed):
    raw = word_file(paper(Paragraph(text("国" * 28 * 60), Style.FLUSH)))
    folios = [page[-1] for page in printed(as_pdf(raw, "docx"))]

    assert [one[2] for one in folios] == ["—1—", "—2—", "—3—"]
    assert folios[0][0] > 420
    assert folios[2][0] > 420
    assert 79 < folios[1][0] < 100
    # The text ends 35 mm above the edge of the paper; the dashes stand 7 mm below it.
    assert 747 < folios[0][1] < 770


def test_numbers_are_not_broken_at_the_end_of_a_line(as_pdf, printed):
    page = printed(as_pdf(word_file(paper(Paragraph(text("国" * 25 + "2026年")))), "docx"))[0]

    assert any(one[2].startswith("2026") for one in page)


def test_each_typeface_is_named_with_what_may_stand_in(public):
    table = all_text(public["docx/ja-1-教案.docx"])

    for name, other in (
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        ("仿宋_GB2312", "FangSong"),
        ("黑体", "SimHei"),
        ("楷体_GB2312", "KaiTi"),
        ("宋体", "SimSun"),
    ):
        entry = table.partition(f'<w:font w:name="{name}">')[2].partition("</w:font>")[0]
        assert other in entry.partition("w:altName")[2]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_for_the_lecturer_is_in_no_file_for_learners(public, lecturer, kind):
    assert SECRET not in all_text(public[f"docx/ja-1-{kind}.docx"])
    assert "幕后" not in all_text(public[f"docx/ja-1-{kind}.docx"])
    assert SECRET in words(lecturer[f"docx/ja-1-{kind}.docx"])


def test_the_plan_of_the_lecturer_holds_all_that_is_said_and_asked(lecturer):
    told = words(lecturer["docx/ja-1-教案.docx"])

    for one in (
        "讲：暗语讲一",
        "问：暗语问一",
        "无人回答时：暗语等一",
        "教员：暗语教员一",
        "暗语备注一",
    ):
        assert one in told
    for one in ("暗语环节", "幕后揭示一", "参考：暗语参考一", "1. B。暗语解析一", "2. 1—B，2—A"):
        assert one in told


def test_the_plan_for_learners_has_no_empty_heading(public, lecturer):
    def headings(files):
        document = docx.Document(io.BytesIO(files["docx/ja-1-教案.docx"]))
        return [one.text for one in document.paragraphs if one.style.name == "Heading 1"]

    assert headings(public) == [
        *("一、教学目标", "二、课前阅读", "三、所用案例", "四、时间安排", "五、教学步骤"),
        *("六、要点归纳", "七、小结", "八、依据"),
    ]
    assert "六、板书" in headings(lecturer)


def test_what_an_author_wrote_becomes_what_word_has_for_it(public):
    document = docx.Document(io.BytesIO(public["docx/ja-1-教案.docx"]))
    by_text = {one.text: one for one in document.paragraphs}

    assert by_text["一、先看单据"].style.name == "Black"
    assert by_text["1. 第一步看日期"].style.name == "Body Text"
    assert [one.text for one in by_text["1. 第一步看日期"].runs if one.bold] == ["日期"]
    assert by_text["甲组"].style.name == "List Bullet"
    assert by_text["甲一组"]._p.pPr.numPr.ilvl.val == 1
    assert ["收货单", "库管"] in [
        [cell.text for cell in row.cells] for table in document.tables for row in table.rows
    ]


def test_markup_of_an_author_is_text(public):
    assert "<b>没有</b>到现场" in words(public["docx/ja-1-讲义.docx"])


def test_the_hand_out_has_lines_to_write_on_and_questions_without_answers(public, lecturer):
    document = docx.Document(io.BytesIO(public["docx/ja-1-讲义.docx"]))
    told = words(public["docx/ja-1-讲义.docx"])

    assert sum(one.style.name == "Answer Line" for one in document.paragraphs) >= 4
    assert "先做什么？" in told
    assert "A. 签" in told
    assert "参考答案" not in told
    assert "参考答案：练习题" in words(lecturer["docx/ja-1-讲义.docx"])


def test_an_explanation_does_not_stand_beside_its_question(public):
    assert not [path for path, raw in public.items() if "公开的解析" in all_text(raw)]


def test_case_sheet_and_run_sheet_are_one_page(checked, as_pdf, printed):
    long = "这一句话写得很长，为的是看它怎样放进一页。" * 30
    step = (
        f"  - {{环节: 研讨, 分钟: 5, 内容: {long}, 讲: {long}, 问: {long}, 无人回答时: {long}}}\n"
    )
    case = (
        f"要点: {long}\n基本案情: {long}\n漏洞:\n"
        + "".join(
            f"  - {{编号: L{one}, 类型: 把关, 说明: {long}, 措施: [{long[:400]}, {long[:400]}]}}\n"
            for one in range(9)
        )
        + "讨论题:\n"
        + f"  - {{题目: {long[:400]}}}\n" * 6
    )
    files = {
        "materials/lessons/ja-9.yaml": f"标题: 长课\n范围: 公开\n教学步骤:\n{step * 9}",
        "cases/gc-9.yaml": f"标题: {'长' * 90}\n范围: 公开\n{case}",
    }
    for edition in ("public", "lecturer"):
        found = made(checked, "docx", edition, files)
        for path in ("docx/ja-9-流程单.docx", "docx/gc-9-一页案例.docx"):
            (page,) = printed(as_pdf(found[path], "docx"))
            assert page[-2][1] > 560, "the page is used"


def test_a_short_case_is_not_shortened(public):
    told = words(public["docx/gc-1-一页案例.docx"])

    for one in (
        "没看就签。",
        "没有</b>到现场。",
        "2. 拍照片",
        "谁该到场？",
        "党内警告　第一种形态",
    ):
        assert one in told
    assert "……" not in told


def test_the_run_sheet_says_when_each_step_begins_and_ends(public):
    document = docx.Document(io.BytesIO(public["docx/ja-1-流程单.docx"]))
    first = [row.cells[0].text for row in document.tables[-1].rows]

    assert first == ["起止和环节", "0—5 分\n导入", "5—45 分\n分组研讨", "合计 45 分"]


def test_properties_tell_the_day_and_the_site_and_nobody(lecturer):
    core = docx.Document(io.BytesIO(lecturer["docx/ja-1-教案.docx"])).core_properties

    assert core.created == core.modified == datetime(2026, 1, 1, tzinfo=timezone.utc)
    assert (core.title, core.author, core.last_modified_by) == ("验收签字课", "试验库", "")


def test_what_is_made_up_says_so(public):
    assert "虚构教学材料" in words(public["docx/ja-1-教案.docx"])
    assert "虚构" not in words(public["docx/ja-2-教案.docx"])


def test_the_same_lesson_gives_the_same_bytes(checked, lecturer):
    assert made(checked, "docx", "lecturer") == lecturer


def test_a_change_in_one_lesson_concerns_its_own_files_alone(checked):
    def inputs(files):
        return {one.path: one.inputs for one in documents("docx")(view(checked(files), "public"))}

    path = "materials/lessons/ja-2.yaml"
    before, after = inputs(FILES), inputs({**FILES, path: FILES[path].replace("讲第二课", "改")})

    assert {one for one in before if before[one] != after[one]} == {
        f"docx/ja-2-{kind}.docx" for kind in KINDS
    }


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("短标题", ("短标题",)),
        ("同一段路两张罚单：行政执法的裁量怎样经得起数据", 2),
        ("某镇设施农业用地备案弄虚作假案（虚构教学案例）", 2),
        ("长" * 45, 3),
    ],
)
def test_a_long_title_breaks_where_it_pauses(title, lines):
    found = title_lines(title, 20)

    assert "".join(found) == title
    assert all(len(one) <= 20 for one in found)
    assert found == lines if isinstance(lines, tuple) else len(found) == lines
    assert not any(one.startswith(("：", "，", "）")) for one in found)


@given(st.text("国家。；，：！a1 ", max_size=300), st.integers(3, 120))
def test_what_is_shortened_is_a_beginning_and_short_enough(words, most):
    found = shortened(words, most)

    assert len(found) <= most
    assert " ".join(words.split()).startswith(found.removesuffix("……"))
