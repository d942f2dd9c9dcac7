"""What stands before the first section of a case: title, subtitle, notes, number, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..base.dates import PartialDate
from ..base.text import MAX_LINE
from .identity import is_number_line
from .source import Paragraph

_TITLE = re.compile(r".{2,200}案(?:例)?(?:\s*[（(][^（()）]{1,40}[)）])*")
_SENTENCE = re.compile(r"[。；;！？：:]$")
_BRACKETED = re.compile(r"[（(〔\[].*[)）〕\]]")
_SUBTITLE = re.compile(r"(?:——|--|—|－－)\s*\S.*")
_DAY = r"(\d{4}\s*[-年./]\s*\d{1,2}(?:\s*[-月./]\s*\d{1,2}\s*日?|月))"
_DATES = (
    re.compile(rf"[（(]?{_DAY}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[)）]?"),
    re.compile(rf"[（(]?(?:发布|公布|印发|发文|发布的)?(?:日期|时间)\s*[:：]\s*{_DAY}.*"),
    re.compile(rf".*?{_DAY}\s*(?:公开)?(?:发布|公布|印发).*"),
    re.compile(rf".*(?:发布|公布|印发)(?:日期|时间)\s*[:：]\s*{_DAY}.*"),
)
_BODY = r"(?P<body>[一-鿿、（）()\s]{4,60}?)"
_PUBLISHERS = (
    re.compile(rf"[（(]?{_BODY}(?:联合)?(?:公开)?(?:发布|公布|印发)[)）]?"),
    re.compile(rf"[（(]?(?:发布|公布|发文|印发)(?:单位|机关|机构|部门)\s*[:：]\s*{_BODY}[)）]?"),
    re.compile(rf"[（(]?(?:稿件)?来源\s*[:：]\s*{_BODY}[)）]?"),
    re.compile(
        rf"[（(]?(?P<body>[一-鿿]{{4,30}}?)(?:审判委员会|检察委员会).{{0,20}}{_DAY}\s*发布[)）]?"
    ),
)
_LIST_WORDS = ("案例", "批", "意见", "通知", "规定", "解释")


@dataclass
class Head:
    """The parts of the lines before the first section."""

    title: str = ""
    subtitle: str = ""
    caption: list[str] = field(default_factory=list)
    long: list[str] = field(default_factory=list)
    """Lines that are too long for a note under the title."""
    signs: list[str] = field(default_factory=list)
    """Signs that are only marks."""
    publisher: str = ""
    date: PartialDate | None = None


def read_head(paragraphs: Sequence[Paragraph]) -> Head:
    """Sort the lines before the first section of a case."""
    head = Head()
    chosen = _title_index(paragraphs)
    for index, one in enumerate(paragraphs):
        text = one.plain if one.strong else one.text
        if one.picture:
            head.long.append(one.whole)
            continue
        if index == chosen:
            head.title = text
        elif not head.subtitle and chosen is not None and _is_subtitle(paragraphs, index, chosen):
            head.subtitle = text
        elif len(text) <= MAX_LINE:
            head.caption.append(text)
        else:
            head.long.append(one.whole)
            continue
        head.signs.append(_signs_of(one, text))
    read_source_lines(head, head.caption)
    return head


def read_source_lines(head: Head, lines: Sequence[str]) -> None:
    """Fill publisher and date from the lines that state them and nothing else."""
    for line in lines:
        if head.date is None:
            head.date = _date_of(line)
        if not head.publisher:
            head.publisher = _publisher_of(line)


def _signs_of(one: Paragraph, text: str) -> str:
    return one.mark + ("" if text == one.text else one.text.replace(text, "", 1))


def _title_index(paragraphs: Sequence[Paragraph]) -> int | None:
    headings = [
        (one.level, index)
        for index, one in enumerate(paragraphs)
        if one.level and len(one.text) <= MAX_LINE
    ]
    if headings:
        return min(headings)[1]
    usable = [i for i, one in enumerate(paragraphs) if _can_be_title(one)]
    for wanted in (_is_case_title, _is_strong):
        for index in usable:
            if wanted(paragraphs[index]):
                return index
    return usable[0] if usable else None


def _is_case_title(one: Paragraph) -> bool:
    return _TITLE.fullmatch(one.plain) is not None


def _is_strong(one: Paragraph) -> bool:
    return one.strong


def _can_be_title(one: Paragraph) -> bool:
    text = one.plain
    if one.row or one.picture or len(text) > 150:
        return False
    if _SENTENCE.search(text) or _BRACKETED.fullmatch(text):
        return False
    if _SUBTITLE.fullmatch(text) or is_number_line(text):
        return False
    return not (_date_of(text) or _publisher_of(text))


def _is_subtitle(paragraphs: Sequence[Paragraph], index: int, title: int) -> bool:
    one = paragraphs[index]
    if index < title or len(one.text) > MAX_LINE:
        return False
    if _SUBTITLE.fullmatch(one.plain):
        return True
    return bool(one.level) and not _BRACKETED.fullmatch(one.plain)


def _date_of(line: str) -> PartialDate | None:
    for pattern in _DATES:
        found = pattern.fullmatch(line)
        if found:
            try:
                return PartialDate.parse(re.sub(r"[./]", "-", re.sub(r"\s", "", found[1])))
            except ValueError:
                return None
    return None


def _publisher_of(line: str) -> str:
    for pattern in _PUBLISHERS:
        found = pattern.fullmatch(line)
        if found:
            body = " ".join(found["body"].split()).strip("、（()） ")
            if not any(word in body for word in _LIST_WORDS):
                return body
    return ""
