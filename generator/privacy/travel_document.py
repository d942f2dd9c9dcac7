"""Numbers of passports, travel permits and other papers that stand for a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._any_of import any_of
from .hit import Hit, hit
from .spelled import Spelled

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])(?:[EGPSDHMWTLCK][A-Z]?[ ]?[0-9]{7,10}|[0-9]{8}(?:\([A-Z]\))?|1[45][0-9]{7})"
    r"(?![A-Za-z0-9.]|[元万亿年月日个件])",
    re.IGNORECASE,
)
_STRICT = re.compile(r"E(?:[A-HJ-NP-Z][0-9]{7}|[0-9]{8})")
_PAPER = re.compile("护照|通行证|回乡证|台胞证|返乡证|旅行证")
_MILITARY = re.compile(
    r"[军士文武海空陆后沈北兰济南广成][^\s，。0-9]{0,3}字第[ ]?[0-9]{5,10}[ ]?号"
)
_MILITARY_WORD = re.compile("军官|士兵|军人|证件|警官证|文职")
_OTHER_WORD = any_of(
    "驾驶证", "社保卡", "社会保障卡", "医保卡", "残疾", "工作证", "警官证", "学生证", "学籍"
)
_OTHER = re.compile(
    r"(?:驾驶证|社保卡|社会保障卡|医保卡|残疾人?证|工作证|警官证|学生证|学籍)(?:号码?|编号)[:：为是\s]{0,3}"
    r"(?P<number>[A-Za-z0-9]{7,20})"
)
_REPLACEMENT = "（证件号码略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the numbers of personal papers; without a word near only the passport's own form."""
    text = spelled.narrow
    for found in _NUMBER.finditer(text) if spelled.runs else ():
        start, end = found.span()
        named = _PAPER.search(spelled.before(start, 16)) is not None
        if named or _STRICT.fullmatch(found[0]):
            yield hit(spelled.text, start, end, "P105", _REPLACEMENT, certain=named)
    for found in _MILITARY.finditer(text) if "字第" in text else ():
        if _MILITARY_WORD.search(spelled.before(found.start(), 16)):
            yield hit(spelled.text, found.start(), found.end(), "P105", _REPLACEMENT)
    for found in _OTHER.finditer(text) if _OTHER_WORD.search(text) else ():
        start, end = found.span("number")
        yield hit(spelled.text, start, end, "P105", _REPLACEMENT)
