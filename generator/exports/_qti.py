"""One bank as a QTI 2.1 package: a manifest, an item per question, a test per quiz."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from ..base.archive import packed_again
from ..records.question import Question
from ._answered import ascii_name
from ._bank import Bank, Quiz
from ._qti_item import NAMESPACE, item

_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_ITEM, _TEST = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
_POINTS = "POINTS"


def qti(bank: Bank) -> bytes:
    """Pack one bank; names in the package are ASCII, titles are not."""
    found = {str(question.id): question for question in bank.questions}
    items = {_item_path(one): _written(item(found[one])) for one in found}
    tests = {_test_path(one): _written(_test(one, found)) for one in bank.quizzes}
    manifest = _written(_manifest(bank, found))
    return packed_again({"imsmanifest.xml": manifest, **tests, **items})


def _item_path(identifier: str) -> str:
    return f"items/{ascii_name(identifier)}.xml"


def _test_path(quiz: Quiz) -> str:
    return f"tests/{ascii_name(quiz.id)}.xml"


def _test(quiz: Quiz, found: dict[str, Question]) -> Any:
    """All questions in one part, each weighed with its points; the score is their sum."""
    test = etree.Element(
        f"{{{NAMESPACE}}}assessmentTest",
        {"identifier": f"test-{ascii_name(quiz.id)}", "title": quiz.title},
        nsmap={None: NAMESPACE},
    )
    for name in ("SCORE", "MAXSCORE"):
        outcome = _under(test, "outcomeDeclaration", identifier=name)
        outcome.set("cardinality", "single")
        outcome.set("baseType", "float")
        if name == "MAXSCORE":
            value = _under(_under(outcome, "defaultValue"), "value")
            value.text = str(sum(found[one].points for one in quiz.questions))
    part = _under(test, "testPart", identifier="part", navigationMode="nonlinear")
    part.set("submissionMode", "simultaneous")
    section = _under(part, "assessmentSection", identifier="section", title=quiz.title)
    section.set("visible", "true")
    for one in quiz.questions:
        name = ascii_name(one)
        reference = _under(section, "assessmentItemRef", identifier=f"q-{name}")
        reference.set("href", f"../{_item_path(one)}")
        weight = _under(reference, "weight", identifier=_POINTS)
        weight.set("value", str(found[one].points))
    total = _under(_under(test, "outcomeProcessing"), "setOutcomeValue", identifier="SCORE")
    score = _under(_under(total, "sum"), "testVariables", variableIdentifier="SCORE")
    score.set("weightIdentifier", _POINTS)
    return test


def _manifest(bank: Bank, found: Iterable[str]) -> Any:
    manifest = etree.Element(
        f"{{{_PACKAGE}}}manifest",
        {"identifier": f"manifest-{ascii_name(bank.id)}"},
        nsmap={None: _PACKAGE, "xsi": _XSI},
    )
    metadata = _under(manifest, "metadata")
    _under(metadata, "schema").text = "QTIv2.1 Package"
    _under(metadata, "schemaversion").text = "1.0.0"
    _under(manifest, "organizations")
    resources = _under(manifest, "resources")
    for quiz in bank.quizzes:
        one = _resource(resources, f"test-{ascii_name(quiz.id)}", _TEST, _test_path(quiz))
        for question in quiz.questions:
            _under(one, "dependency", identifierref=f"q-{ascii_name(question)}")
    for identifier in found:
        _resource(resources, f"q-{ascii_name(identifier)}", _ITEM, _item_path(identifier))
    return manifest


def _resource(resources: Any, identifier: str, kind: str, path: str) -> Any:
    one = _under(resources, "resource", identifier=identifier, type=kind, href=path)
    _under(one, "file", href=path)
    return one


def _under(parent: Any, name: str, **attributes: str) -> Any:
    space = etree.QName(parent).namespace
    return etree.SubElement(parent, f"{{{space}}}{name}", attributes)


def _written(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"
