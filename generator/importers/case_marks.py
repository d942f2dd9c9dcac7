"""Where the sections of a case begin: marks in brackets, `#` headings, bold, numbered, bare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .case_headings import NUMBERED, bare_words, field_of
from .source import Paragraph

_OPEN, _CLOSE = "【〖［\\[〔", "】〗］\\]〕"
_BRACKET = re.compile(
    rf"(?:\*\*|__)?\s*(?:[一二三四五六七八九十\d]{{1,3}}[、.．]\s*)?(?P<open>[{_OPEN}])\s*"
    rf"(?P<words>[^{_OPEN}{_CLOSE}]{{1,30}}?)\s*[{_CLOSE}]\s*(?:\*\*|__)?\s*(?P<stop>[：:。．.]?)"
    r"\s*(?:\*\*|__)?\s*(?P<rest>.*)"
)
_STRONG_RUN = re.compile(r"(\*\*|__)\s*(?P<words>.{1,30}?)\s*\1\s*(?P<stop>[：:]?)\s*(?P<rest>.*)")
_LED = re.compile(r"\s*[：:。．.]?\s*(?P<rest>\S.*)")
"""What follows the words in bold at the beginning of a paragraph."""

_LABEL = re.compile(r"(?P<words>[^：:。；，]{2,20}?)\s*(?P<stop>[：:])\s*(?P<rest>\S.*)?")
_KEYWORDS = re.compile(
    r"(?P<words>关\s*键\s*[词字]|主\s*题\s*词)(?P<stop>)(?:[\s　]+(?P<rest>\S.*))?"
)
_SENTENCE = re.compile(r"[。；！？…]$")
_SHORT_BARE = frozenset(("关键词", "关键字", "主题词", "要旨", "案情", "评析", "副标题", "编号"))
_SPOKEN_OF = re.compile(
    r"(?:部分|一栏|一节|一项|中|里|所|的|是|为|与|和|及|以及|等|载明|指出|写明|、)"
)
_FORMS = (("bracket", "hash"), ("strong",), ("numbered",), ("bare",), ("label",))
"""Forms of headings from sure to unsure; the first that mark two known sections are used."""

LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph that begins a section, or could."""

    index: int
    form: str
    """bracket, hash, strong, numbered, bare or label."""
    heading: str
    """The heading in its own words, without brackets and colon."""
    field: str | None
    rest: str = ""
    """Text of the section that stands on the same line."""
    signs: str = ""
    """The signs of the line that are neither heading nor text."""
    level: int = 0


def candidates(paragraphs: Sequence[Paragraph]) -> list[Mark]:
    """Find every paragraph that has the form of a section heading."""
    found = (_candidate(index, one) for index, one in enumerate(paragraphs) if not one.row)
    return [mark for mark in found if mark is not None]


def _candidate(index: int, one: Paragraph) -> Mark | None:
    return (
        _bracket(index, one)
        or (_hash(index, one) if one.level else None)
        or _strong(index, one)
        or _numbered(index, one)
        or _bare(index, one)
    )


def _made(index: int, form: str, one: Paragraph, words: str, rest: str, field: str | None) -> Mark:
    """Make a mark; what is neither its words nor its text counts as signs."""
    left = Counter("".join((one.mark + one.text).split()))
    left.subtract("".join((words + rest).split()))
    return Mark(index, form, words, field, rest, "".join(left.elements()), one.level)


def _bracket(index: int, one: Paragraph) -> Mark | None:
    found = _BRACKET.fullmatch(one.text)
    if not found:
        return None
    words = " ".join(found["words"].split())
    field = field_of(words)
    if found["open"] in "[〔" and (field is None or found["rest"].startswith(("(", "号"))):
        return None
    if re.fullmatch(r"[\d年\s]+", words):
        return None
    return _made(index, "bracket", one, words, found["rest"], field)


def _hash(index: int, one: Paragraph) -> Mark:
    words = one.plain
    label = _label_field(words)
    if label:
        return _made(index, "hash", one, label[0], label[1], label[2])
    return _made(index, "hash", one, words.rstrip("：:"), "", field_of(words))


def _strong(index: int, one: Paragraph) -> Mark | None:
    found = _STRONG_RUN.fullmatch(one.text)
    if found:
        words = found["words"].rstrip("：:")
        field = field_of(words)
        if field or (not found["rest"] and _is_heading_like(words)):
            return _made(index, "strong", one, words, found["rest"], field)
        return None
    led = _LED.fullmatch(one.text[one.lead :]) if 0 < one.lead < len(one.text) else None
    if led:
        words = one.text[: one.lead].strip().rstrip("：:。．.")
        field = field_of(words)
        if field:
            return _made(index, "strong", one, words, led["rest"], field)
        return None
    if one.strong and _is_heading_like(one.text):
        return _made(index, "strong", one, one.text.rstrip("：:"), "", field_of(one.text))
    return None


def _numbered(index: int, one: Paragraph) -> Mark | None:
    found = NUMBERED.fullmatch(one.text)
    if not found or not _is_heading_like(one.text):
        return None
    return _made(index, "numbered", one, one.text.rstrip("：:"), "", field_of(found[2]))


def _bare(index: int, one: Paragraph) -> Mark | None:
    keywords = _KEYWORDS.fullmatch(one.text)
    if keywords:
        return _made(index, "bare", one, keywords["words"], keywords["rest"] or "", "keywords")
    label = _label_field(one.text)
    if label:
        return _made(index, "label", one, label[0], label[1], label[2])
    words = bare_words(one.text)
    if (len(words) >= 4 or words in _SHORT_BARE) and not _SENTENCE.search(one.text):
        field = field_of(one.text)
        if field:
            return _made(index, "bare", one, one.text, "", field)
    return None


def _label_field(text: str) -> tuple[str, str, str] | None:
    """Read `关键词：甲；乙`: heading, text and field."""
    found = _LABEL.fullmatch(text)
    if not found or not found["rest"]:
        return None
    words = bare_words(found["words"])
    if len(words) < 4 and words not in _SHORT_BARE and words != "标题":
        return None
    field = field_of(found["words"])
    return (found["words"], found["rest"], field) if field else None


def _is_heading_like(text: str) -> bool:
    return len(text) <= LONGEST_HEADING // 2 and not _SENTENCE.search(text)


def section_marks(paragraphs: Sequence[Paragraph]) -> list[Mark]:
    """Choose the marks that begin sections, by the form that this text uses for them.

    Where brackets or `#` mark the sections, bold, numbered and bare lines are sub-headings
    and stay in the text; so do `#` headings deeper than those of the sections.
    """
    found = candidates(paragraphs)
    alone = {(mark.form, mark.field) for mark in found if not mark.rest}
    marks = [mark for mark in found if not _is_mentioned(mark, alone)]
    known = Counter(mark.form for mark in marks if mark.field and mark.field != "title")
    level = main_level(marks)
    forms: set[str] = set()
    for group in _FORMS:
        forms.update(group)
        if sum(known[form] for form in forms) >= 2:
            break
    first = next((mark.index for mark in marks if mark.field and mark.form in forms), -1)
    return [mark for mark in marks if _accepted(mark, forms, known, level, first)]


def _is_mentioned(mark: Mark, alone: set[tuple[str, str | None]]) -> bool:
    """Whether a line begins with the name of a section but only speaks of it."""
    if not mark.rest:
        return False
    return _SPOKEN_OF.match(mark.rest) is not None or (
        mark.form in ("bracket", "strong") and (mark.form, mark.field) in alone
    )


def main_level(marks: Sequence[Mark]) -> int:
    """Return the level of `#` headings that most sections have, 0 where none has one."""
    levels = Counter(mark.level for mark in marks if mark.form == "hash" and mark.field)
    return min(levels, key=lambda one: (-levels[one], one)) if levels else 0


def _accepted(mark: Mark, forms: set[str], known: Counter[str], level: int, first: int) -> bool:
    at_head = first < 0 or mark.index <= first
    if at_head and mark.field in ("keywords", "number", "subtitle", "title"):
        return True
    if mark.form not in forms or len(mark.heading) > 2 * LONGEST_HEADING:
        return False
    if mark.form == "hash":
        return known["hash"] >= known["bracket"] and 0 < mark.level <= level
    if mark.field:
        return True
    if mark.form == "bracket":
        return known["bracket"] >= 1 and (not mark.rest or known["bracket"] >= 2)
    if mark.form == "strong":
        return known["strong"] >= 2
    if mark.form == "numbered":
        return (
            known["numbered"] >= 2 and re.match(r"[一二三四五六七八九十]", mark.heading) is not None
        )
    return False
