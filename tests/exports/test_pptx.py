"""Decks: notes for the lecturer alone, tables and charts that can be edited, text that fits.

They are read with lxml and openpyxl, and as PDF through LibreOffice.
"""

import io
import re
import zipfile

import openpyxl
import pytest

pytest.importorskip("pptx")

from lxml import etree
from pptx import Presentation

from tests.exports.classroom import FILES, SECRET, made

DECK = "pptx/ja-1.pptx"


def members(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def slide_titles(raw):
    return [one.shapes.title.text for one in Presentation(io.BytesIO(raw)).slides]


@pytest.fixture(scope="module")
def public(checked):
    return made(checked, "pptx")


@pytest.fixture(scope="module")
def lecturer(checked):
    return made(checked, "pptx", "lecturer")


def test_it_goes_through_the_lesson_in_order(lecturer):
    assert slide_titles(lecturer[DECK]) == [
        *("验收签字课", "教学目标", "课堂安排（共 45 分钟）", "案情：空白验收单案"),
        *("时间线：空白验收单案", "导入（5 分钟）", "分组研讨（40 分钟）"),
        *("讨论题 1　空白验收单案", "漏洞与措施：空白验收单案", "处理结果：空白验收单案"),
        *("揭示：后来", "板书", "要点归纳", "小结"),
        *("练习 1（单选）", "练习 2（连线）　连起来", "练习 3（填空）", "依据"),
    ]


def test_a_deck_for_learners_has_no_notes_and_nothing_of_the_lecturer(public):
    for raw in public.values():
        inside = members(raw)
        assert not [one for one in inside if "notes" in one.lower()]
        for name, content in inside.items():
            shown = content
            if name.endswith((".xml", ".rels")):
                shown = "".join(etree.fromstring(content).itertext()).encode()
            assert SECRET.encode() not in shown, name
            assert "幕后".encode() not in shown, name


def test_the_notes_say_what_to_say_to_ask_and_to_do_in_silence(lecturer):
    notes = {}
    for one in Presentation(io.BytesIO(lecturer[DECK])).slides:
        if one.has_notes_slide:
            notes[one.shapes.title.text] = one.notes_slide.notes_text_frame.text

    assert notes["导入（5 分钟）"] == "讲：暗语讲一\n问：暗语问一\n无人回答时：暗语等一"
    assert notes["讨论题 1　空白验收单案"] == "参考：暗语参考一"
    assert notes["练习 1（单选）"] == "答案：B\n解析：暗语解析一"


def test_the_minutes_are_a_chart_with_its_numbers_in_a_workbook(public):
    inside = members(public[DECK])
    (chart,) = (one for one in inside if re.fullmatch(r"ppt/charts/chart\d+\.xml", one))
    (book,) = (one for one in inside if one.endswith(".xlsx"))
    rows = list(openpyxl.load_workbook(io.BytesIO(inside[book])).active.values)

    assert etree.fromstring(inside[chart]).find(".//{*}barChart") is not None
    assert rows == [(None, "分钟"), ("导入", 5), ("分组研讨", 40)]


def test_time_line_loopholes_and_board_are_tables(lecturer):
    tables = {
        one.shapes.title.text: [
            [cell.text for cell in row.cells]
            for shape in one.shapes
            if shape.has_table
            for row in shape.table.rows
        ]
        for one in Presentation(io.BytesIO(lecturer[DECK])).slides
    }

    assert tables["时间线：空白验收单案"][1] == ["2020年3月", "签字"]
    assert tables["漏洞与措施：空白验收单案"][1] == ["验收把关\n不到现场。", "1. 到现场\n2. 拍照片"]
    assert tables["板书"][1] == ["暗语环节", "暗语漏洞", "暗语措施"]


def test_slides_are_16_to_9_with_layouts_of_our_own(public):
    deck = Presentation(io.BytesIO(public[DECK]))

    assert deck.slide_width * 9 == deck.slide_height * 16
    assert [one.name for one in deck.slide_layouts] == ["封面", "正文", "标题", "讨论"]
    assert "微软雅黑" in members(public[DECK])["ppt/theme/theme1.xml"].decode()


def test_all_text_of_a_long_lesson_stands_on_its_slides(checked, as_pdf, printed):
    long = "".join(f"第{number}句话写得很长，为的是看它怎样分到几页上。" for number in range(40))
    row = f"{{编号: L1, 类型: 把关, 说明: {long}, 措施: [{long[:400]}, {long[:400]}]}}"
    files = {
        "materials/lessons/ja-9.yaml": f"标题: {'长' * 60}\n范围: 公开\n案例: [{{案例: gc-9}}]\n"
        f"教学步骤: [{{环节: 研讨, 分钟: 45, 内容: {long}}}]\n"
        f"要点归纳: [{', '.join([long[:450]] * 5)}]\n",
        "cases/gc-9.yaml": f"标题: {'长' * 60}\n范围: 公开\n基本案情: {long}\n漏洞: [{row}]\n"
        f"时间线: [{', '.join([f'{{时间: 2020-03, 事件: {long[:300]}}}'] * 9)}]\n"
        f"讨论题: [{{题目: {long[:480]}}}]\n",
    }
    raw = made(checked, "pptx", "public", files)["pptx/ja-9.pptx"]
    pages = printed(as_pdf(raw, "pptx"))

    assert len(pages) == len(slide_titles(raw))
    everything = "".join(one[2] for page in pages for one in page)
    assert "第39句话" in everything
    for number, page in enumerate(pages, 1):
        tops = [one[1] for one in page]
        assert min(tops) >= 0, number
        body = [top for top in tops if top < 505]
        assert max(body) < 495, number


def test_the_same_lesson_gives_the_same_bytes(checked, lecturer):
    assert made(checked, "pptx", "lecturer") == lecturer


def test_there_is_a_deck_for_each_lesson(public):
    assert set(public) == {DECK, "pptx/ja-2.pptx"}
    assert len(FILES) > len(public)
