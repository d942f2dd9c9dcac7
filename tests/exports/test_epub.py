"""Books: as the specification of EPUB 3 asks, nothing from outside, nothing of the lecturer's."""

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from tests.exports.classroom import EXPLAINED, SECRET, made

XHTML = "application/xhtml+xml"


@pytest.fixture(scope="module")
def public(checked):
    return made(checked, "epub")


@pytest.fixture(scope="module")
def lecturer(checked):
    return made(checked, "epub", "lecturer")


class Opened:
    """A book as a reading program takes it: container, package, contents, chapters."""

    def __init__(self, raw):
        self.archive = zipfile.ZipFile(io.BytesIO(raw))
        container = etree.fromstring(self.archive.read("META-INF/container.xml"))
        self.place = container.find(".//{*}rootfile").get("full-path")
        self.folder = posixpath.dirname(self.place)
        self.package = etree.fromstring(self.archive.read(self.place))
        self.items = {one.get("id"): one for one in self.package.iter("{*}item")}
        self.chapters = [
            self.items[one.get("idref")].get("href") for one in self.package.iter("{*}itemref")
        ]

    def xml(self, name):
        return etree.fromstring(self.archive.read(posixpath.join(self.folder, name)))

    def words(self):
        return "\n".join("".join(self.xml(one).itertext()) for one in self.chapters)


def test_its_kind_comes_first_and_is_not_packed(public):
    for raw in public.values():
        first = zipfile.ZipFile(io.BytesIO(raw)).infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        # A reader looks for the kind at a fixed place: the name has no extra field before it.
        assert raw[30:58] == b"mimetypeapplication/epub+zip"


def test_the_list_of_its_files_is_whole(public):
    for raw in public.values():
        book = Opened(raw)
        listed = {posixpath.join(book.folder, one.get("href")) for one in book.items.values()}
        rest = {"mimetype", "META-INF/container.xml", book.place}

        assert listed | rest == set(book.archive.namelist())


def test_it_says_what_it_is_in_which_language_and_of_which_day(public):
    book = Opened(public["epub/ja-1.epub"])
    told = {etree.QName(one).localname: one.text for one in book.package.find("{*}metadata")}
    modified = book.package.xpath("//*[@property='dcterms:modified']/text()")

    assert told["title"] == "验收签字课"
    assert told["language"] == "zh-CN"
    assert told["identifier"]
    assert modified == ["2026-01-01T00:00:00Z"]


def test_the_contents_lead_to_every_chapter_and_nowhere_else(lecturer):
    for raw in lecturer.values():
        book = Opened(raw)
        (nav,) = (one.get("href") for one in book.items.values() if one.get("properties") == "nav")

        assert [one.get("href") for one in book.xml(nav).iter("{*}a")] == book.chapters
        assert [one.get("src") for one in book.xml("toc.ncx").iter("{*}content")] == book.chapters


def test_every_chapter_is_a_well_formed_page_that_needs_nothing_from_outside(lecturer):
    for raw in lecturer.values():
        book = Opened(raw)
        for item in book.items.values():
            if item.get("media-type") != XHTML:
                continue
            page = book.xml(item.get("href"))
            assert etree.QName(page).namespace == "http://www.w3.org/1999/xhtml"
            assert page.find(".//{*}title").text
            assert not page.findall(".//{*}script")
            for element in page.iter():
                for name in ("src", "href"):
                    assert ":" not in element.get(name, "")
        assert b"url(" not in book.archive.read("book/book.css")


def test_a_book_of_a_lesson_has_plan_questions_and_cases(public):
    book = Opened(public["epub/ja-1.epub"])
    told = book.words()

    assert len(book.chapters) == 3
    for one in ("会看验收单", "<b>没有</b>到现场", "先做什么？", "验收把关", "第三条"):
        assert one in told


def test_a_book_of_a_course_has_each_lesson_in_order_and_each_case_once(public):
    told = Opened(public["epub/kc-1.epub"]).words()

    assert 0 < told.index("会看验收单") < told.index("讲第二课") < told.index("副局长甲某")
    assert told.count("副局长甲某") == 1


def test_what_is_for_the_lecturer_is_in_no_book_for_learners(public, lecturer):
    for path, raw in public.items():
        book = Opened(raw)
        for name in book.archive.namelist():
            inside = book.archive.read(name).decode()
            assert SECRET not in inside, (path, name)
            assert "幕后" not in inside, (path, name)
    told = Opened(lecturer["epub/ja-1.epub"]).words()
    for one in ("暗语讲一", "暗语参考一", "幕后揭示一", EXPLAINED):
        assert one in told


def test_the_same_lesson_gives_the_same_bytes(checked, public):
    assert made(checked, "epub") == public
