"""Attachments that could be published are looked into; others are left alone."""

import io

import docx
import pytest

from generator.base.finding import Level
from generator.base.project import Project
from generator.build import check

CASE = "标题: 采购串标案\n性质: 警示\n要点: 见[附件](files/a.docx)。\n"


def word(text="公开", author="", *, hidden=""):
    document = docx.Document()
    document.core_properties.author = author
    document.add_paragraph(text)
    if hidden:
        document.add_paragraph().add_run(hidden).font.hidden = True
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.fixture
def look(today):
    def run(attached, page="", files=(), configuration="site_name: a\n"):
        pages = {"docs/a.md": f"# 说明\n\n{page}\n".encode(), **dict(files)}
        project = Project(
            pages, frozenset(attached), configuration.encode(), attached=dict(attached)
        )
        found = check(project, today).findings
        return [one for one in found if one.path.startswith("docs/") and one.code[0] == "P"]

    return run


def test_what_is_stripped_is_a_notice(look):
    (found,) = look({"files/a.docx": word(author="王小明")}, "[附件](files/a.docx)")

    assert found.line().startswith("docs/files/a.docx:1:1: 提示 P301 属性已删去：")
    assert not found.stops_publishing
    assert "王小明" not in found.message


def test_what_a_person_has_to_change_stops_publishing(look):
    found = look({"files/a.docx": word(hidden="内情")}, "[附件](files/a.docx)")
    (hidden,) = [one for one in found if one.code == "P304"]

    assert hidden.level is Level.WARNING
    assert hidden.stops_publishing
    assert hidden.hint


def test_a_file_that_nothing_names_is_not_looked_into(look):
    found = look({"files/a.docx": b"broken", "b.doc": b"x"})

    assert [(one.path, one.code) for one in found] == [
        ("docs/b.doc", "P310"),
        ("docs/files/a.docx", "P310"),
    ]
    assert not any(one.stops_publishing for one in found)


def test_a_file_that_only_an_internal_record_names_stops_nobody(look):
    found = look({"files/a.docx": b"broken"}, files={"cases/a.yaml": CASE.encode()})

    assert found == []


@pytest.mark.parametrize("name", ["a.doc", "a.mp4", "a.wps"])
def test_what_cannot_be_looked_into_stops_publishing(look, name):
    (found,) = look({name: b"x"}, f"[附件]({name})")

    assert (found.code, found.stops_publishing) == ("P308", True)


def test_records_and_style_sheets_name_files_too(look):
    configuration = "site_name: a\nextra_css: [style.css]\n"
    found = look(
        {"files/a.docx": b"x", "style.css": b"a { background: url(b.png) }", "b.png": b"x"},
        files={"cases/a.yaml": (CASE + "范围: 公开\n").encode()},
        configuration=configuration,
    )

    assert {one.path for one in found} == {"docs/files/a.docx", "docs/b.png"}


def test_a_classified_attachment_is_an_error(look):
    found = look({"a.txt": "机密★10年\n某文件".encode()}, "[附件](a.txt)")
    (mark,) = [one for one in found if one.code == "P201"]

    assert mark.level is Level.ERROR


def test_personal_data_in_an_attachment_stops_publishing_with_its_place(look):
    text = "联系电话 13800138000，身份证号 11010519491231002X"
    found = look({"a.docx": word(text)}, "[附件](a.docx)")
    private = [one for one in found if one.code in ("P101", "P102")]

    assert {one.code for one in private} == {"P101", "P102"}
    assert all(one.stops_publishing and "「正文」" in one.message for one in private)


def test_what_stripping_removes_is_no_personal_data(look):
    found = look({"a.docx": word(author="11010519491231002X")}, "[附件](a.docx)")

    assert [one.code for one in found] == ["P301"]


def test_many_numbers_of_one_kind_are_one_finding(look):
    text = "电话 13800138000、13900139000、13700137000"
    found = look({"a.txt": text.encode()}, "[附件](a.txt)")

    assert [(one.code, "共 3 处" in one.message) for one in found] == [("P102", True)]


def test_constants_of_programs_are_no_telephone_numbers(look):
    configuration = "site_name: a\nextra_javascript: [a.js]\n"
    script = b"/* mail@example.org */ var a = 13800138000;"

    assert look({"a.js": script}, configuration=configuration) == []
