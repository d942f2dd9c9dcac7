"""Where a part or a step of a lesson plan could begin: brackets, styles, numbers, bold, colons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lesson_minutes import Duration, cut_duration
from .lesson_words import is_step_name, is_usual_step, section_of
from .source import Paragraph

_HAN = "一二三四五六七八九十"
_NUMBERS = (
    ("part", re.compile(rf"(?:第[{_HAN}\d]{{1,3}}(?:步|个?环节|阶段|部分|单元|板块|节)|"
                        rf"(?:环节|步骤|阶段|活动|任务|板块)[{_HAN}\d]{{1,3}})(?:[、：:．.]|\s|$)\s*")),
    ("han", re.compile(rf"[{_HAN}]{{1,3}}\s*[、．.:：]\s*")),
    ("han-bracket", re.compile(rf"[（(]\s*[{_HAN}]{{1,3}}\s*[)）]\s*[、．.]?\s*")),
    ("digit-bracket", re.compile(r"(?:[（(]\s*[\d０-９]{1,2}\s*[)）]|[⑴-⒇])\s*[、．.]?\s*")),
    ("digit", re.compile(r"(?:[\d０-９]{1,2}\s*(?:[、)）．]|[.](?!\d))|[⒈-⒛])\s*")),
    ("circle", re.compile(r"[①-⑳]\s*")),
    ("bullet", re.compile(r"[•●■◆▲★◎○□·–—-]\s+|[●■◆▲★◎]\s*")),
)  # fmt: skip
_BRACKET = re.compile(
    r"[【〖［]\s*(?P<words>[^【】〖〗［］]{1,30}?)\s*[】〗］]\s*[：:]?\s*(?P<rest>.*)"
)
_LABEL = re.compile(r"(?P<words>[^：:。；;，！？]{1,30}?)\s*[：:]\s*(?P<rest>.*)")
_TIMED = re.compile(
    r"(?P<words>[^（(：:。；，]{1,30}[（(【][^（()）【】]{1,20}[)）】])\s*[：:。．]?\s*(?P<rest>.*)"
)
_RUN_IN = re.compile(r"(?P<words>[^。．.：:；，\s　]{2,14})(?:[。．]|[\s　]+)\s*(?P<rest>\S.*)")
_SENTENCE = re.compile(r"[。；;！？!?，,…]$")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph that has the form of a heading."""

    form: tuple[str, str]
    """Kind of heading, and level or kind of number."""
    heading: str
    """The heading as written, without minutes and the colon behind it."""
    words: str
    """The heading without its number."""
    field: str | None
    rest: str = ""
    """Text of the part that stands in the same paragraph."""
    minutes: Duration | None = None
    led: bool = False
    """Whether the heading is set off by bold, a style or brackets."""

    @property
    def alone(self) -> bool:
        """Whether the paragraph is nothing but the heading."""
        return not self.rest

    @property
    def is_step(self) -> bool:
        """Whether it names a step or has minutes."""
        return self.minutes is not None or is_step_name(self.words)


def split_number(text: str) -> tuple[str, str, str]:
    """Return kind and text of the number before a line, and the rest of it."""
    for kind, pattern in _NUMBERS:
        found = pattern.match(text)
        if found and found[0]:
            return kind, found[0], text[found.end() :]
    return "", "", text


def read_mark(one: Paragraph) -> Mark | None:
    """Read a paragraph as a heading, None where it cannot be one."""
    if one.row or one.picture:
        return None
    bracket = _BRACKET.fullmatch(one.text)
    kind, number, text = split_number(one.text)
    if kind == "bullet":
        return None
    lead = max(one.lead - len(number), 0)
    led = bool(one.level) or lead > 0
    if bracket:
        form, parts, led = ("bracket", ""), (bracket["words"], bracket["rest"]), True
        number = ""
    else:
        form = _form(one, kind, led=led)
        found = _parts(text, lead)
        if found is None:
            return None
        parts = found
    words, rest = parts
    words, minutes = cut_duration(words)
    if not words:
        return None
    if minutes is None and rest:
        after = re.match(r"[（(【]([^（()）【】]{1,20})[)）】]\s*[：:。]?\s*", rest)
        timed = cut_duration(after[0].rstrip("：:。 "))[1] if after else None
        if after and timed:
            minutes, rest = timed, rest[after.end() :]
    field = section_of(words)
    if form[0] == "bare" and rest:
        form = ("label", "")
    return Mark(form, number + words, words, field, rest, minutes, led)


def _form(one: Paragraph, kind: str, *, led: bool) -> tuple[str, str]:
    if one.level:
        return ("level", str(one.level))
    if kind:
        return ("number", kind)
    return ("strong", "") if led else ("bare", "")


def _parts(text: str, lead: int) -> tuple[str, str] | None:
    """Divide a line into the words of a heading and the text behind it."""
    if 0 < lead < len(text):
        words = text[:lead].rstrip()
        bare = words.rstrip("：:。．. ")
        colon = words != bare or text[lead:].lstrip()[:1] in ("：", ":", "。", "（", "(")
        known = section_of(cut_duration(bare)[0]) or is_usual_step(cut_duration(bare)[0])
        if bare and len(bare) <= LONGEST and (colon or known):
            return bare, text[lead:].lstrip(" \t　").lstrip("：:。").lstrip()
    timed = _TIMED.fullmatch(text)
    if timed and cut_duration(timed["words"])[1] and len(timed["words"]) <= LONGEST:
        return timed["words"], timed["rest"]
    label = _LABEL.fullmatch(text)
    if label:
        return label["words"], label["rest"]
    run_in = _RUN_IN.fullmatch(text)
    if run_in and section_of(run_in["words"]):
        return run_in["words"], run_in["rest"]
    if len(text) <= LONGEST and not _SENTENCE.search(text):
        return text.rstrip("：:"), ""
    bare = text.rstrip("。")
    return (bare, "") if section_of(bare) else None
