"""SCORM 1.2: the package is whole, holds what learners may see, and nothing that they may not."""

import io
import json
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from generator.base.declaration import shapes
from generator.records.lesson import BoardRow, Lesson, Reveal, Step
from tests.exports.quiz_library import FILES, digests, exported
from tests.web.script_floor import refused
from tests.web.style_floor import refused as refused_styles

PATH = "scorm/ja-yi-scorm12.zip"
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
SECRET = "秘密"


def opened(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def files(checked):
    return exported(checked, "scorm")


@pytest.fixture(scope="module")
def package(files):
    return opened(files[PATH])


def test_a_package_per_lesson_with_a_quiz(files):
    assert sorted(files) == ["scorm/ja-san-scorm12.zip", PATH]


def test_the_manifest_names_every_file_and_one_thing_to_play(package):
    manifest = ET.fromstring(package["imsmanifest.xml"])
    resources = manifest.findall(f".//{CP}resource")

    assert manifest.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    assert [one.get(f"{ADL}scormtype") for one in resources] == ["sco"]
    assert resources[0].get("href") == "index.html"
    named = {one.get("href") for one in resources[0].findall(f"{CP}file")}
    assert named == set(package) - {"imsmanifest.xml"}
    item = manifest.find(f".//{CP}item")
    assert item.get("identifierref") == resources[0].get("identifier")
    assert item.findtext(f"{CP}title") == "一课：变更与验收"
    assert item.findtext(f"{ADL}masteryscore") == "60"


def test_the_page_holds_the_lesson_and_its_quiz(package):
    page = package["index.html"]

    for shown in (
        *("一句话。", "会看签字", "先读案情。", "某镇河道案（虚构）", "某镇修河道。"),
        *("学员看到的", "讨论内容", "签字不等于发生", "回去看一样东西。"),
        *("哪些属于应当公开招标的情形？", "共 8 题"),
    ):
        assert shown in page
    assert page.count('class="question"') == 8


def test_every_field_for_lecturers_is_filled_here_so_that_its_absence_says_something():
    lesson = FILES["materials/lessons/ja-yi.yaml"]

    for part in (Lesson, Step):
        for shape in shapes(part).values():
            if shape.lecturer:
                assert f"{shape.label}:" in lesson, shape.label
    assert lesson.count(SECRET) >= len(shapes(Step)) - 3 + len(shapes(BoardRow)) + 2
    assert Reveal.embargo


def test_nothing_for_lecturers_is_in_the_package(package):
    for name, text in package.items():
        assert SECRET not in text, name
    whole = "".join(package.values())
    assert "教员案例" not in whole
    assert "一是没有比价" not in whole, "what a short answer should say is for those who mark it"
    assert "教员版" not in whole


def test_an_explanation_is_there_only_where_it_is_public(package):
    assert "因为如此。" in package["index.html"]
    assert "先比较</strong>，后决定" not in package["index.html"]
    assert "可参照案例" not in package["index.html"]


def test_a_lesson_for_lecturers_alone_makes_no_package(checked):
    lesson = FILES["materials/lessons/ja-yi.yaml"].replace("范围: 公开", "范围: 教员")
    made = exported(checked, "scorm", FILES | {"materials/lessons/ja-yi.yaml": lesson})

    assert sorted(made) == ["scorm/ja-san-scorm12.zip"]


def test_nothing_is_fetched_from_elsewhere(package):
    for name, text in package.items():
        if name != "imsmanifest.xml":
            assert not re.search(r"(?:https?:)?//[a-z]", text), name
    named = set(re.findall(r'(?:src|href)="([^"#]+)"', package["index.html"]))
    assert named == set(package) - {"imsmanifest.xml", "index.html"}


def test_old_browsers_run_it(package):
    for name in ("answers.js", "platform.js", "quiz.js"):
        assert list(refused(package[name])) == [], name
    assert list(refused_styles(package["page.css"])) == []


def test_it_marks_with_the_answers_of_the_records(package):
    text = package["answers.js"].removeprefix("window.anjianQuiz = ").removesuffix(";\n")
    found = {one["id"]: one["right"] for one in json.loads(text)["questions"]}

    assert list(found.values()) == [
        [["D"]],
        [["ABD"]],
        [["错"]],
        [["400", "四百"], ["公开招标", "=公开{招}标"]],
        [["%甲方"]],
        [],
        [["BA"]],
        [["BDAC"]],
    ]
    assert all(name.isascii() for name in found)


def test_the_same_library_gives_the_same_bytes(checked, files):
    assert exported(checked, "scorm", dict(reversed(FILES.items()))) == files


def test_a_note_for_lecturers_changes_no_package(checked):
    lesson = FILES["materials/lessons/ja-yi.yaml"]
    noted = FILES | {"materials/lessons/ja-yi.yaml": lesson.replace("秘密·备注", "另一条备注")}
    shown = FILES | {"materials/lessons/ja-yi.yaml": lesson.replace("讨论内容", "改过的内容")}
    before = digests(checked, "scorm")

    assert digests(checked, "scorm", noted) == before
    after = digests(checked, "scorm", shown)
    assert {path for path in before if before[path] != after[path]} == {PATH}
