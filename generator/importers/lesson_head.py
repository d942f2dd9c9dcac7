"""What stands before the first part of a lesson plan: its title and lines about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..base.text import MAX_LINE, fold_word
from .lesson_ledger import Ledger
from .lesson_words import section_of
from .source import Paragraph
from .tables import Block

_KIND = (
    r"(?:教案|教学设计|教学方案|课程教案|微课教案|教学计划|授课教案|教案首页|教学设计表|教案表|微课设计"
    r"|教学设计方案|案例教学教案|案例课教案|微课教学设计|微课脚本|课时教案)"
)
_KIND_LINE = re.compile(rf"[《（(]?{_KIND}[》）)]?")
_TITLED = re.compile(
    rf"《(?P<name>[^《》]+)》(?:{_KIND})?|(?P<plain>[^《》]{{4,}}?)[（(]?{_KIND}[）)]?"
)
_BODY = re.compile(r".*(?:党校|学院|学校|中心|委员会|研究院|支队|局|部|院)")
_GAP = re.compile(r"(?:\t|[ \u00a0]{2,}|[\u3000]+|[ \u00a0]\u3000*)(?=[^\s：:。；，]{2,8}\s*[：:])")
_SENTENCE = re.compile(r"[。；;！？：:，]$")
_LONGEST_TITLE = 80


@dataclass
class Head:
    """The lines before the first part, sorted."""

    title: str = ""
    rest: list[Block] = field(default_factory=list)
    micro: bool = False


def split_labels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Divide lines that hold several labels: 授课对象：……　　课时：……."""
    found: list[Paragraph] = []
    for one in paragraphs:
        pieces = [] if one.row or one.picture else [p for p in _GAP.split(one.text) if p.strip()]
        known = [p for p in pieces if section_of(re.split("[：:]", p, maxsplit=1)[0].strip())]
        if len(pieces) > 1 and known:
            found += [replace(one, text=p.strip(), lead=0, level=0) for p in pieces]
        else:
            found.append(one)
    return found


def read_lesson_head(top: Sequence[Block], ledger: Ledger, titled: str) -> Head:
    """Sort the lines before the first part; `titled` is the title that a label gives."""
    head = Head(micro="微课" in ledger.source.stem)
    chosen = None if titled else _title_index(top)
    for index, one in enumerate(top):
        if not isinstance(one, Paragraph) or one.picture:
            head.rest.append(one)
            continue
        head.micro = head.micro or "微课" in one.text
        if index == chosen:
            head.title = clean_title(one.text, ledger)
        elif _KIND_LINE.fullmatch(fold_word(one.text)):
            ledger.drop("文种", one.text)
        elif titled and fold_word(_bare_title(one.text)) == fold_word(_bare_title(titled)):
            ledger.drop("重复的标题", one.text)
        else:
            head.rest.append(replace(one, level=0))
    return head


def clean_title(text: str, ledger: Ledger) -> str:
    """Return a title without 《》 around it and 教案 behind it."""
    title = _bare_title(text)
    ledger.drop("标题记号", text, title)
    return title


def _bare_title(text: str) -> str:
    found = _TITLED.fullmatch(text.strip())
    return ((found["name"] or found["plain"]) if found else text).strip(" —-：:") or text


def _title_index(top: Sequence[Block]) -> int | None:
    usable = [
        (index, one)
        for index, one in enumerate(top)
        if isinstance(one, Paragraph) and _can_be_title(one)
    ]
    levels = [(one.level, index) for index, one in usable if one.level]
    if levels:
        return min(levels)[1]
    for wanted in (_is_quoted, _is_strong, lambda _: True):
        for index, one in usable:
            if wanted(one) and (len(usable) == 1 or not _BODY.fullmatch(fold_word(one.text))):
                return index
    return None


def _is_quoted(one: Paragraph) -> bool:
    return _TITLED.fullmatch(one.text.strip()) is not None and "《" in one.text


def _is_strong(one: Paragraph) -> bool:
    return one.strong


def _can_be_title(one: Paragraph) -> bool:
    text = one.text.strip()
    if one.picture or one.row or not 2 <= len(text) <= min(_LONGEST_TITLE, MAX_LINE):
        return False
    if _SENTENCE.search(text) or "：" in text or _KIND_LINE.fullmatch(fold_word(text)):
        return False
    return not text.startswith(("（", "(", "——"))
