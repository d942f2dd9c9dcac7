"""What stands before the text of a regulation: its name, its year, its history."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..base.dates import PartialDate
from .regulation_dates import is_history
from .regulation_envelope import enclosed_at, signed_on
from .regulation_lines import article_line, is_contents, item_line, outline_line
from .source import Paragraph

_TYPES = (
    "法|法典|条例|规定|办法|规则|细则|决定|决议|解释|准则|章程|党章|宪法|意见|安排|批复|通知|制度|方案|标准|纲要"
    "|公约|通则|规程|指引|守则|修正案|编|解答|答复|规范|若干问题|目录|清单|要求|公告|命令|令|纪要|程序|措施|议定书|协定|条约"
)
_COMPLETE = re.compile(rf".*(?:{_TYPES})(?:\s*[（(][^（()）]{{1,30}}[）)])*(?:\s*\d{{4}}\s*年?)?")
_YEAR_END = re.compile(
    r"(?P<name>.*?[^\d\s（(])\s*(?:"
    r"[（(【\[]\s*(?P<a>\d{4}\s*年?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{4}-\d{2}-\d{2})"
    r"\s*(?:第[一二三四五六七八九十]+次)?(?P<word>修订|修正|修改|公布|发布|通过|版|修订版|修正版|修正文本|年版)*\s*[）)】\]]"
    r"|(?P<b>\d{4})\s*(?:年版?|版)?)"
)
_KEEPS_YEAR = re.compile(r".*(?:修正案|决定|决议|批复|通知|公告|答复|解答|命令|令|补充规定|纪要)$")
_FILE_DATE = re.compile(
    r"[（(]\s*(\d{4})(?:[-.年]?(\d{1,2})[-.月]?(\d{1,2})日?)?\s*(?:修订|修正|版)*\s*[）)]\s*$"
)
_QUOTED = re.compile(r"《([^《》]+)》((?:\s*[（(][^（()）]{1,30}[）)]|\s*\d{4}年?)?)")
_ALONE = re.compile(r"[（()）\[\]【】]")
_PROSE = re.compile(r"[。；：:！？]$")


@dataclass
class RegulationHead:
    """The parts of the lines before the text."""

    name: str = ""
    known: PartialDate | None = None
    """The date that the heading or the file name gives."""
    what: str = ""
    """What the heading says happened then: 修订, 公布, …."""
    from_file: bool = False
    history: list[Paragraph] = field(default_factory=list)
    signs: list[tuple[str, str]] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    """The paragraphs that do not belong to the head."""
    named: bool = True
    """Whether the name stands in the text, and is not that of the file."""


def read_regulation_head(paragraphs: Sequence[Paragraph], stem: str) -> RegulationHead:
    """Read name, year and history; an order or a notice around the text goes to its preface."""
    head = RegulationHead()
    title = "".join(one.plain for one in _title_lines(paragraphs))
    begin = enclosed_at(paragraphs, title, _is_full_name)
    envelope, own = paragraphs[:begin], paragraphs[begin:]
    position = _name(head, own, stem)
    rest = _history(head, own, position)
    head.body = [*envelope, *own[rest:]]
    if head.known is None or not head.known.day:
        _date_from(head, envelope, stem)
    return head


def _is_full_name(one: Paragraph) -> bool:
    return _can_be_name(one) and len(one.plain) <= 80 and bool(_COMPLETE.fullmatch(one.plain))


def _date_from(head: RegulationHead, envelope: Sequence[Paragraph], stem: str) -> None:
    """Date the version by the signature of the order around it, else by the file name."""
    signed = signed_on(envelope)
    if signed:
        head.known, head.what = signed, "公布"
        return
    found = _FILE_DATE.search(unicodedata.normalize("NFKC", stem))
    if found:
        date = _parse("-".join(one for one in found.groups() if one))
        if date and (head.known is None or head.known.year == date.year):
            head.known, head.from_file = date, True


def _name(head: RegulationHead, paragraphs: Sequence[Paragraph], stem: str) -> int:
    """Take the lines of the name; return how many there are."""
    taken = _title_lines(paragraphs)
    lines = [" ".join(one.plain.split()) for one in taken]
    name = ""
    for number, line in enumerate(lines):
        joint = " " if number and taken[number].level and taken[number - 1].level else ""
        name += joint + line
    for one in taken:
        head.signs.append(("标题记号", one.mark + one.text.replace(one.plain, "", 1)))
    bare = _QUOTED.fullmatch(name)
    if bare:
        head.signs.append(("书名号", "《》"))
        name = bare[1] + bare[2]
    if not name:
        head.named = False
        name = _FILE_DATE.sub("", stem).strip() or stem
    found = _YEAR_END.fullmatch(name)
    if found and _COMPLETE.fullmatch(found["name"]) and not _only_a_number(found):
        head.known = _parse((found["a"] or found["b"]).replace(" ", ""))
        head.what = found["word"] or ""
        if head.named:
            head.signs.append(("标题里的年份", name[len(found["name"]) :]))
        name = found["name"]
    head.name = name.strip()
    return len(taken)


def _only_a_number(found: re.Match[str]) -> bool:
    """Whether the year is part of the name: 宪法修正案（1993年）."""
    return not found["word"] and _KEEPS_YEAR.fullmatch(found["name"]) is not None


def _parse(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _title_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    if not paragraphs:
        return []
    level = paragraphs[0].level
    taken: list[Paragraph] = []
    for number, one in enumerate(paragraphs[:6]):
        if one.level != level or not _can_be_name(one) or (number and one.comment):
            break
        complete = taken and _COMPLETE.fullmatch("".join(line.plain for line in taken))
        if complete and not (level and _all_at_top(paragraphs, level)):
            break
        taken.append(one)
    if level or len(taken) < 2:
        return taken
    while len(taken) > 1 and not _COMPLETE.fullmatch("".join(one.plain for one in taken)):
        taken.pop()
    return taken


def _all_at_top(paragraphs: Sequence[Paragraph], level: int) -> bool:
    """Whether no heading of this level stands below the first lines: 民法典, then 总则编."""
    top = next((i for i, one in enumerate(paragraphs) if one.level != level), len(paragraphs))
    return not any(one.level == level for one in paragraphs[top:])


def _can_be_name(one: Paragraph) -> bool:
    text = one.plain
    if one.row or len(text) > 150 or (_PROSE.search(text) and not one.level):
        return False
    if text.startswith(("（", "(")) and text.endswith(("）", ")")):
        return False
    beginnings = (article_line(0, one), outline_line(one), item_line(one))
    return not (any(beginnings) or is_contents(one) or is_history(text))


def _history(head: RegulationHead, paragraphs: Sequence[Paragraph], position: int) -> int:
    """Take the lines that tell how the regulation came about; return where the rest begins."""
    zone = _zone_end(paragraphs, position)
    last = position
    for index in range(position, zone):
        if is_history(paragraphs[index].text):
            last = index + 1
    commented = zone < len(paragraphs) and bool(paragraphs[zone].comment)
    end = zone if commented else last
    while end < len(paragraphs) and _goes_on(paragraphs[end]):
        end += 1
    head.history = list(paragraphs[position:end])
    head.signs += [("标题记号", one.mark) for one in head.history if one.mark]
    return end


def _goes_on(one: Paragraph) -> bool:
    alone = _ALONE.fullmatch(one.text) is not None
    return not one.level and not one.row and (alone or is_history(one.text))


def _zone_end(paragraphs: Sequence[Paragraph], position: int) -> int:
    """Return where the lines of history can end at the latest."""
    for index in range(position, len(paragraphs)):
        one = paragraphs[index]
        if one.comment and index > position:
            return index
        history = is_history(one.text)
        if article_line(index, one) or outline_line(one) or is_contents(one) or one.row:
            return index
        if one.level or (item_line(one) and not history):
            return index
        if not history and (_PROSE.search(one.text) or len(one.text) > 300):
            return index
    return len(paragraphs)
