"""One bank as an Anki package whose ids follow from ids of records, so that they stay.

Bytes are the same with the same SQLite; another version writes its number into the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, time, timezone
from io import BytesIO
from zipfile import ZipFile

import genanki

from ..answers import LETTERS
from ..base.archive import packed_again
from ..records.question import BLANK, JUDGEMENT, MATCHING, ORDERING, SHORT, Question
from ._answered import (
    choices,
    in_order,
    is_true,
    labels,
    pairs,
    reference_answer,
    spellings,
    with_blanks,
)
from ._bank import Bank
from ._prose_html import blocks_of, escaped

_FIELDS = ("编号", "题型", "题干", "选项", "答案", "解析", "依据")
_FRONT = """<p class="type">{{题型}}</p>
<div class="stem">{{题干}}</div>
{{#选项}}<div class="options">{{选项}}</div>{{/选项}}"""
_BACK = """{{FrontSide}}
<hr id="answer">
<div class="answer">{{答案}}</div>
{{#解析}}<div class="explanation">{{解析}}</div>{{/解析}}
{{#依据}}<div class="source">{{依据}}</div>{{/依据}}"""
_STYLE = """.card { max-width: 40em; margin: 0 auto; padding: 12px; text-align: left;
  font: 20px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
p, ol, ul { margin: 0 0 .5em; }
ol.letters { list-style: upper-alpha; padding-left: 1.8em; }
.type, .source { color: #6b6b6b; font-size: 16px; }
.nightMode .type, .nightMode .source { color: #b5b5b5; }
.answer { font-weight: bold; }
.explanation { margin-top: .8em; }
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: 4px 8px; }"""


def anki(bank: Bank) -> bytes:
    """Pack one bank; cards are dated with the day of the issue."""
    model = genanki.Model(
        _number("anjian question"),
        "案鉴题目",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "问答", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    name = f"{bank.issue.site}::{bank.title}".replace('"', "")
    deck = genanki.Deck(_number(f"{bank.issue.site}\n{bank.id}"), name)
    for question in bank.questions:
        tags = [one.replace(" ", "_") for one in labels(question)]
        guid = _digest(f"question\n{question.id}")[:20]
        deck.add_note(genanki.Note(model, list(_fields(question)), guid=guid, tags=tags))
    made = BytesIO()
    day = datetime.combine(bank.issue.day, time(), timezone.utc)
    genanki.Package(deck).write_to_file(made, timestamp=day.timestamp())
    with ZipFile(made) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed_again(members)


def _fields(question: Question) -> Iterator[str]:
    yield escaped(question.id)
    yield f"{question.type}　{question.difficulty}"
    yield blocks_of(with_blanks(question.text, lambda _: "＿＿＿＿"))
    yield "".join(_options(question))
    yield _answer(question)
    yield blocks_of(question.explanation or "")
    yield "；".join(escaped(one) for one in question.citations)


def _options(question: Question) -> Iterator[str]:
    left = question.options
    if question.type == MATCHING:
        yield f"<ol>{_items(left)}</ol>"
        left = question.right
    if left:
        yield f'<ol class="letters">{_items(left)}</ol>'


def _answer(question: Question) -> str:
    kind = question.type
    if kind == JUDGEMENT:
        return "对" if is_true(question) else "错"
    if kind == SHORT:
        return blocks_of(reference_answer(question))
    if kind == BLANK:
        return "<br>".join(" 或 ".join(map(escaped, some)) for some in spellings(question))
    if kind == MATCHING:
        return "<br>".join(
            f"{escaped(left)} —— {escaped(right)}" for left, right in pairs(question)
        )
    if kind == ORDERING:
        return f"<ol>{_items(in_order(question))}</ol>"
    right = [one for one in choices(question) if one.right]
    return "<br>".join(f"{one.letter}. {escaped(one.text)}" for one in right)


def _items(texts: tuple[str, ...]) -> str:
    return "".join(f"<li>{escaped(one)}</li>" for one in texts[: len(LETTERS)])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _number(text: str) -> int:
    """An id in the range that Anki takes: 31 bits, none of the small ones."""
    return (1 << 30) + int(_digest(text)[:7], 16)
