"""Word files as people make them: lists, tracked changes, hidden text, notes, and attacks."""

from __future__ import annotations

import io
import zipfile

import pytest

docx = pytest.importorskip("docx")

from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402

from generator.base.finding import Finding  # noqa: E402
from generator.importers import read_source  # noqa: E402
from generator.importers.readers._numbering import write_number  # noqa: E402

W = nsdecls("w")


@pytest.fixture
def document():
    return docx.Document()


@pytest.fixture
def read(saved):
    def run(document):
        return read_source(saved(document), "a.docx")

    return run


@pytest.fixture
def lines(read):
    def run(document):
        return [one.whole for one in read(document).paragraphs]

    return run


def add_xml(document, xml):
    element = parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1))
    document.element.body.insert(len(document.element.body) - 1, element)
    return element


def add_list(document, levels, number="77"):
    """Add a list definition: forms and texts by level."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    root.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{inner}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )


def add_item(document, text, depth=0, number="77"):
    return add_xml(
        document,
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:'
        "numPr></w:pPr>"
        f"<w:r><w:t>{text}</w:t></w:r></w:p>",
    )


def test_headings_by_style(document, read):
    document.add_heading("标题", 0)
    document.add_heading("一级", 1)
    document.add_heading("二级", 2)
    document.add_paragraph("正文")
    found = read(document).paragraphs
    assert [(one.text, one.level) for one in found] == [
        ("标题", 1), ("一级", 1), ("二级", 2), ("正文", 0),
    ]  # fmt: skip


def test_automatic_numbers_are_written_out(document, lines):
    add_list(
        document, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    )
    for text, depth in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1)]:
        add_item(document, text, depth)
    assert lines(document) == ["一、甲", "（一）乙", "（二）丙", "1. 丁", "二、戊", "（一）己"]


def test_numbered_articles_become_articles(document, saved, imported):
    add_list(document, [("chineseCountingThousand", "第%1条")])
    document.add_heading("某某办法", 0)
    document.add_paragraph("（2099年1月1日某会议通过）")
    for n in range(1, 13):
        add_item(document, f"内容{n}。")
    record = imported("regulation", {"a.docx": saved(document)}).record()
    numbers = [one.number for one in record.versions[0].articles]
    assert numbers[0] == "第一条"
    assert numbers[11] == "第十二条"
    assert record.versions[0].articles[11].text == "内容12。"


def test_tracked_changes(document, read):
    add_xml(
        document,
        '<w:p><w:r><w:t>保留</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>新增</w'
        ":t></w:r></w:ins>"
        '<w:del w:id="2" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del>'
        "<w:r><w:t>文字</w:t></w:r></w:p>",
    )
    found = read(document)
    assert found.paragraphs[0].text == "保留新增文字"
    messages = [one.message for one in found.findings]
    assert any("1 处插入" in one for one in messages)
    assert any("1 处删除" in one for one in messages)


def test_a_deleted_paragraph_mark_joins_the_next(document, lines):
    add_xml(
        document,
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
        "<w:r><w:t>前半</w:t></w:r></w:p>",
    )
    document.add_paragraph("后半")
    assert lines(document) == ["前半后半"]


def test_hidden_text_is_left_out_with_a_notice(document, read):
    paragraph = document.add_paragraph("看得见")
    paragraph.add_run("看不见").font.hidden = True
    style = document.styles.add_style("Secret", 2)
    style.font.hidden = True
    paragraph.add_run("样式隐藏", style="Secret")
    shown = paragraph.add_run("又看得见", style="Secret")
    shown.font.hidden = False
    found = read(document)
    assert found.paragraphs[0].text == "看得见又看得见"
    assert any("2 处" in one.message for one in found.findings if "隐藏" in one.message)


def test_tables_become_markdown(document, lines, saved, case):
    document.add_paragraph("某案")
    document.add_paragraph("【基本案情】")
    table = document.add_table(3, 2)
    for row, texts in enumerate((("时间", "金额|元"), ("2020年", "3000"), ("", "合计"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    assert lines(document)[2:] == [
        "| 时间 | 金额\\|元 |", "| --- | --- |", "| 2020年 | 3000 |", "|  | 合计 |",
    ]  # fmt: skip
    record = case(saved(document), "a.docx").record()
    assert record.facts.count("\n") == 3


def test_a_table_of_one_cell_is_a_frame(document, lines, saved, case):
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "框里第一段"
    cell.add_paragraph("框里第二段")
    cell.add_paragraph("框里标题", style="Heading 1")
    assert lines(document) == ["框里第一段", "框里第二段", "# 框里标题"]
    case(saved(document), "a.docx")


def test_merged_cells_and_tables_in_tables(document, saved, case):
    document.add_paragraph("某案")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text = "合并"
    inner = table.cell(1, 1).add_table(2, 2)
    inner.cell(0, 0).text = "内表"
    table.cell(1, 2).add_paragraph("标题", style="Heading 2")
    assert "内表" in case(saved(document), "a.docx").text()


TEXT_BOX = (
    "<w:p><w:r><w:t>正文前</w:t></w:r><w:r>"
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml">'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    "<w:p><w:r><w:t>框中一</w:t></w:r></w:p><w:p><w:r><w:t>框中二</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框中一</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    "<w:r><w:t>正文后</w:t></w:r></w:p>"
)


def test_text_boxes_are_read_once(document, read):
    add_xml(document, TEXT_BOX)
    found = read(document)
    assert [one.text for one in found.paragraphs] == ["正文前正文后", "框中一", "框中二"]
    assert any("文本框" in one.message for one in found.findings)


def test_breaks_tabs_fields_and_links(document, lines):
    add_xml(
        document,
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r><w:r><w"
        ':br w:type="page"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'
        "<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    )
    assert lines(document) == ["甲", "乙\t丙7链接控件"]


def packed(document, parts):
    """A saved document with parts added or replaced."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as old:
        contents = {name: old.read(name) for name in old.namelist()}
    contents.update({name: text.encode() for name, text in parts.items()})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in contents.items():
            new.writestr(name, content)
    return out.getvalue()


def test_notes_stand_after_their_paragraph(document, saved, imported):
    document.add_paragraph("某案")
    add_xml(
        document,
        '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t>继续。</w:t></w:r><w:r><w:endnoteReference w:id="3"/></w:r></w:p>',
    )
    document.add_paragraph("【基本案情】")
    notes = "<w:p><w:r><w:t>注文</w:t></w:r></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p>"
    raw = packed(
        document,
        {
            f"word/{name}s.xml": f'<w:{name}s {W}><w:{name} w:id="{n}">{notes}'
            f"</w:{name}></w:{name}s>"
            for n, name in ((1, "comment"), (2, "footnote"), (3, "endnote"))
        },
    )
    found = read_source(raw, "a.docx")
    assert [one.text for one in found.paragraphs][1:6] == [
        "正文[注2]继续。[尾注3]", "[注2] 注文", "第二段", "[尾注3] 注文", "第二段",
    ]  # fmt: skip
    assert any("批注 1 条" in one.message for one in found.findings)
    imported("case", {"a.docx": raw})


def test_pictures_and_embedded_files_are_told(document):
    document.add_paragraph("文字")
    found = read_source(
        packed(document, {"word/media/a.png": "", "word/embeddings/b.xlsx": ""}), "a.docx"
    )
    messages = " ".join(one.message for one in found.findings)
    assert "图片 1 张" in messages
    assert "嵌入的文件 1 个" in messages


def test_a_scan_in_a_word_file_is_refused(document, read):
    found = read(document)
    assert isinstance(found, Finding)
    assert "没有文字" in found.message
    assert "OCR" in found.hint


ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x "boom"><!ENTITY s SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&x;&s;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("parts", "code", "says"),
    [
        ({"word/document.xml": ENTITY}, "I102", "实体"),
        ({"word/document.xml": "<w:document"}, "I102", "损坏"),
        ({"word/document.xml": "x" * 30_000_000}, "I103", "大得不正常"),
        ({"word/styles.xml": " " * 5_000_000}, "I103", "大得不正常"),
        ({"word/vbaProject.bin": "x"}, "I101", "宏"),
        ({"xl/workbook.xml": "x"}, "I101", "Excel"),
        ({f"x/{n}": "" for n in range(5000)}, "I103", "部件"),
        (
            {
                "word/document.xml": f"<w:document {W}><w:body>"
                + "<w:sdt><w:sdtContent>" * 400
                + "</w:sdtContent></w:sdt>" * 400
                + "</w:body></w:document>"
            },
            "I102",
            "损坏",
        ),
    ],
)
def test_attacks_are_refused(document, parts, code, says):
    document.add_paragraph("文字")
    found = read_source(packed(document, parts), "a.docx")
    assert isinstance(found, Finding)
    assert (found.code, says in found.message) == (code, True)
    assert found.hint


def test_broken_files_are_refused(document, saved):
    raw = saved(document)
    for broken in (raw[: len(raw) // 2], raw[:10], b"PK\x03\x04" + b"\x00" * 50, b"plain text"):
        found = read_source(broken, "a.docx")
        assert isinstance(found, Finding)
        assert found.code == "I102"
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "压缩包" in read_source(empty.getvalue(), "a.docx").message


def test_odd_signs_in_word(document, saved, case):
    document.add_paragraph("某案")
    document.add_paragraph("【基本案情】")
    document.add_paragraph("甲\u200b乙\u2028丙\u202e丁")
    run = case(saved(document), "a.docx")
    assert run.record().facts == "甲乙\n\n丙丁"
    assert "I202" in run.codes


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"),
        (12, "chineseCounting", "十二"),
        (105, "chineseCountingThousand", "一百零五"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (28, "upperLetter", "BB"),
        (2, "lowerLetter", "b"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (2, "ideographTraditional", "乙"),
        (1, "ideographZodiac", "子"),
        (20, "ideographDigital", "二〇"),
        (7, "decimalZero", "07"),
        (13, "chineseLegalSimplified", "拾叁"),
        (5, "unheardOf", "5"),
        (0, "upperRoman", "0"),
    ],
)
def test_forms_of_numbers(number, form, text):
    assert write_number(number, form) == text
