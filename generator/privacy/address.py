"""Addresses that lead to a door: street and number with a flat, village with group and number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .hit import Hit, hit
from .spelled import Spelled

_NUMBER = "(?:[0-9]{1,5}|[一二三四五六七八九十百零〇]{1,6})"
_KIND = "(?:号楼|号院|号|栋|幢|座|弄|期|区)"
_HOUSE = rf"[A-Za-z]?{_NUMBER}[A-Za-z]?(?:-{_NUMBER})?[ ]?{_KIND}"
_ROOM = rf"[A-Za-z]?{_NUMBER}(?:-{_NUMBER})?[ ]?(?:室|户|房(?![屋产地]))"
_UNIT = rf"(?:[A-Za-z]|{_NUMBER})[ ]?单元"
_FLAT = (
    rf"(?:{_UNIT}(?:[ ]?{_NUMBER}[楼层])?(?:[ ]?(?:{_ROOM}|{_NUMBER}(?:号|(?![0-9元万个]))))?"
    rf"|{_NUMBER}[楼层][ ]?{_ROOM}|{_ROOM})"
)
_SIGN = "[0-9一二三四五六七八九十百零〇]"
_REST = "(?:(?<=[0-9])[0-9]{0,4}|(?<![0-9])[一二三四五六七八九十百零〇]{0,5})"
"""A number in two pieces: a pattern that begins with a class of signs is found much faster."""

_HOME = re.compile(
    rf"{_SIGN}{_REST}[A-Za-z]?(?:-{_NUMBER})?[ ]?{_KIND}[ ]?(?:{_HOUSE}[ ]?){{0,2}}{_FLAT}"
)
_DOOR = re.compile(rf"{_SIGN}(?<=[路街巷弄道同条].){_REST}(?:-{_NUMBER})?号(?!线|文|桥|楼)")
_VILLAGE = re.compile(
    r"[第0-9一二三四五六七八九十百零〇东西南北中上下](?<=[村区屯庄寨队乡镇民会].)"
    rf"(?:(?<=第){_NUMBER}|(?<={_SIGN}){_REST}|(?<=[东西南北中上下]))(?:村民小组|小组|组|社|队)[ ]?"
    rf"{_NUMBER}号(?:附{_NUMBER}号)?"
)
_HAN = re.compile("[\u3400-\u9fffxX×*]{1,24}$")
_CLAUSE = re.compile("[位住于在至到往赴址是为被将以的买从达]|名下|户籍地?|地址|籍贯")
_MASKED = re.compile("[某xX×*＊]|[甲乙丙丁](?:村|小区|社区|路|街)")
_LIVING = re.compile("住(?![宅房建院])|居住(?!宅)|现居|户籍|籍贯|家庭|家在|寓所")
_OFFICE = re.compile("法院|检察院|政府|机关|公司|银行|学校|医院|酒店|宾馆|大学|委员会|[局厅所]$")
_REPLACEMENT = "（住址略）"


def detect(spelled: Spelled, _allowed: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield the addresses of homes; a city, a district, an office, 某小区 with a number are none.

    A street with a number alone is an address of a home where a word before it says so.
    """
    text = spelled.narrow
    for found in _HOME.finditer(text):
        first = found.start()
        before = text[max(0, first - 1) : first]
        if before.isascii() and before.isalpha():
            first -= 1
        name = _name(spelled, text, first)
        if not _MASKED.search(name):
            start = first - len(name)
            certain = bool(name) and not _OFFICE.search(name)
            yield hit(spelled.text, start, found.end(), "P107", _REPLACEMENT, certain=certain)
    for found in _VILLAGE.finditer(text):
        name = _name(spelled, text, found.start())
        if name and not _MASKED.search(name):
            start = found.start() - len(name)
            yield hit(spelled.text, start, found.end(), "P107", _REPLACEMENT)
    for found in _DOOR.finditer(text):
        name = _name(spelled, text, found.start())
        start = found.start() - len(name)
        if name and not _MASKED.search(name) and _LIVING.search(spelled.before(start, 6)):
            yield hit(spelled.text, start, found.end(), "P107", _REPLACEMENT)


def _name(spelled: Spelled, text: str, position: int) -> str:
    """The names of places that stand right before a number: 某市某区某路."""
    length = len(spelled.before(position, 24))
    found = _HAN.search(text[position - length : position])
    if found is None:
        return ""
    return _CLAUSE.split(found[0])[-1]
