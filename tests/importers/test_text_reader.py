"""Text files: encodings, marks, and the formats that are refused with a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator.importers
from generator.base.finding import Finding
from generator.importers import all_importers, all_readers, read_source, supported_suffixes
from generator.importers.source import RULES, Source

TEXT = "# 某案\n\n## 基本案情\n\n这里有一段足够长的文字，用来判断编码。\n"


def source(raw: bytes | str, name: str = "a.md") -> Source:
    found = read_source(raw.encode() if isinstance(raw, str) else raw, name)
    assert isinstance(found, Source), found
    return found


def lines(raw: bytes | str, name: str = "a.md") -> list[str]:
    return [one.text for one in source(raw, name).paragraphs]


@pytest.mark.parametrize("name", ["a.md", "A.MD", "a.markdown", "a.txt", "文件.text"])
def test_suffixes(name):
    assert lines(TEXT, name)[0] == "某案"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding):
    found = source(TEXT.encode(encoding))
    assert [one.text for one in found.paragraphs][1] == "基本案情"
    codes = {one.code for one in found.findings}
    assert codes == (set() if encoding.startswith("utf-8") else {"I201"})


def test_gb18030_case_keeps_every_sign(case):
    run = case(TEXT.encode("gb18030"))
    assert run.codes == {"I201"}
    assert "这里有一段足够长的文字" in run.text()


def test_one_broken_byte_is_no_gb18030():
    raw = (TEXT * 20).encode()
    found = read_source(raw[:300] + b"\xff" + raw[300:], "a.md")
    assert isinstance(found, Finding)
    assert found.code == "I102"
    assert found.place.line > 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_line_ends(ending):
    assert lines(TEXT.replace("\n", ending)) == lines(TEXT)


def test_indentation_and_blank_entities():
    assert lines("　　甲　乙\n \t丙\n&emsp;&emsp;丁&nbsp;\n戊<br>\n") == [
        "甲　乙",
        "丙",
        "丁",
        "戊",
    ]


def test_comments_and_rules_are_no_text():
    found = source("甲\n<!-- 注\n释 --> 乙\n\n---\n\n* * *\n丙 <!-- x --> 丁\n")
    assert [one.text for one in found.paragraphs] == ["甲", "乙", "丙  丁"]
    assert [one.line for one in found.paragraphs] == [1, 3, 8]
    assert found.paragraphs[1].comment == "注\n释"


def test_headings():
    found = source("# 甲 ##\n##乙\n丙\n===\n丁\n---\n#\n").paragraphs
    assert [(one.text, one.level) for one in found] == [
        ("甲", 1), ("乙", 2), ("丙", 1), ("丁", 2), ("#", 0),
    ]  # fmt: skip


def test_strong_and_rows():
    found = source("**甲**\n__乙__\n**丙** 丁\n| a | b |\n").paragraphs
    assert [one.strong for one in found] == [True, True, False, False]
    assert found[3].row
    assert [one.plain for one in found[:2]] == ["甲", "乙"]


def test_invisible_signs_are_taken_out_with_a_notice():
    found = source("甲\u200b乙\ufeff丙\u202e丁\x01\n\u200b\n")
    assert [one.text for one in found.paragraphs] == ["甲乙丙丁"]
    assert found.findings[0].code == "I202"
    assert "5 个" in found.findings[0].message


def test_a_replacement_sign_is_told():
    assert [one.code for one in source("甲\ufffd乙").findings] == ["I202"]


OLE_WITH_PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("raw", "name", "says"),
    [
        (b"%PDF-1.7 x", "a.pdf", "PDF"),
        (b"%PDF-1.7 x", "a.md", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "a.doc", ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "a.docx", "旧格式"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "a.wps", ".wps"),
        (OLE_WITH_PASSWORD, "a.docx", "密码"),
        (b"\x89PNG\r\n", "a.png", "图片"),
        (b"\xff\xd8\xff\xe0", "a.txt", "图片"),
        (b"II*\x00", "a.tif", "图片"),
        (b"RIFF0000WEBPxx", "a.webp", "图片"),
        (b"{\\rtf1", "a.rtf", "RTF"),
        (b"<!DOCTYPE html><html>", "a.html", "网页"),
        (b"<html><body>", "a.docx", "网页"),
        (b"text", "a.doc", ".doc"),
        (b"text", "a.ofd", "OFD"),
        (b"text", "a.docm", "宏"),
        (b"PK\x03\x04", "a.xlsx", "表格"),
        (b"PK\x03\x04", "a.zip", "压缩包"),
        (b"Rar!xx", "a.md", "压缩包"),
        (b"text", "a.xyz", "不认识"),
        (b"", "a.md", "空"),
        (b"  \n\n", "a.md", "没有文字"),
        (b"\x00\x01\x02\x03" * 50, "a.md", "不是文字"),
        (bytes(range(128, 256)) * 3, "a.txt", "不是文字"),
        (b"x" * (8 * 1024 * 1024 + 1), "a.txt", "太大"),
    ],
)
def test_refused_with_a_sentence_that_says_what_to_do(raw, name, says):
    found = read_source(raw, name)
    assert isinstance(found, Finding)
    assert says in found.message
    assert found.hint
    assert found.path == name


def test_a_line_that_begins_like_a_picture_is_text():
    assert lines("BM 公司采购案\n\n正文。\n", "a.txt")[0] == "BM 公司采购案"


def test_importers_and_readers_are_found_without_a_list():
    assert [one.kind for one in all_importers()] == ["case", "lesson", "regulation"]
    assert {".md", ".txt", ".docx"} <= set(supported_suffixes())
    assert [one.order for one in all_readers()] == sorted(one.order for one in all_readers())


def test_every_code_has_its_rule():
    folder = Path(generator.importers.__file__).parent
    used = {
        code
        for path in folder.rglob("*.py")
        for code in re.findall(r'"(I\d{3})", ', path.read_text(encoding="utf-8"))
    }
    assert used == {code for code, _ in RULES}
