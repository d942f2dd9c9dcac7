"""How an answer is compared without being told: salted digests, the same here and in the browser.

This keeps an answer from being read in the source of a page. Somebody who writes a program can
try all letters; what must stay secret is not given to learners at all.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .base.record import Record
from .base.reference import Reference
from .records.question import BLANK, JUDGEMENT, SEVERAL, SHORT, Question

RIGHT, WRONG = "对", "错"
BLANKS = re.compile("_{2,}|＿{2,}")
"""Where a text has room for an answer."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_JUDGED = {
    **dict.fromkeys(("对", "正确", "√", "是", "T", "TRUE", "V"), RIGHT),
    **dict.fromkeys(("错", "错误", "×", "否", "F", "FALSE", "X", "不对"), WRONG),
}
_DROPPED = re.compile(r"[\s、，,。.；;：:！!？?“”\"‘’'（）()《》〈〉【】\[\]—·_-]+")
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class AnswerDigests:
    """What the browser compares with: for each blank the digests of all that is right.

    Questions other than blanks have one place. `salt` goes before what is typed.
    """

    salt: str
    places: tuple[tuple[str, ...], ...]


def folded(text: str) -> str:
    """A typed answer without width, case, blanks and punctuation."""
    # Signs that stood apart may form one when what was between them is gone.
    kept = _DROPPED.sub("", unicodedata.normalize("NFKC", text)).lower()
    return unicodedata.normalize("NFKC", kept)


def letters(text: str) -> str:
    """The letters of an answer in the order written: `A、C、D` is ACD."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).upper() if one in LETTERS)


def accepted(question: Question) -> tuple[tuple[str, ...], ...]:
    """Everything that counts as right, for each blank, as it is compared; () where nobody can say.

    A short answer is judged by people.
    """
    answer = [str(one) for one in question.answer]
    if not answer or question.type == SHORT:
        return ()
    if question.type == BLANK:
        return tuple(tuple(map(folded, one.split("|"))) for one in answer)
    joined = "".join(answer)
    if question.type == JUDGEMENT:
        word = _JUDGED.get(unicodedata.normalize("NFKC", joined).strip().upper())
        return ((word,),) if word else ()
    found = letters(joined)
    return (("".join(sorted(found)) if question.type == SEVERAL else found,),) if found else ()


def digest(salt: str, place: int, answer: str) -> str:
    """The digest of one answer at one place, counted from 0."""
    text = f"{salt}\n{place}\n{answer}"
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]


def digests_of(records: Iterable[Record]) -> Mapping[Reference, AnswerDigests]:
    """The digests of every question that a program can judge, by reference."""
    found = {}
    for record in records:
        if not isinstance(record, Question):
            continue
        places = accepted(record)
        if places:
            salt = hashlib.sha256(f"anjian\n{record.id}".encode()).hexdigest()[:12]
            found[Reference(record.kind, record.id)] = AnswerDigests(
                salt,
                tuple(
                    tuple(sorted(digest(salt, at, one) for one in some))
                    for at, some in enumerate(places)
                ),
            )
    return found
