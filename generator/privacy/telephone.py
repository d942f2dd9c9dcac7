"""Telephone numbers: mobile ones with or without 86, landlines with an area code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit, hit
from .spelled import Spelled

_GAP = " {1,2}"
_GROUPED = "|".join(
    _GAP.join(["1[3-9]" + f"[0-9]{{{first - 2}}}", *(f"[0-9]{{{length}}}" for length in rest)])
    for first, *rest in ((11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (5, 6))
)
_MOBILE = re.compile(
    rf"(?<![0-9])(?:86 {{0,2}})?(?P<number>{_GROUPED}|1 {{1,2}}[3-9](?: {{1,2}}[0-9]){{9}})"
    r"(?![0-9])"
)
_AREA = r"0(?:10|2[0-9]|[3-9][0-9]{2})"
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?"
    rf"(?:\({_AREA}\)[ -]?|{_AREA}(?P<gap>[ \-–—－]{{1,2}}|(?=[2-8])))"
    r"[2-8][0-9]{2,3}[ -]?[0-9]{4}(?:(?:转|-|#)[0-9]{1,5})?(?![0-9])"
)
_LOCAL = re.compile(
    r"(?:电话|座机|固话|传真|TEL|Tel|tel)(?:号码?)?[:：是为 ]{0,2}"
    r"(?P<number>[2-8][0-9]{2,3}[ -]?[0-9]{4})(?![0-9])"
)
_WORD = re.compile(
    "电话|手机|联系|致电|拨打|来电|短信|移动|微信|传真|座机|tel|phone|mob", re.IGNORECASE
)
_DOCUMENT = re.compile(
    "编号|文号|单号|订单|流水|发票|合同号|案号|许可证|档案|凭证|[账帐卡票]号|代码|批号|序号|条码|备案|证号"
)
_SUM = re.compile(
    r"[ ]?(?:[.,]\d|%|元|余元|多元|万|亿|千克|公斤|吨|㎡|平方|立方|美元|港元|欧元|股|份|度|米|公里"
    r"|[人户件个](?![\u3400-\u9fff]))"
)
_BEFORE_SUM = re.compile(r"(?:[¥￥$€]|\d[.,])\s?$|[A-Za-z0-9_]$")
_REPLACEMENT = "（电话号码略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the telephone numbers of a text; document numbers and sums are none."""
    for run in spelled.runs:
        for found in _MOBILE.finditer(run.text):
            start, end = run.start + found.start(), run.start + found.end()
            before = spelled.before(start, 14)
            if _SUM.match(spelled.after(end)) or _BEFORE_SUM.search(before):
                continue
            plain = " " not in found["number"] and not _DOCUMENT.search(before)
            certain = plain or _WORD.search(before) is not None
            if before.endswith(("+", "＋")):
                start -= 1
            yield hit(spelled.text, start, end, "P102", _REPLACEMENT, certain=certain)
    if not spelled.runs:
        return
    text = spelled.narrow
    for found in _LANDLINE.finditer(text):
        before = spelled.before(found.start(), 14)
        if _SUM.match(spelled.after(found.end())) or _DOCUMENT.search(before[-8:]):
            continue
        certain = found["gap"] != "" or _WORD.search(before) is not None
        start, end = found.span()
        yield hit(spelled.text, start, end, "P102", _REPLACEMENT, certain=certain)
    for found in _LOCAL.finditer(text):
        if not _SUM.match(spelled.after(found.end())):
            start, end = found.span("number")
            yield hit(spelled.text, start, end, "P102", _REPLACEMENT)
