"""One lesson as a SCORM 1.2 package: a manifest, a page, and scripts that talk to the platform."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jinja2 import Environment

from ..answers import BLANKS, accepted
from ..base.archive import packed_again
from ..base.markdown import Raw
from ..base.numerals import to_chinese
from ..base.template import environment
from ..lesson_set import LessonSet
from ..records.question import BLANK, JUDGEMENT, MATCHING, ORDERING, SEVERAL, SHORT, Question
from ._answered import ascii_name, with_blanks
from ._prose_html import blocks_of

_FOLDER = "_scorm_files"
_AS_THEY_ARE = ("page.css", "platform.js", "quiz.js")
_KINDS = {
    SEVERAL: "several",
    JUDGEMENT: "judgement",
    BLANK: "blank",
    SHORT: "short",
    MATCHING: "matching",
    ORDERING: "ordering",
}


def package(given: LessonSet, answered: tuple[Question, ...]) -> bytes:
    """Pack a lesson as learners may see it; `answered` are its questions with their answers."""
    texts = {
        name: _environment().get_template(f"{name}.j2").render(given=given, name=ascii_name)
        for name in ("imsmanifest.xml", "index.html")
    }
    files = {name: _environment().get_template(name).render() for name in _AS_THEY_ARE}
    answers = {"answers.js": _answers(given, answered)}
    every = {**texts, **files, **answers}
    return packed_again({name: text.encode() for name, text in every.items()})


def _answers(given: LessonSet, answered: tuple[Question, ...]) -> str:
    """What the script marks with; a place of a question holds all that counts as right there."""
    questions = [
        {
            "id": ascii_name(one.id),
            "kind": _kind(one),
            "points": one.points,
            "right": [list(dict.fromkeys(some)) for some in accepted(one)],
        }
        for one in answered
    ]
    values = {"passMark": given.pass_mark, "questions": questions}
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, indent=1)
    return f"window.anjianQuiz = {text};\n"


def _kind(question: Question) -> str:
    return _KINDS.get(question.type, "single")


def _stem(question: Question, number: int) -> Raw:
    """What is asked; a blank is a field in its place."""
    several = len(BLANKS.findall(question.text)) > 1

    def field(at: int) -> str:
        label = f"第{to_chinese(at + 1)}空" if several else "填空"
        name = f"q{number}-{at}"
        return f'<input type="text" name="{name}" aria-label="{label}" autocomplete="off">'

    stem = blocks_of(question.text)
    return Raw(with_blanks(stem, field) if question.type == BLANK else stem)


@cache
def _environment() -> Environment:
    return environment(
        Path(__file__).parent / _FOLDER,
        html=lambda text: Raw(blocks_of(text)),
        kind=_kind,
        stem=_stem,
        place=lambda number: f"第{to_chinese(number)}位",
    )
