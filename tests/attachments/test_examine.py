"""What may be published comes out usable; what cannot be read is refused, whatever it is."""

import io
import re
import shutil
import struct
import subprocess
import sys
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from generator.attachments import examine, formats
from generator.attachments._exif import orientation_alone, read_exif

ENDINGS = sorted(formats())


def codes(examined):
    return [one.code for one in examined.problems]


def word_file(author="张三丰"):
    document = docx.Document()
    document.core_properties.author = author
    document.core_properties.comments = author
    document.add_heading("通报", 1)
    document.add_paragraph("第一段。")
    document.add_table(1, 2).cell(0, 0).text = "甲"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_stripped_word_file_opens_and_says_the_same():
    raw = word_file()
    examined = examine("通报.docx", raw)
    opened = docx.Document(io.BytesIO(examined.published))

    assert [one.text for one in opened.paragraphs] == ["通报", "第一段。"]
    assert opened.tables[0].cell(0, 0).text == "甲"
    assert opened.core_properties.author == ""
    assert "属性已删去" in examined.problems[0].message
    assert "作者" in examined.problems[0].message
    assert {"正文", "属性「作者」"} <= {one.where for one in examined.texts}


def test_every_part_of_a_stripped_file_has_a_content_type_and_every_relation_a_target(make):
    raw = make.docx(
        "",
        beside=[("customXml", "../customXml/item1.xml"), ("styles", "styles.xml")],
        more={
            "customXml/item1.xml": "<x>数据</x>",
            "customXml/_rels/item1.xml.rels": make.relations([("customXmlProps", "p.xml")]),
            "customXml/p.xml": "<x/>",
            "word/styles.xml": "<styles/>",
        },
    )
    with zipfile.ZipFile(io.BytesIO(examine("甲.docx", raw).published)) as packed:
        names = set(packed.namelist())
        relations = packed.read("word/_rels/document.xml.rels").decode()

    assert names == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
    }
    assert re.findall('Target="([^"]*)"', relations) == ["styles.xml"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_office_opens_a_stripped_word_file(tmp_path):
    (tmp_path / "a.docx").write_bytes(examine("a.docx", word_file()).published)
    command = ["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "a.docx"], check=True, capture_output=True, timeout=300)

    assert "第一段。" in (tmp_path / "a.txt").read_text(encoding="utf-8-sig")


def test_the_same_bytes_are_published_each_time_whatever_the_name():
    program = (
        "import sys, hashlib; from generator.attachments import examine;"
        "print(hashlib.sha256(examine('x.docx', sys.stdin.buffer.read()).published).hexdigest())"
    )
    raw = word_file()
    prints = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=raw,
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1
    assert examine("甲/乙.DOCX", raw) is examine("docx.docx", raw)


def test_what_needs_no_stripping_is_published_as_it_is(make):
    clean = {
        "a.docx": make.docx(""),
        "a.xlsx": make.xlsx(),
        "a.pptx": make.pptx(),
        "a.jpg": make.jpeg(),
        "a.png": make.png(),
        "a.gif": make.gif((0xF9, b"\0\0\0\0"), (0xFF, b"NETSCAPE2.0\3\1\0\0")),
        "a.webp": make.webp(),
        "a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>',
        "a.txt": "公开".encode("gb18030"),
        "a.woff2": b"wOF2 anything",
        "a.zip": make.archive({"甲/a.txt": "公开", "a.png": make.png()}),
    }
    for name, raw in clean.items():
        examined = examine(name, raw)
        assert not examined.problems, name
        assert examined.published == raw, name


def test_a_clean_pdf_is_rewritten_without_notices(make):
    examined = examine("a.pdf", make.pdf(text="public words"))
    reader = PdfReader(io.BytesIO(examined.published))

    assert not examined.problems
    assert reader.pages[0].extract_text() == "public words"
    assert reader.metadata is None
    assert examine("b.pdf", examined.published).published == examined.published


@pytest.mark.parametrize("orientation", [2, 6, 8])
def test_a_turned_picture_stays_turned(make, orientation):
    exif = make.exif(orientation=orientation, author="甲乙丙", place=True)
    for name, raw in (
        ("a.jpg", make.jpeg((0xE1, b"Exif\0\0" + exif))),
        ("a.png", make.png((b"eXIf", exif))),
        ("a.webp", make.webp((b"EXIF", exif), flags=8)),
    ):
        published = examine(name, raw).published
        start = published.index(b"MM\0\x2a")
        kept = read_exif(published[start:])
        assert kept.orientation == orientation
        assert not kept.place
        assert not kept.texts
        assert not examine(name, published).problems
        assert examine(name, published).published == published


def test_exif_in_both_byte_orders_says_the_orientation():
    big = orientation_alone(6)
    little = struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, 0x0112, 3, 1, 6, 0, 0)

    assert read_exif(big).orientation == read_exif(little).orientation == 6


def test_texts_of_a_sheet_come_row_by_row_with_its_name(make):
    rows = (
        '<row r="2"><c r="A2"><v>13800138000</v></c><c r="B2" t="inlineStr"><is><t>电话</t></is>'
        "</c></row>"
    )
    texts = examine("a.xlsx", make.xlsx(rows)).texts

    assert [one.text for one in texts if one.where == "工作表「一月」"] == [
        "公开\n13800138000\t电话"
    ]


def test_a_number_that_formatting_cuts_into_pieces_is_one_text(make):
    body = "<w:p><w:r><w:t>110101</w:t></w:r><w:r><w:t>19900307</w:t></w:r></w:p>"

    assert any("11010119900307" in one.text for one in examine("a.docx", make.docx(body)).texts)


def test_white_letters_on_a_dark_cell_are_seen(make):
    run = '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>表头</w:t></w:r></w:p>'
    body = (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="003366"/></w:tcPr>{run}</w:tc></w:tr></w:tbl>'
    )

    assert examine("a.docx", make.docx(body)).published is not None


def test_hidden_columns_without_content_are_no_matter(make):
    before = '<cols><col min="5" max="16384" hidden="1"/></cols>'

    assert examine("a.xlsx", make.xlsx(before=before)).published is not None


def with_aes(raw):
    """A PDF file whose trailer says that it is encrypted with AES-256."""
    keys = "".join(f"/{key} ({'x' * size})" for key, size in (("O", 48), ("U", 48), ("OE", 32)))
    entry = (
        f"trailer\n<</ID [(a) (a)] /Encrypt <</Filter /Standard /V 5 /R 6 /Length 256 {keys}"
        f"/UE ({'x' * 32}) /Perms ({'x' * 16}) /P -4 /StmF /StdCF /StrF /StdCF"
        " /CF <</StdCF <</CFM /AESV3 /AuthEvent /DocOpen /Length 32>>>> >>"
    )
    return re.sub(rb"trailer\s*<<", entry.encode(), raw)


def test_encrypted_files_are_refused_and_named_so(make):
    writer = PdfWriter(clone_from=io.BytesIO(make.pdf()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    locked = bytearray(make.archive({"a.txt": "公开"}))
    locked[6] |= 1
    locked[locked.index(b"PK\1\2") + 8] |= 1

    for name, raw in (
        ("a.pdf", target.getvalue()),
        ("b.pdf", with_aes(make.pdf())),
        ("a.docx", office),
        ("a.zip", bytes(locked)),
    ):
        examined = examine(name, raw)
        assert codes(examined) == ["P307"]
        assert re.search("密", examined.problems[0].message)
        assert examined.published is None


def test_a_file_with_the_wrong_ending_says_what_it_is(make):
    examined = examine("a.jpg", make.png())

    assert codes(examined) == ["P307"]
    assert "PNG" in examined.problems[0].message
    assert ".png" in examined.problems[0].hint


def forms_in_forms(make):
    """A page that draws a form ten times, which draws another one ten times, and so on."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    def change(writer, page):
        inner = None
        for _ in range(10):
            form = DecodedStreamObject()
            form.set_data(b"/F Do " * 10 if inner else b"0 0 m")
            form[NameObject("/Subtype")] = NameObject("/Form")
            if inner is not None:
                forms = DictionaryObject({NameObject("/F"): inner})
                form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
            inner = writer._add_object(form)
        page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/F"): inner})

    return make.pdf(change=change, text=") Tj " + "/F Do " * 10 + " (")


def bombs(make):
    zeros = b"\0" * (300 * 1024 * 1024)
    inner = make.archive({"a.txt": b"\0" * (60 * 1024 * 1024)})
    deep = make.archive({"a.txt": "甲"})
    for _ in range(8):
        deep = make.archive({"a.zip": deep})
    entity = (
        '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/hostname">]>'
    )
    yield "large member", "a.zip", make.archive({"a.txt": zeros})
    yield "large part", "a.docx", make.docx("", more={"word/a.xml": zeros})
    yield "many members", "a.zip", make.archive({f"{n}.txt": "" for n in range(3000)})
    yield "archives in archives", "a.zip", make.archive({f"{n}.zip": inner for n in range(9)})
    yield "deep archives", "a.zip", deep
    yield "deep xml", "a.docx", make.docx("<w:p>" * 5000 + "</w:p>" * 5000)
    for name, raw in (
        ("a.svg", f'{entity}<svg xmlns="http://www.w3.org/2000/svg">&b;&c;</svg>'.encode()),
        (
            "a.svg",
            f'{entity}<svg xmlns="http://www.w3.org/2000/svg">&b;&c;</svg>'.encode("utf-16"),
        ),
        ("a.docx", make.office("word/document.xml", "a", f"{entity}<document>&c;</document>")),
    ):
        yield "entities", name, raw
    tags = "<w:p/>" * 1_300_000
    yield "many tags", "a.docx", make.docx(tags + make.incompressible())
    stream = " 0 0 m" * 900_000
    yield "large page", "a.pdf", make.pdf(text=f") Tj {stream} (")
    yield "forms in forms", "a.pdf", forms_in_forms(make)
    yield "another encoding", "a.svg", b"<?xml version='1.0' encoding='UTF-7'?><svg/>"
    yield "climbing", "a.zip", make.archive({"../a.txt": "甲"})
    yield "absolute", "a.zip", make.archive({"C:/a.txt": "甲"})


def test_bombs_entities_and_climbing_names_are_refused(make):
    for what, name, raw in bombs(make):
        examined = examine(name, raw)
        assert examined.published is None, what
        assert "P307" in codes(examined), what


def test_two_members_of_one_name_are_refused(make):
    raw = make.archive({"a.txt": "甲", "b.txt": "乙"}).replace(b"b.txt", b"a.txt")

    assert codes(examine("a.zip", raw)) == ["P307"]


def test_an_archive_from_chinese_windows_keeps_its_names(make):
    raw = make.archive({"XXXX.txt": "公开"})
    raw = raw.replace(b"XXXX.txt", "通报".encode("gb18030") + b".txt")
    examined = examine("a.zip", raw.replace(b"PK\1\2", b"PK\1\2"))

    assert "通报.txt" in {one.text for one in examined.texts}


def test_times_and_owners_in_an_archive_are_left_out(make):
    examined = examine("a.zip", make.archive({"a.txt": "公开"}, time=(2024, 5, 6, 7, 8, 10)))
    with zipfile.ZipFile(io.BytesIO(examined.published)) as packed:
        (info,) = packed.infolist()

    assert info.date_time == (1980, 1, 1, 0, 0, 0)
    assert packed.namelist() == ["a.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_plain_text_is_read_in_the_usual_encodings(encoding):
    assert examine("a.csv", "姓名,电话".encode(encoding)).texts[0].text == "姓名,电话"


def test_an_unknown_ending_says_what_to_save_it_as():
    for name in ("a.doc", "a.xyz", "a", ".hidden", "a.mp4", "a.html"):
        examined = examine(name, b"anything")
        assert codes(examined) == ["P308"]
        assert examined.problems[0].hint
        assert examined.published is None


@given(st.sampled_from(ENDINGS), st.binary(max_size=400))
def test_random_bytes_never_raise(ending, raw):
    examined = examine(f"a.{ending}", raw)

    assert examined.published is not None or examined.problems


@given(st.data())
def test_cut_and_changed_files_never_raise(make, data):
    whole = {
        "docx": make.docx("<w:p/>", beside=[("styles", "s.xml")], more={"word/s.xml": "<x/>"}),
        "xlsx": make.xlsx(rows='<row r="2"><c r="A2"><v>1</v></c></row>'),
        "pptx": make.pptx(),
        "pdf": make.pdf(),
        "jpg": make.jpeg((0xE1, b"Exif\0\0" + make.exif(orientation=6, author="甲"))),
        "png": make.png((b"tEXt", b"a\0b")),
        "gif": make.gif((0xFE, b"note")),
        "webp": make.webp((b"XMP ", b"note")),
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/></svg>',
        "zip": make.archive({"a.txt": "公开", "b.png": make.png()}),
    }
    ending = data.draw(st.sampled_from(sorted(whole)))
    raw = bytearray(whole[ending])
    end = data.draw(st.integers(0, len(raw)))
    for position in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=4)):
        raw[position] = data.draw(st.integers(0, 255))
    examined = examine(f"a.{ending}", bytes(raw[:end]))

    assert examined.published is not None or examined.problems


@given(st.binary(max_size=80), st.integers(1, 8))
def test_exif_of_any_bytes_never_raises(tail, orientation):
    raw = orientation_alone(orientation)

    assert read_exif(raw + tail).orientation == orientation
    read_exif(b"II\x2a\0" + tail)
    read_exif(b"MM\0\x2a" + tail)


def test_a_text_box_that_stands_there_twice_for_old_programs_is_no_secret(make):
    box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wp:posOffset"
        f" xmlns:wp='urn:wp'>123</wp:posOffset>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    examined = examine("a.docx", make.docx(body))

    assert examined.published is not None
    assert [one.text for one in examined.texts if one.where == "正文"] == ["公开的正文\n框中文字"]
