"""Whatever a Word file is made of: every visible sign ends in the record or in the report."""

from __future__ import annotations

import io
from collections import Counter

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from generator.base.finding import Finding
from generator.importers import all_importers, read_source
from generator.importers.outcome import REFUSED
from generator.importers.plan import plan
from tests.importers.lesson_plans import TEXT_BOX, add_item, in_face, numbered, png, saved

IMPORTERS = {one.kind: one for one in all_importers()}
WORDS = """教学目标|一、教学目标|教学目标：|（一）知识目标|教学对象：乡科级|课题：甲乙|课题|课时
1课时（45分钟）|教学过程|四、教学过程|（一）导入（5分钟）|1.分组研讨 10'|班级交流（10-15分钟）
点评总结：|小结|时间|环节|内容|教师活动|学员活动|板书设计|板书|漏洞|措施|环节｜漏洞｜措施
甲｜乙｜丙|课后思考|讨论题|参考资料|依据|《某条例》第三条|教学反思|备注|怪标题|三、怪标题
【教学重点】|教师：看。|提问：谁？|学员：|无人回答时：等。|设计意图：略。|参考答案：略|5|5-8
约十分钟|合计|45分钟|用时：5分钟|教案|微课|关键词：甲；乙|1.|①甲|1.甲；2.乙；3.丙。|• 点
授课人：某　　课时：2|9:00-9:10|0:00-1:30|课前准备|学员准备：读材料。|要点|序号""".replace(
    "\n", "|"
).split("|")
ODD = ["| 竖 | 线 |", "|---|", "a | b", "**粗**"]
SIGNS = st.text("甲乙 。：（）|#*【】1-’", max_size=4)
TEXT = st.one_of(
    st.sampled_from(WORDS + ODD),
    st.tuples(st.sampled_from(WORDS), SIGNS).map("".join),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=10),
)
CELL = st.lists(TEXT, max_size=3)
TABLE = st.tuples(
    st.integers(1, 3), st.integers(1, 4), st.lists(CELL, min_size=12, max_size=12),
    st.tuples(*(st.integers(0, 3) for _ in range(4))),
)  # fmt: skip
BLOCK = st.one_of(
    st.tuples(st.just("paragraph"), TEXT),
    st.tuples(st.just("heading"), TEXT, st.integers(1, 3)),
    st.tuples(st.just("lead"), TEXT, TEXT, st.booleans()),
    st.tuples(st.just("item"), TEXT, st.integers(0, 2)),
    st.tuples(st.just("table"), TABLE),
    st.tuples(st.just("picture")),
    st.tuples(st.just("box")),
)


def made(found):
    document = docx.Document()
    numbered(document, [("chineseCounting", "%1、"), ("decimal", "%2."), ("decimal", "（%3）")])
    for kind, *values in found:
        if kind == "paragraph":
            document.add_paragraph(values[0])
        elif kind == "heading":
            document.add_heading(*values)
        elif kind == "lead":
            paragraph = document.add_paragraph()
            run = paragraph.add_run(values[0])
            if values[2]:
                run.bold = True
            else:
                in_face(run, "黑体")
            paragraph.add_run(values[1])
        elif kind == "item":
            add_item(document, *values)
        elif kind == "picture":
            document.add_picture(io.BytesIO(png(7)))
        elif kind == "box":
            document.element.body.insert(len(document.element.body) - 1, parse_xml(TEXT_BOX))
        else:
            add_table(document, *values[0])
    return document


def add_table(document, rows, columns, texts, merge):
    table = document.add_table(rows, columns)
    for number in range(rows):
        for column in range(columns):
            cell = table.cell(number, column)
            for position, text in enumerate(texts[number * columns + column]):
                if position:
                    cell.add_paragraph(text)
                else:
                    cell.paragraphs[0].text = text
    top, left, bottom, right = (
        min(one, bound - 1) for one, bound in zip(merge, (rows, columns) * 2, strict=True)
    )
    table.cell(top, left).merge(table.cell(bottom, right))


def visible(document):
    """The signs that Word shows, found without the reader; numbers of lists left out."""
    texts = document.element.body.xpath("//w:t[not(ancestor::*[local-name()='Fallback'])]")
    return Counter("".join("".join(one.text or "" for one in texts).split()))


@pytest.mark.parametrize("kind", sorted(IMPORTERS))
@given(found=st.lists(BLOCK, min_size=1, max_size=8))
def test_no_sign_of_a_word_file_is_lost(kind, found):
    document = made(found)
    raw = saved(document)
    source = read_source(raw, "某文件.docx")
    if isinstance(source, Finding):
        assert not visible(document) or source.code == "I102"
        return
    came = Counter("".join(source.raw.split()))
    assert not visible(document) - came
    first = plan(IMPORTERS[kind], [("某文件.docx", raw)], {}, audience="内部")
    for report in first.reports:
        assert all(one.code.startswith("I") for one in report.findings)
        if report.count is not None:
            assert (report.count.lost, report.count.extra) == ("", "")
            assert report.count.came == came.total()
    again = plan(IMPORTERS[kind], [("某文件.docx", raw)], first.files, audience="内部")
    assert again.files == {}
    assert again.pictures == {}


@given(found=st.lists(BLOCK, min_size=1, max_size=8))
def test_sentences_of_a_lesson_plan_stand_in_the_record_as_they_were(found):
    sentences = [f"这一句是第{number}号原话，应当原样留着。" for number in range(len(found))]
    document = docx.Document()
    document.add_heading("某课", 0)
    for sentence, (kind, *values) in zip(sentences, found, strict=True):
        if kind in ("paragraph", "heading"):
            document.add_paragraph(values[0])
        elif kind == "table":
            add_table(document, *values[0])
        document.add_paragraph(sentence)
    run = plan(IMPORTERS["lesson"], [("某.docx", saved(document))], {}, audience="内部")
    if {one.status for one in run.reports[0].records} == {REFUSED}:
        assert any("编号" in one.message for one in run.reports[0].findings)
        return
    written = "".join(text.decode() for text in run.files.values())
    assert all(sentence in written for sentence in sentences)
