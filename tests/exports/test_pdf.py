"""PDF files: the same page as in Word, tagged for screen readers; read with pypdf and Poppler."""

import io
from datetime import date

import pytest

pytest.importorskip("weasyprint")

from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from generator.exports import _pdf_files
from generator.exports._blocks import Paper, Paragraph, Style, text
from generator.lesson_set import Issue
from tests.exports.classroom import SECRET, made

ISSUE = Issue("试验库", "public", "公开版", lecturer=False, day=date(2026, 1, 1))


def paper(*blocks):
    return Paper("教案", "标题", ("教案",), blocks, ISSUE)


def words(raw):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages)


@pytest.fixture(scope="module")
def public(checked):
    return made(checked, "pdf")


@pytest.fixture(scope="module")
def lecturer(checked):
    return made(checked, "pdf", "lecturer")


def test_a_full_page_has_22_lines_of_28_characters(printed):
    pages = printed(_pdf_files.pdf_file(paper(Paragraph(text("国" * 28 * 60), Style.FLUSH))))
    full = [words for _, _, words in pages[1]]

    assert full == [*["国" * 28] * 22, "—2—"]


def test_folios_stand_right_on_odd_pages_and_left_on_even_ones(printed):
    pages = printed(_pdf_files.pdf_file(paper(Paragraph(text("国" * 28 * 60), Style.FLUSH))))
    folios = [page[-1] for page in pages]

    assert [one[2] for one in folios] == ["—1—", "—2—", "—3—"]
    assert folios[0][0] > 420
    assert folios[2][0] > 420
    assert 79 < folios[1][0] < 100
    assert 747 < folios[0][1] < 770


def test_it_is_tagged_and_says_its_title_and_language(public):
    reader = PdfReader(io.BytesIO(public["pdf/ja-1-教案.pdf"]))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-CN"
    assert reader.metadata.title == "验收签字课"
    assert reader.metadata.author == "试验库"
    assert reader.metadata.creation_date.date() == date(2026, 1, 1)
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_what_is_for_the_lecturer_is_in_no_file_for_learners(public, lecturer):
    for path, raw in public.items():
        assert SECRET not in words(raw), path
        assert "幕后" not in words(raw), path
    assert "暗语讲一" in words(lecturer["pdf/ja-1-教案.pdf"])


def test_case_sheet_and_run_sheet_are_one_page(public, lecturer):
    for files in (public, lecturer):
        for path in ("pdf/gc-1-一页案例.pdf", "pdf/ja-1-流程单.pdf"):
            assert len(PdfReader(io.BytesIO(files[path])).pages) == 1


def test_the_same_lesson_gives_the_same_bytes(checked, public):
    assert made(checked, "pdf") == public


def test_nothing_is_fetched():
    with pytest.raises(FatalURLFetchingError):
        _pdf_files.HTML(
            string='<style>@import "https://example.org/a.css"</style>',
            url_fetcher=_pdf_files._closed,
        ).write_pdf()
