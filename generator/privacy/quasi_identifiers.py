"""What names nobody and still leads to one person: post and unit, day and sum close together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .hit import TITLES, Hit

_POST = re.compile(
    r"(?:副?[局处科厅院校所站队县市区镇乡州行厂]长|副?书记|副?主任|(?:副?总)?经理|副?主席|副?董事长|会计|出纳)"
)
_UNIT = re.compile(
    r"[\u3400-\u9fff]{2,7}?(?:省|市|县|区|旗|自治州|镇|乡|街道|村)[\u3400-\u9fff]{0,14}?"
    r"(?:局|委|院|厅|办|站|所|中心|公司|集团|学校?|政府|镇|乡|街道|村|银行|支行|队|部)"
    r"(?:原|党委|党组|党总?支部?|常务){0,3}$"
)
_OPEN = re.compile("[某×xX*＊]|[甲乙丙丁](?:省|市|县|区|镇|乡|村)|^[该本我全各在任对与和为]")
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月[0-9]{1,2}日|-[0-9]{2}-[0-9]{2}(?![0-9]))")
_SUM = re.compile(r"(?<![0-9.,约])(?P<figures>[0-9][0-9,]{0,14}(?:\.[0-9]{1,4})?)[ ]?[万亿]?元")
_NEAR = 160
_LEAST_FIGURES = 3


def detect_record(
    texts: Sequence[str], _allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, Hit]]:
    """Yield the exact day of the first place in each text where all four stand close together."""
    for number, text in enumerate(texts):
        if "元" not in text:
            continue
        days = [(one.start(), one) for one in _DAY.finditer(text)]
        if not days:
            continue
        sums = [(one.start(), one) for one in _SUM.finditer(text) if _is_exact(one["figures"])]
        if not sums:
            continue
        for post, place in _posts(text):
            day, amount = _nearest(days, place), _nearest(sums, place)
            if day and amount:
                what = f"{TITLES['P112']}（{post}、{day[0]}、{amount[0]}）"
                year = f"{day[0][:4]}年"
                yield number, Hit(day.start(), day.end(), "P112", what, day[0], year, certain=False)
                break


def _posts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the posts of units that can be told from others, with their places."""
    for found in _POST.finditer(text):
        unit = _UNIT.search(text[max(0, found.start() - 26) : found.start()])
        if unit and not _OPEN.search(unit[0]):
            yield unit[0] + found[0], found.start()


def _nearest(places: Sequence[tuple[int, re.Match[str]]], position: int) -> re.Match[str] | None:
    at = bisect_left(places, position, key=lambda one: one[0])
    near = [one for one in places[max(0, at - 1) : at + 1] if abs(one[0] - position) <= _NEAR]
    return min(near, key=lambda one: abs(one[0] - position))[1] if near else None


def _is_exact(figures: str) -> bool:
    """Whether a sum has three figures that say something: 38.6 has, 30 and 200000 have not."""
    return len(figures.replace(",", "").replace(".", "").strip("0")) >= _LEAST_FIGURES
