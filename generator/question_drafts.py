"""Questions that a record answers for certain: which punishment, which form, which clause.

Nothing is invented: what is right stands in the record, and what is wrong is the rest of a closed
list, or an article that the case does not cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .answers import LETTERS
from .base.fictional import without_mark
from .base.text import Line, OneOf, Prose
from .citations import label
from .library import Library, key_of
from .records.case import Case, OfficialPunishment, PartyPunishment
from .records.question import SEVERAL, SINGLE, Question

_FORMS = ("第一种形态", "第二种形态", "第三种形态", "第四种形态")
_MOST = 5


def drafts(library: Library, case: Case) -> tuple[Question, ...]:
    """The questions that can be made of a case; each is a draft for an editor to look at."""
    made = [*_outcomes(case), *_clauses(library, case)]
    return tuple(
        question.model_copy(update={"id": Line(f"q-{case.id}-{number:02}")})
        for number, question in enumerate(made, 1)
    )


def _outcomes(case: Case) -> Iterator[Question]:
    outcome = case.outcome
    if outcome is None:
        return
    if outcome.party:
        yield _one(case, "受到的党纪处分", _words(PartyPunishment), outcome.party)
    if outcome.official:
        yield _one(case, "受到的政务处分", _words(OfficialPunishment), outcome.official)
    if outcome.form:
        right = _FORMS[int(outcome.form) - 1]
        yield _one(case, "适用的监督执纪形态", _FORMS, right)


def _one(case: Case, asked: str, options: Sequence[str], right: str) -> Question:
    letter = LETTERS[list(options).index(right)]
    return _question(case, SINGLE, f"哪一种是当事人{asked}？（{_title(case)}）", options, letter)


def _clauses(library: Library, case: Case) -> Iterator[Question]:
    """Which articles of a regulation the case cites, among their neighbours in that version."""
    cited: dict[tuple[Any, str], set[Any]] = {}
    for link in library.citations.get(key_of(case), ()):
        if link.regulation is not None and link.version and link.route[0] == "citations":
            found = cited.setdefault((link.regulation, link.version), set())
            found.update(link.citation.articles)
    for (regulation, version), articles in cited.items():
        known = sorted(library.registry.articles[regulation, version])
        right = [one for one in known if one in articles]
        wrong = [one for one in known if one not in articles]
        if not right or not wrong or len(right) >= _MOST:
            continue
        near = sorted(
            wrong, key=lambda one: min(abs(known.index(one) - known.index(r)) for r in right)
        )
        options = sorted([*right, *near[: _MOST - len(right)]])
        letters = "".join(LETTERS[at] for at, one in enumerate(options) if one in articles)
        name = f"《{library.records[regulation].heading}》（{label(version)}）"
        several = "几" if len(right) > 1 else "一"
        asked = f"处理时引用了{name}的哪{several}条？（{_title(case)}）"
        kind = SEVERAL if len(right) > 1 else SINGLE
        yield _question(case, kind, asked, [str(one) for one in options], letters)


def _question(case: Case, kind: str, asked: str, options: Sequence[str], letters: str) -> Question:
    return Question(
        id=Line("q"),
        type=kind,
        text=Prose(asked),
        options=tuple(map(Line, options)),
        answer=(Line(letters),),
        difficulty="易",
        industries=(case.industry,) if case.industry else (),
        levels=(case.level,) if case.level else (),
        cases=(key_of(case),),
        fictional=case.fictional,
        status="草稿",
    )


def _title(case: Case) -> str:
    """The title without the note that the case is fictional, which the record says anyway."""
    return without_mark(str(case.title))


def _words(choice: Any) -> tuple[str, ...]:
    return next(mark.words for mark in choice.__metadata__ if isinstance(mark, OneOf))
