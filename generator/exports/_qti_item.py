"""One question as a QTI 2.1 item: what is asked, what is right, how it is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from ..answers import LETTERS, letters
from ..records.question import (
    BLANK,
    JUDGEMENT,
    MATCHING,
    ORDERING,
    SEVERAL,
    SHORT,
    SINGLE,
    Question,
)
from ._answered import (
    ascii_name,
    choices,
    is_true,
    reference_answer,
    spellings,
    with_blanks,
)
from ._prose_html import blocks_of

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_GAP = "qti-gap-"
_KEPT = {"colspan", "rowspan"}


def item(question: Question) -> Any:
    """The item of one question as an element; its score is between 0 and 1.

    The test gives it its points.
    """
    name = ascii_name(question.id)
    root = etree.Element(
        f"{{{NAMESPACE}}}assessmentItem",
        {
            "identifier": f"q-{name}",
            "title": f"{question.type}　{question.id}",
            "adaptive": "false",
            "timeDependent": "false",
            "{http://www.w3.org/XML/1998/namespace}lang": "zh-CN",
        },
        nsmap={None: NAMESPACE},
    )
    _ITEMS[question.type](root, question)
    if question.explanation:
        feedback = _under(
            root,
            "modalFeedback",
            outcomeIdentifier="FEEDBACK",
            identifier="EXPLANATION",
            showHide="show",
        )
        _into(feedback, blocks_of(question.explanation))
    return root


def _response(root: Any, name: str, cardinality: str, kind: str, right: Sequence[str]) -> Any:
    one = _under(
        root, "responseDeclaration", identifier=name, cardinality=cardinality, baseType=kind
    )
    if right:
        correct = _under(one, "correctResponse")
        for value in right:
            _under(correct, "value").text = value
    return one


def _outcomes(root: Any, question: Question) -> None:
    _under(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    if question.explanation:
        feedback = _under(
            root,
            "outcomeDeclaration",
            identifier="FEEDBACK",
            cardinality="single",
            baseType="identifier",
        )
        _under(_under(feedback, "defaultValue"), "value").text = "EXPLANATION"


def _body(root: Any, question: Question, stem: str | None = None) -> Any:
    _outcomes(root, question)
    body = _under(root, "itemBody")
    _into(body, blocks_of(question.text) if stem is None else stem)
    return body


def _marked(root: Any, template: str) -> None:
    _under(root, "responseProcessing", template=f"{_TEMPLATES}/{template}")


def _chosen(root: Any, question: Question) -> None:
    found = choices(question)
    several = question.type == SEVERAL
    right = [one.letter for one in found if one.right]
    _response(root, "RESPONSE", "multiple" if several else "single", "identifier", right)
    shown = _interaction(_body(root, question), "choiceInteraction", shuffle="true")
    shown.set("maxChoices", "0" if several else "1")
    for one in found:
        _under(shown, "simpleChoice", identifier=one.letter).text = one.text
    _marked(root, "match_correct")


def _judged(root: Any, question: Question) -> None:
    right = "RIGHT" if is_true(question) else "WRONG"
    _response(root, "RESPONSE", "single", "identifier", [right])
    shown = _interaction(_body(root, question), "choiceInteraction", shuffle="false")
    shown.set("maxChoices", "1")
    for name, text in (("RIGHT", "正确"), ("WRONG", "错误")):
        _under(shown, "simpleChoice", identifier=name).text = text
    _marked(root, "match_correct")


def _filled(root: Any, question: Question) -> None:
    every = spellings(question)
    names = ["RESPONSE"] if len(every) == 1 else [f"RESPONSE{at + 1}" for at in range(len(every))]
    for name, some in zip(names, every, strict=True):
        response = _response(root, name, "single", "string", some[:1])
        mapping = _under(response, "mapping", defaultValue="0")
        for one in dict.fromkeys(some):
            entry = _under(mapping, "mapEntry", mapKey=one, mappedValue="1")
            entry.set("caseSensitive", "false")
    stem = with_blanks(blocks_of(question.text), lambda at: f'<span class="{_GAP}{at}"></span>')
    body = _body(root, question, stem)
    for at, name in enumerate(names):
        gap = next(
            one for one in body.iter(f"{{{NAMESPACE}}}span") if one.get("class") == f"{_GAP}{at}"
        )
        gap.tag = f"{{{NAMESPACE}}}textEntryInteraction"
        del gap.attrib["class"]
        gap.set("responseIdentifier", name)
        gap.set("expectedLength", str(max(len(one) for one in every[at])))
    if len(names) == 1:
        _marked(root, "map_response")
    else:
        _share(_under(root, "responseProcessing"), names)


def _share(processing: Any, names: Sequence[str]) -> None:
    """Every blank gives its part of the score."""
    score = _under(processing, "setOutcomeValue", identifier="SCORE")
    divided = _under(score, "divide")
    total = _under(divided, "sum")
    for name in names:
        _under(total, "mapResponse", identifier=name)
    _under(divided, "baseValue", baseType="float").text = str(len(names))


def _said(root: Any, question: Question) -> None:
    _response(root, "RESPONSE", "single", "string", [])
    body = _body(root, question)
    _interaction(body, "extendedTextInteraction", expectedLines="8")
    if question.answer:
        rubric = _under(body, "rubricBlock", view="scorer")
        _into(rubric, blocks_of(reference_answer(question)))


def _matched(root: Any, question: Question) -> None:
    found = letters("".join(question.answer))
    right = [f"L{number} R{letter}" for number, letter in enumerate(found, 1)]
    _response(root, "RESPONSE", "multiple", "directedPair", right)
    shown = _interaction(_body(root, question), "matchInteraction", shuffle="true")
    shown.set("maxAssociations", str(len(found)))
    left = _under(shown, "simpleMatchSet")
    for number, text in enumerate(question.options, 1):
        _under(left, "simpleAssociableChoice", identifier=f"L{number}", matchMax="1").text = text
    among = _under(shown, "simpleMatchSet")
    for letter, text in zip(LETTERS, question.right, strict=False):
        _under(among, "simpleAssociableChoice", identifier=f"R{letter}", matchMax="1").text = text
    _marked(root, "match_correct")


def _ordered(root: Any, question: Question) -> None:
    found = letters("".join(question.answer))
    _response(root, "RESPONSE", "ordered", "identifier", found)
    shown = _interaction(_body(root, question), "orderInteraction", shuffle="true")
    for letter, text in zip(LETTERS, question.options, strict=False):
        _under(shown, "simpleChoice", identifier=letter).text = text
    _marked(root, "match_correct")


def _interaction(body: Any, name: str, **attributes: str) -> Any:
    return _under(body, name, responseIdentifier="RESPONSE", **attributes)


def _under(parent: Any, name: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _into(parent: Any, source: str) -> None:
    """Put HTML into an element of QTI, which knows the same elements under its own name."""
    for block in html.fragments_fromstring(source):
        for one in block.iter():
            one.tag = f"{{{NAMESPACE}}}{one.tag}"
            for name in set(one.attrib) - _KEPT:
                if not (one.get("class") or "").startswith(_GAP):
                    del one.attrib[name]
        block.tail = None
        parent.append(block)


_ITEMS: dict[str, Callable[[Any, Question], None]] = {
    SINGLE: _chosen,
    SEVERAL: _chosen,
    JUDGEMENT: _judged,
    BLANK: _filled,
    SHORT: _said,
    MATCHING: _matched,
    ORDERING: _ordered,
}
