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
from tests.importers.lesson_plans import in_face, numbered, png  # noqa: E402

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
    numbered(
        document, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    )
    for text, depth in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1)]:
        add_item(document, text, depth)
    assert lines(document) == ["一、甲", "（一）乙", "（二）丙", "1. 丁", "二、戊", "（一）己"]


def test_numbered_articles_become_articles(document, saved, imported):
    numbered(document, [("chineseCountingThousand", "第%1条")])
    document.add_heading("某某办法", 0)
    document.add_paragraph("（2099年1月1日某会议通过）")
    for n in range(1, 13):
        add_item(document, f"内容{n}。")
    record = imported("regulation", {"a.docx": saved(document)}).record()
    numbers = [one.number for one in record.versions[0].articles]
    assert numbers[0] == "第一条"
    assert numbers[11] == "第十二条"
    assert record.versions[0].articles[11].text == "内容12。"


INSERTED = (
    '<w:p><w:r><w:t>保留</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>新增</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>'
)
DELETED_END = (
    '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    "<w:r><w:t>前半</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("xml", "says"), [(INSERTED, "插入 1 处、删除 1 处"), (DELETED_END, "删除 1 处")]
)
def test_tracked_changes_are_refused_with_a_word_on_how_to_accept_them(document, read, xml, says):
    document.add_paragraph("第一段")
    add_xml(document, xml)
    found = read(document)
    assert isinstance(found, Finding)
    assert (found.code, found.place.line) == ("I106", 2)
    assert says in found.message
    assert "第 2 段" in found.message
    assert "接受" in found.hint


def test_changes_of_looks_alone_are_not_in_the_way(document, lines):
    add_xml(
        document,
        '<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange>'
        "</w:rPr><w:t>文字</w:t></w:r></w:p>",
    )
    assert lines(document) == ["文字"]


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
    contents.update(
        {name: one if isinstance(one, bytes) else one.encode() for name, one in parts.items()}
    )
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


def test_embedded_files_are_told(document):
    document.add_paragraph("文字")
    found = read_source(packed(document, {"word/embeddings/b.xlsx": ""}), "a.docx")
    assert any("嵌入的文件 1 个" in one.message for one in found.findings)


def test_a_picture_is_kept_where_it_stands_without_what_it_says_of_people(document, read):
    document.add_paragraph("文字")
    document.add_picture(io.BytesIO(png(1)))
    document.add_paragraph("又是它").add_run().add_picture(io.BytesIO(png(1)))
    found = read(document)
    texts = [one.text for one in found.paragraphs]
    (name,) = found.pictures
    assert texts == ["文字", f"![图1]({name})", "又是它", f"![图1]({name})"]
    assert name.startswith("files/导入/图1-")
    assert name.endswith(".png")
    assert b"Zhang San" in png(1)
    assert b"Zhang San" not in found.pictures[name]
    assert any("Author" in one.message for one in found.findings if one.code == "I204")


def picture_document(document, raw, target=""):
    """A document whose one picture is these bytes, or stands outside at the target."""
    document.add_paragraph("文字")
    document.add_picture(io.BytesIO(png(1)))
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as old:
        relations = old.read("word/_rels/document.xml.rels").decode()
    if target:
        outside = f'Target="{target}" TargetMode="External"'
        relations = relations.replace('Target="media/image1.png"', outside)
    return packed(
        document, {"word/_rels/document.xml.rels": relations, "word/media/image1.png": raw}
    )


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\x89PNG\r\n\x1a\nbroken", "损坏"),
        (b"MZ this is a program", "图1没有导入"),
        (b"<html><script>x</script></html>", "图1没有导入"),
        (b"", "图1没有导入"),
    ],
)
def test_a_picture_that_is_none_is_left_out_with_its_place(document, raw, says):
    found = read_source(picture_document(document, raw), "a.docx")
    assert [one.text for one in found.paragraphs] == ["文字"]
    assert found.pictures == {}
    (about,) = [one for one in found.findings if one.code == "I204"]
    assert says in about.message
    assert about.place.line == 2
    assert about.hint


def test_a_picture_outside_of_the_file_is_not_fetched(document):
    raw = picture_document(document, png(1), "http://example.invalid/x.png")
    found = read_source(raw, "a.docx")
    assert found.pictures == {}
    assert [(one.code, one.place.line) for one in found.findings] == [("I205", 2)]


@pytest.mark.parametrize(
    "code", ["DDEAUTO c:\\cmd.exe x", 'INCLUDETEXT "http://x"', "LINK Excel y"]
)
def test_fields_that_fetch_something_keep_their_words_alone(document, read, code):
    add_xml(
        document,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )
    found = read(document)
    assert [one.text for one in found.paragraphs] == ["结果"]
    assert [(one.code, one.place.line) for one in found.findings] == [("I205", 1)]


def test_a_template_outside_of_the_file_is_told(document):
    document.add_paragraph("文字")
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="x/attachedTemplate" Target="http://x/t.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    found = read_source(packed(document, {"word/_rels/settings.xml.rels": relation}), "a.docx")
    assert [one.code for one in found.findings] == ["I205"]
    assert "模板" in found.findings[0].message


def test_headers_are_named_in_the_report(document, read):
    document.add_paragraph("文字")
    document.sections[0].header.paragraphs[0].text = "某单位 内部材料"
    found = read(document)
    assert [one.text for one in found.paragraphs] == ["文字"]
    assert "某单位内部材料" in "".join(one.message for one in found.findings)
    assert found.account.dropped == (("页眉、页脚", "某单位内部材料"),)


def test_headings_in_front_of_their_text_are_seen(document, saved, case):
    """黑体 or bold at the beginning of a paragraph, as in 一、基本案情。某日……."""
    document.add_paragraph("某某收受礼金案")
    for heading, text in (
        ("一、基本案情。", "某日，某某收下一盒茶叶。"),
        ("二、处理结果：", "警告。"),
    ):
        paragraph = document.add_paragraph()
        in_face(paragraph.add_run(heading), "黑体")
        paragraph.add_run(text)
    record = case(saved(document), "a.docx").record()
    assert record.facts == "某日，某某收下一盒茶叶。"
    assert record.outcome.note == "警告。"


def test_a_case_keeps_its_pictures(document, saved, case):
    document.add_paragraph("某某收受礼金案")
    document.add_paragraph("【关键词】")
    document.add_paragraph("礼金；登记")
    document.add_paragraph("【基本案情】")
    document.add_paragraph("某日。")
    document.add_picture(io.BytesIO(png(3)))
    run = case(saved(document), "a.docx")
    (name,) = run.plan.pictures
    assert run.record().facts == f"某日。\n\n![图1]({name})"


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
        ({"word/document.xml": "<w:p/>" * 900_000}, "I103", "大得不正常"),
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


def test_a_file_with_two_parts_of_one_name_is_refused(document, saved):
    document.add_paragraph("文字")
    buffer = io.BytesIO(saved(document))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<w:document/>")
    found = read_source(buffer.getvalue(), "a.docx")
    assert isinstance(found, Finding)
    assert found.code == "I102"


def test_a_word_file_of_today_under_an_old_name_is_read(document, saved):
    document.add_paragraph("文字")
    assert [one.text for one in read_source(saved(document), "a.doc").paragraphs] == ["文字"]


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
        (2, "decimalEnclosedParen", "⑵"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "numberInDash", "- 4 -"),
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
