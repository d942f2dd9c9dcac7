"""Ids of imported records: the official number, else the folded title; never a counter."""

from __future__ import annotations

import re
import unicodedata

from ..base.reference import MAX_IDENTIFIER, identifier_problem

_HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_WORD = re.compile(rf"[0-9A-Za-z{_HAN}]+")

_NUMBERS = (
    re.compile(r"((?:19|20)\d{2})年指导性案例第(\d{1,4})号"),
    re.compile(r"检例第\d{1,4}号"),
    re.compile(r"(指导性?案例)第?(\d{1,4})号"),
    re.compile(r"(?<!\d)\d{4}-\d{2}-\d{1,2}-\d{3}-\d{3}(?!\d)"),
)
_DASHES = re.compile("[\u2010-\u2015\u2212－﹣]")


def fold_words(title: str) -> str:
    """Fold a title to its letters, digits and Han, so that spellings of one compare equal.

    Width is folded, punctuation and white space fall away; a hyphen stands only between
    letters or digits that would run together.
    """
    text = ""
    for word in _WORD.findall(unicodedata.normalize("NFKC", title)):
        if text and text[-1].isascii() and word[0].isascii():
            text += "-"
        text += word
    return text


def fold_title(title: str, *, prefix: str) -> str:
    """Fold a title to an id of 60 signs at most.

    `prefix` goes before what Windows reserves. Returns "" where nothing remains.
    """
    text = fold_words(title)[:MAX_IDENTIFIER].rstrip("-")
    if text and identifier_problem(text):
        text = f"{prefix}-{text}"[:MAX_IDENTIFIER].rstrip("-")
    return text


def official_number(lines: list[str]) -> str:
    """Return the official number that the lines around a title name, "" where they name none.

    A line that is nothing but a number goes before one that mentions it.
    """
    mentioned = ""
    for line in lines:
        folded = _DASHES.sub("-", unicodedata.normalize("NFKC", line))
        folded = re.sub(r"\s+", "", folded)
        for pattern in _NUMBERS:
            found = pattern.search(folded)
            if not found:
                continue
            number = found[0]
            if found.re is _NUMBERS[2]:
                number = f"{found[1]}{int(found[2])}号"
            if _is_alone(folded, found):
                return number
            mentioned = mentioned or number
            break
    return mentioned


def _is_alone(line: str, found: re.Match[str]) -> bool:
    rest = line[: found.start()] + line[found.end() :]
    return (
        re.fullmatch(r"[()\[\]【】《》,，、;；:：]*(?:总第\d+号)?[()\[\]【】]*", rest) is not None
    )


def number_is_guiding(number: str) -> bool:
    """Whether an official number belongs to a series of guiding cases."""
    return "指导" in number or number.startswith("检例")


def is_number_line(line: str) -> bool:
    """Whether a line is nothing but an official number, in brackets or not."""
    folded = re.sub(r"\s+", "", _DASHES.sub("-", unicodedata.normalize("NFKC", line)))
    for pattern in _NUMBERS:
        found = pattern.search(folded)
        if found and _is_alone(folded, found):
            return True
    return False
