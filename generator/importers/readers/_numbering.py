"""Automatic numbers of Word paragraphs, written out as Word shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ...base.numerals import to_chinese
from ...base.xml_elements import child, local
from ._package import attribute

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
          (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHINESE = (
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
    "japaneseDigitalTenThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
    "taiwaneseDigital",
)  # fmt: skip
_LEGAL = "壹贰叁肆伍陆柒捌玖"


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _enclosed(first: int) -> Callable[[int], str]:
    """Numbers from 1 to 20 as one sign each, the first of which is given."""
    return lambda number: chr(first + number - 1) if number <= 20 else str(number)


def _legal(number: int) -> str:
    table = dict(zip("一二三四五六七八九十百千", _LEGAL + "拾佰仟", strict=True))
    return "".join(table.get(sign, sign) for sign in to_chinese(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in str(number))


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(sign)] for sign in str(number))


_WRITTEN: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "numberInDash": lambda number: f"- {number} -",
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "decimalFullWidth2": _full_width,
}


def write_number(number: int, form: str) -> str:
    """Write a number in one of Word's forms; forms that are not known are written 1, 2, 3."""
    if number < 0 or number > 9999:
        return str(number)
    if form in _WRITTEN and number > 0:
        return _WRITTEN[form](number)
    if form in _CHINESE:
        return to_chinese(number)
    return str(number)


@dataclass
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    gap: str = " "
    legal: bool = False


@dataclass
class Numbering:
    """The lists of a document and how far each of them has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By number of the list, by level."""
    families: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def prefix(self, number: str, depth: int) -> str:
        """Count one paragraph of a list and return what Word shows before it."""
        levels = self.levels.get(number)
        if not levels or depth not in levels:
            return ""
        family = self.families[number]
        if number not in self.begun:
            self.begun.add(number)
            for (list_number, at), start in self.starts.items():
                if list_number == number:
                    self.counters[family, at] = start - 1
        level = levels[depth]
        self.counters[family, depth] = self.counters.get((family, depth), level.start - 1) + 1
        for deeper in [key for key in self.counters if key[0] == family and key[1] > depth]:
            del self.counters[deeper]
        if level.form == "none" and "%" not in level.text:
            return level.text + (level.gap if level.text else "")
        if level.form == "bullet":
            return "• "
        text = re.sub(
            r"%([1-9])", lambda found: self._shown(number, int(found[1]) - 1, level), level.text
        )
        return text + level.gap if text else ""

    def _shown(self, number: str, depth: int, shown_in: _Level) -> str:
        level = self.levels[number].get(depth, _Level())
        value = self.counters.get((self.families[number], depth), level.start)
        return write_number(value, "decimal" if shown_in.legal else level.form)


def read_numbering(root: Element | None) -> Numbering:
    """Read numbering.xml."""
    numbering = Numbering()
    abstract: dict[str, dict[int, _Level]] = {}
    for one in root if root is not None else ():
        if local(one.tag) == "abstractNum":
            found = {}
            for item in one:
                if local(item.tag) == "lvl":
                    found[int(attribute(item, "ilvl") or 0)] = _level(item)
            abstract[str(attribute(one, "abstractNumId"))] = found
    for one in root if root is not None else ():
        if local(one.tag) != "num":
            continue
        number = str(attribute(one, "numId"))
        family = str(attribute(child(one, "abstractNumId"), "val"))
        numbering.families[number] = family
        levels = dict(abstract.get(family, {}))
        for override in one:
            if local(override.tag) != "lvlOverride":
                continue
            depth = int(attribute(override, "ilvl") or 0)
            inner = child(override, "lvl")
            if inner is not None:
                levels[depth] = _level(inner)
            start = attribute(child(override, "startOverride"), "val")
            if start is not None:
                numbering.starts[number, depth] = int(start)
        numbering.levels[number] = levels
    return numbering


def _level(element: Element) -> _Level:
    gap = attribute(child(element, "suff"), "val")
    text = attribute(child(element, "lvlText"), "val") or ""
    close = text.endswith(("、", "）", "．", "。", "：")) or gap == "nothing"
    legal = child(element, "isLgl")
    return _Level(
        attribute(child(element, "numFmt"), "val") or "decimal",
        text,
        int(attribute(child(element, "start"), "val") or 1),
        "" if close else " ",
        legal is not None and attribute(legal, "val") not in ("0", "false"),
    )
