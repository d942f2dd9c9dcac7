"""The history of a regulation and the dates that it gives to the version at hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..base.dates import PartialDate
from ..base.numerals import to_int
from ..base.text import MAX_LINE

_HAN_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?"
)
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?|(\d{4})-(\d{2})-(\d{2})")
_ADOPTED = ("通过", "修订", "修正", "批准", "修改", "决定》", "修正案")
_AMENDED = ("修订", "修正", "修改")
_PUBLISHED = ("公布", "发布", "印发", "颁布")
_IN_FORCE = ("施行", "实施", "生效")
_VERBS = "|".join((*_ADOPTED, *_PUBLISHED, *_IN_FORCE, "公告"))
_LABEL = re.compile(
    r"[【\[（(]?(?:公布|发布|通过|批准|施行|实施|生效|颁布|成文|修订|修正)(?:日期|时间)[】\]）)]?\s*[:：]?.{6,30}"
)
_HISTORY = re.compile(
    rf"[（(]?\s*(?:(?:根据|经|自)\s*)?(?:\d{{4}}\s*年|\d{{4}}-\d{{2}}).*(?:{_VERBS}).*"
    rf"|[（(].*\d{{4}}\s*年.*(?:{_VERBS}).*[）)]",
    re.DOTALL,
)
_DAY_ALONE = re.compile(r"[（(]?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。：:，]{0,20}[）)]?")
_EFFECTIVE = re.compile(
    r"(?P<subject>本[一-鿿]{1,12}?)?[，,]?(?:自|从|于)\s*(?P<date>[^，。；\s]{6,16}?)\s*(?:起)?\s*"
    r"(?:正式)?(?:施行|实施|执行|生效|试行)"
)
_FROM_PUBLICATION = re.compile(
    r"自?(?:公布|发布|颁布|印发|通过)之日起(?:正式)?(?:施行|实施|执行|生效|试行)"
)


@dataclass(frozen=True, slots=True)
class Event:
    """One date of a history and what happened on it."""

    date: PartialDate
    text: str

    def is_a(self, words: Iterable[str]) -> bool:
        """Whether one of these words says what happened."""
        return any(word in self.text for word in words)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one version, each empty where the text does not give it."""

    adopted: PartialDate | None = None
    published: PartialDate | None = None
    effective: PartialDate | None = None
    why_not: str = ""
    """Why there is no date of effect."""

    @property
    def last(self) -> PartialDate | None:
        """The date by which the version is named."""
        return self.published or self.adopted or self.effective


def fold_dates(text: str) -> str:
    """Fold width and write dates in Chinese digits with Arabic ones."""

    def written(found: re.Match[str]) -> str:
        day = f"{to_int(found[3])}日" if found[3] else ""
        return f"{to_int(found[1])}年{to_int(found[2])}月{day}"

    return _HAN_DATE.sub(written, unicodedata.normalize("NFKC", text))


def is_history(text: str) -> bool:
    """Whether a line before the text tells how the regulation came about."""
    folded = fold_dates(text)
    bracketed = folded.startswith("(") and folded.endswith(")")
    if _LABEL.fullmatch(folded):
        return True
    if _DAY_ALONE.fullmatch(folded):
        return True
    if not _HISTORY.fullmatch(folded) or not (_DATE.search(folded) or bracketed):
        return False
    return bracketed or not re.search(r"[。:]$", folded)


def history_lines(text: str) -> list[str]:
    """Return a line of history as lines that a record can hold, cut at dates where too long."""
    if len(text) <= MAX_LINE:
        return [text]
    lines: list[str] = []
    for piece in re.split(r"[\s\u3000]+|(?<=[过订正布行])(?=(?:根据)?[12]\d{3}年)", text):
        if lines and len(lines[-1]) + len(piece) < MAX_LINE // 2:
            lines[-1] += f" {piece}"
        else:
            lines += [piece[at : at + MAX_LINE] for at in range(0, len(piece), MAX_LINE)]
    return lines


def events(lines: Sequence[str]) -> list[Event]:
    """Return every date of a history with the words that follow it."""
    found: list[Event] = []
    for line in lines:
        folded = fold_dates(line)
        matches = list(_DATE.finditer(folded))
        for number, match in enumerate(matches):
            end = matches[number + 1].start() if number + 1 < len(matches) else len(folded)
            date = _date(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)))
            words = folded[match.end() : end]
            if number == 0 and not re.search(_VERBS, words):
                words = folded[: match.start()] + words
            if date:
                found.append(Event(date, words))
    return found


def _date(year: str, month: str, day: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse("-".join(one for one in (year, month, day) if one))
    except ValueError:
        return None


def version_dates(
    history: Sequence[str], closing: Sequence[str], known: PartialDate | None, what: str = ""
) -> Dates:
    """Return the dates of the version from its history and its closing articles.

    `known` is a date that the heading or the file name gives, `what` what happened then. A
    date of effect counts only where it is not before the version's adoption, because the last
    article of a consolidated law names the date of the first version.
    """
    found = events(history)
    adopting = [event for event in found if event.is_a(_ADOPTED)]
    publishing = [event for event in found if event.is_a(_PUBLISHED)]
    adopted = max((event.date for event in adopting), default=None)
    published = max((event.date for event in publishing), default=None)
    if adopted and published and published.last() < adopted.first():
        published = None
    if known and known.day:
        days = [one for one in (adopted, published) if one]
        if not days or max(one.last() for one in days) < known.first():
            published = known
    if known and what and not (adopted or published):
        adopted = known if any(word in what for word in _ADOPTED) else None
        published = known if any(word in what for word in _PUBLISHED) else None
    base = published or adopted or known
    amended = any(event.is_a(_AMENDED) for event in found)
    once = not amended and len(adopting) <= 1 and len(publishing) <= 1
    effective, why_not = _effective(found, closing, base, published if once else None)
    return Dates(adopted, published, effective, why_not)


def _effective(
    found: Sequence[Event],
    closing: Sequence[str],
    base: PartialDate | None,
    published: PartialDate | None,
) -> tuple[PartialDate | None, str]:
    text = [date for one in reversed(closing) for date in _stated(one)]
    text += [event.date for event in found if event.is_a(_IN_FORCE) and not event.is_a(_ADOPTED)]
    for date in text:
        if base is None or date.last() >= base.first():
            return date, ""
    if text:
        return None, f"原文写明的施行日期 {text[0]} 早于这一版的日期 {base}，是最初版本的施行日期"
    if any(_FROM_PUBLICATION.search(fold_dates(one)) for one in closing):
        if published:
            return published, ""
        return None, "原文写明自公布之日起施行，但没有写明这一版的公布日期"
    return None, "原文没有写明施行日期"


def _stated(text: str) -> list[PartialDate]:
    """The dates of effect that a text states of itself; those of other documents do not count."""
    folded = fold_dates(text)
    own: list[PartialDate] = []
    other: list[PartialDate] = []
    for match in _EFFECTIVE.finditer(folded):
        date = _DATE.search(match["date"])
        read = _date(*date.group(1, 2, 3)) if date and date[1] else None
        if read is None:
            continue
        if match["subject"]:
            own.append(read)
        elif not folded[: match.start()].endswith(("》", ")")):
            other.append(read)
    return own or other
