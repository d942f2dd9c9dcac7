"""Cases by what was decided: punishments of the Party, of the office, and the four forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from .base.record import Record
from .base.text import OneOf
from .records.case import OfficialPunishment, PartyPunishment

_FORMS = {str(number): f"第{sign}种形态" for number, sign in enumerate("一二三四", 1)}


def _words(annotation: Any) -> dict[str, str]:
    words: OneOf = get_args(annotation)[1]
    return {str(word): str(word) for word in words.words}


OUTCOMES = {
    "party": ("党纪处分", _words(PartyPunishment)),
    "official": ("政务处分", _words(OfficialPunishment)),
    "form": ("四种形态", _FORMS),
}
"""What is decided, by the name of its field: its label, and the label of each of its values."""


def by_outcome(cases: Iterable[Record]) -> dict[str, dict[str, list[Record]]]:
    """Cases by field and by the label of its value, lighter before heavier; empty ones too."""
    found: dict[str, dict[str, list[Record]]] = {
        name: {label: [] for label in labels.values()} for name, (_, labels) in OUTCOMES.items()
    }
    for case in cases:
        outcome = getattr(case, "outcome", None)
        for name, (_, labels) in OUTCOMES.items():
            value = getattr(outcome, name, None)
            if value:
                found[name][labels[str(value)]].append(case)
    return found
