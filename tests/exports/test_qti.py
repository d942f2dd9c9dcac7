"""QTI 2.1: a package whose items ask, answer and mark as the records do."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from tests.exports.quiz_library import FILES, exported

LESSON, WHOLE = "qti/ja-yi-测验-qti.zip", "qti/题库-qti.zip"
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"


def opened(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}


@pytest.fixture(scope="module")
def files(checked):
    return exported(checked, "qti")


@pytest.fixture(scope="module")
def package(files):
    return opened(files[LESSON])


@pytest.fixture(scope="module")
def items(package):
    """Each item by its number in the quiz, from 0."""
    test = package["tests/ja-yi.xml"]
    return [
        package[one.get("href").removeprefix("../")] for one in test.iter(f"{QTI}assessmentItemRef")
    ]


def right(item, name="RESPONSE"):
    for one in item.findall(f"{QTI}responseDeclaration"):
        if one.get("identifier") == name:
            return [value.text for value in one.iterfind(f"{QTI}correctResponse/{QTI}value")]
    raise AssertionError(name)


def offered(item, kind):
    """What may be chosen, by its name; what it is called stands in the item alone."""
    return {one.get("identifier"): one.text for one in item.iter(f"{QTI}{kind}")}


def template(item):
    return item.find(f"{QTI}responseProcessing").get("template", "").removeprefix(TEMPLATES)


def test_every_file_is_in_the_manifest_and_every_reference_leads_to_one(files):
    for raw in files.values():
        found = opened(raw)
        resources = found["imsmanifest.xml"].findall(f".//{CP}resource")
        assert {one.get("href") for one in resources} == set(found) - {"imsmanifest.xml"}
        names = {one.get("identifier") for one in resources}
        assert len(names) == len(resources)
        needed = {
            one.get("identifierref") for one in found["imsmanifest.xml"].iter(f"{CP}dependency")
        }
        assert needed <= names
        for path, tree in found.items():
            for one in tree.iter(f"{QTI}assessmentItemRef"):
                assert f"items/{one.get('href').rpartition('/')[2]}" in found, path
        assert all(name.isascii() for name in found)


def test_a_test_per_quiz_with_points(files):
    found = opened(files[WHOLE])
    tests = [one for path, one in found.items() if path.startswith("tests/")]

    assert [one.get("title") for one in tests] == ["第三课", "一课：变更与验收"]
    points = [one.get("value") for one in tests[1].iter(f"{QTI}weight")]
    assert points == ["3", "4", "1", "2", "1", "10", "1", "2"]
    total = tests[1].find(f"{QTI}outcomeProcessing/{QTI}setOutcomeValue/{QTI}sum/*")
    assert total.get("weightIdentifier") == "POINTS"


def test_choices(items):
    single, several, judged = items[:3]

    assert offered(single, "simpleChoice")[right(single)[0]] == "a -> b <i>"
    assert single.find(f".//{QTI}choiceInteraction").get("maxChoices") == "1"
    assert [offered(several, "simpleChoice")[one] for one in right(several)] == ["甲", "乙", "丁"]
    assert several.find(f".//{QTI}choiceInteraction").get("maxChoices") == "0"
    assert [offered(judged, "simpleChoice")[one] for one in right(judged)] == ["错误"]
    assert {template(one) for one in items[:3]} == {"match_correct"}


def test_blanks(items):
    several, one = items[3:5]

    def keys(item):
        return [
            [entry.get("mapKey") for entry in declared.iter(f"{QTI}mapEntry")]
            for declared in item.findall(f"{QTI}responseDeclaration")
        ]

    assert keys(several) == [["400", "四百"], ["公开招标", "=公开 {招} 标"]]
    body = several.find(f"{QTI}itemBody/{QTI}p")
    assert [gap.get("responseIdentifier") for gap in body] == ["RESPONSE1", "RESPONSE2"]
    assert [body.text, *(gap.tail for gap in body)] == ["达到", "万元的应当", "，例外见 规定。"]
    shared = several.find(f"{QTI}responseProcessing/{QTI}setOutcomeValue/{QTI}divide")
    assert len(shared.findall(f"{QTI}sum/{QTI}mapResponse")) == int(shared[1].text) == 2
    assert keys(one) == [["%甲方"]]
    assert template(one) == "map_response"


def test_a_short_answer_is_marked_by_people_who_see_what_it_should_say(items):
    said = items[5]
    rubric = said.find(f".//{QTI}rubricBlock")

    assert said.find(f".//{QTI}extendedTextInteraction") is not None
    assert rubric.get("view") == "scorer"
    assert "".join(rubric.itertext()) == "一是没有比价；二是=没有验收。"
    assert said.find(f"{QTI}responseProcessing") is None
    assert right(said) == []


def test_a_matching_and_an_ordering(items):
    matching, ordering = items[6:]
    names = offered(matching, "simpleAssociableChoice")

    assert [tuple(names[one] for one in pair.split()) for pair in right(matching)] == [
        ("提出->变更", "合并计算"),
        ("验收", "钻芯"),
    ]
    assert len(names) == 5
    order = offered(ordering, "simpleChoice")
    assert [order[one] for one in right(ordering)] == ["提出", "收方", "审批", "付款"]
    assert ordering.find(f"{QTI}responseDeclaration").get("cardinality") == "ordered"


def test_an_explanation_is_shown_after_the_answer(items):
    feedback = items[0].find(f"{QTI}modalFeedback")
    outcome = items[0].find(f"{QTI}outcomeDeclaration[@identifier='FEEDBACK']")

    assert feedback.get("identifier") == outcome.findtext(f"{QTI}defaultValue/{QTI}value")
    assert feedback.find(f"{QTI}p/{QTI}strong").text == "先比较"
    assert [one.text for one in feedback.iter(f"{QTI}td")] == ["一", "二"]
    assert items[2].find(f"{QTI}modalFeedback") is None


def test_the_same_library_gives_the_same_bytes(checked, files):
    assert exported(checked, "qti", dict(reversed(FILES.items()))) == files
