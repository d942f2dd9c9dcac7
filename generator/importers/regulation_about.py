"""What the name and the history of a regulation say for certain: short name, kind, maker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .regulation_dates import fold_dates

_PREFIXES = ("中华人民共和国", "中国共产党")
_NTH = r"第[一二三四五六七八九十百零\d]+届"
_CONGRESS = re.compile(
    rf"(?:日|\)|^|\s)(?P<place>[一-鿿]{{0,12}}?)(?:{_NTH})(?P<all>全国)?"
    r"(?P<body>人民代表大会(?:常务委员会)?)"
)
_STATE_COUNCIL = re.compile(r"国务院(?:令|第\d+次|批准|发布|公布|常务会议)|国务院$")
_COURT = re.compile(r"最高人民(?:法院|检察院)")


def short_names(name: str) -> list[str]:
    """Return the name without 中华人民共和国 or 中国共产党; none where nothing falls away."""
    for prefix in _PREFIXES:
        rest = name.removeprefix(prefix)
        if rest != name and len(rest) > 1:
            return [rest]
    return []


def category_of(name: str, history: Sequence[str]) -> str | None:
    """Return the kind of regulation where name and history leave no doubt, else None."""
    text = " ".join(fold_dates(line) for line in history)
    if name.startswith(("中国共产党", "中共中央")) or "中共中央" in text:
        return "党内法规"
    if _COURT.match(name) and re.search(r"解释|规定|批复|决定|解答|规则|安排", name):
        return "司法解释"
    congress = _CONGRESS.search(text)
    if congress and congress["all"]:
        return "法律" if name.startswith("中华人民共和国") else None
    if congress and congress["place"]:
        return "地方性法规"
    if _STATE_COUNCIL.search(text) and not congress:
        return "行政法规"
    return None


def issuer_of(history: Sequence[str]) -> str | None:
    """Return who made the regulation, from the first line of its history; None where unsure."""
    for line in history[:1]:
        folded = fold_dates(line)
        congress = _CONGRESS.search(folded)
        if congress:
            return f"{congress['place']}{congress['all'] or ''}{congress['body']}"
        if "国务院、中华人民共和国中央军事委员会" in folded or "国务院、中央军事委员会" in folded:
            return None
        if _STATE_COUNCIL.search(folded):
            return "国务院"
        if "中共中央" in folded and "办公厅" not in folded:
            return "中共中央"
    return None
